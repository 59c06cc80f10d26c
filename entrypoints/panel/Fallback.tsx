import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { ErrorBoundary } from "@/components/ErrorBoundary";
import { Notice } from "@/components/Notice";
import { isOrphan, leaveOrphan } from "./session";
import { isAllKept } from "./use-draft";

// Asked for while there is somebody to ask: an extension that was updated or removed has no texts any more.
const LOST = i18n.t("panel.lost");
const CLOSE = i18n.t("panel.close");

/**
 * Stands in where the panel cannot be drawn any more, and that is first of all where its extension is gone. The
 * textbox is outside of React and keeps its words; where all of them are kept, there is nothing to say.
 */
export function Fallback({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary fallback={<Lost />} onError={() => isOrphan() && isAllKept() && leaveOrphan()}>
      {children}
    </ErrorBoundary>
  );
}

function Lost() {
  return (
    <Notice tone="error" live="assertive" actions={isOrphan() ? <Button onClick={leaveOrphan}>{CLOSE}</Button> : null}>
      {LOST}
    </Notice>
  );
}
