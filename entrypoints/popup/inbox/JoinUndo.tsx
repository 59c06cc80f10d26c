import { useEffect, useRef } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { send } from "@/lib/messaging/client";
import { useOnce } from "../shell/use-once";
import { type LastJoin, setLastJoin, useLastJoin } from "./last-join";
import styles from "./SameAs.module.css";

/** "Now the same as …", with the way back. It takes the focus, which was in the report that has gone from the list. */
export function JoinUndo({ act }: { act: (work: Promise<unknown>) => void }) {
  const join = useLastJoin();
  const button = useRef<HTMLButtonElement>(null);
  const { busy, once } = useOnce(act);

  useEffect(() => {
    if (join) button.current?.focus();
  }, [join]);

  if (!join) return null;
  return (
    <Notice
      live="polite"
      actions={
        <Button ref={button} busy={busy} onClick={() => once(() => undo(join))}>
          {i18n.t("inbox.same.undo")}
        </Button>
      }
    >
      <span className={styles.short}>{i18n.t("inbox.same.done", [join.into])}</span>
    </Notice>
  );
}

/** While it has not left nothing was said; after that the opposite is said. */
async function undo({ eventId, reportId, before }: LastJoin): Promise<void> {
  const { undone } = await send("review.undo", { eventIds: [eventId] });
  if (!undone) {
    const { ok } = await send("review.link", { reportId, into: before });
    if (!ok) throw new Error("the link was not taken back");
  }
  setLastJoin(null);
}
