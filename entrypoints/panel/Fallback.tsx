import { Component, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
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
export class Fallback extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch() {
    if (isOrphan() && isAllKept()) leaveOrphan();
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Notice
        tone="error"
        live="assertive"
        actions={isOrphan() ? <Button onClick={leaveOrphan}>{CLOSE}</Button> : null}
      >
        {LOST}
      </Notice>
    );
  }
}
