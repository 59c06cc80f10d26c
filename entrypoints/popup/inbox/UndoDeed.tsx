import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { send } from "@/lib/messaging/client";
import { useOnce } from "@/components/use-once";
import { type LastDeed, setLastDeed, useLastDeed } from "./last-deed";
import styles from "./SameAs.module.css";

/** What was done, with the way back. It takes the focus, which was in what may have gone from the list. */
export function UndoDeed({ act }: { act: (work: Promise<unknown>) => void }) {
  const deed = useLastDeed();
  return deed ? <Done key={deed.eventIds.join(" ")} deed={deed} act={act} /> : null;
}

let focusedFor: LastDeed | null = null;

function Done({ deed, act }: { deed: LastDeed; act: (work: Promise<unknown>) => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const [isTooLate, setTooLate] = useState(false);
  const { busy, once } = useOnce(act);

  useEffect(() => {
    // Once: whoever comes back to this part of the popup is somewhere else.
    if (focusedFor === deed) return;
    focusedFor = deed;
    button.current?.focus();
  }, [deed]);

  async function undo() {
    const { undone } = await send("review.undo", { eventIds: [...deed.eventIds] });
    if (!undone && !deed.revoke) return setTooLate(true);
    if (!undone) await deed.revoke?.();
    setLastDeed(null);
  }

  return (
    <Notice
      live="polite"
      actions={
        isTooLate ? (
          <Button onClick={() => setLastDeed(null)}>{i18n.t("words.close")}</Button>
        ) : (
          <Button ref={button} busy={busy} onClick={() => once(undo)}>
            {i18n.t("inbox.same.undo")}
          </Button>
        )
      }
    >
      <span className={styles.short}>{isTooLate ? i18n.t("inbox.many.tooLate") : deed.said}</span>
    </Notice>
  );
}
