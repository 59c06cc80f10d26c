import { Dialog } from "@base-ui/react/dialog";
import Megaphone from "lucide-react/icons/megaphone";
import { Suspense, useEffect } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { InboxItem } from "@/lib/inbox/item";
import { send } from "@/lib/messaging/client";
import dialogStyles from "../Dialog.module.css";
import { siteText } from "../facts";
import { setLastDeed } from "../last-deed";
import { useOnce } from "@/components/use-once";
import { createPart } from "@/entrypoints/popup/shell/create-part";
import { languageName } from "@/entrypoints/popup/words/locale";
import { ageText, joinDots } from "@/entrypoints/popup/words/say";
import styles from "./Known.module.css";
import { KnownText } from "./KnownText";

const publishForm = createPart(async () => (await import("./PublishForm")).PublishForm);

export interface KnownProps {
  item: InboxItem;
  nowMs: number;
  act: (work: Promise<unknown>) => void;
  /** What the form begins with as the way to do it; null while it is closed. */
  start: string | null;
  onStart: (start: string | null) => void;
}

/** What everybody reads of this annoyance, and the way to let them. Without a page there is nobody to show it to. */
export function Known({ item, nowMs, act, start, onStart }: KnownProps) {
  const { doc } = item;
  const { summary, context } = doc;
  const { busy, once } = useOnce(act);
  // Before anybody presses: a window that comes up empty looks broken.
  useEffect(() => {
    publishForm.ahead().catch(() => {});
  }, []);
  if (context === null) return null;

  async function takeAway() {
    const answer = await send("review.publish", { reportId: doc.id, title: null, lang: i18n.t("words.locale") });
    if (!answer.ok) throw new Error("it was not saved");
    setLastDeed({ said: i18n.t("inbox.known.gone"), eventIds: [answer.eventId] });
  }

  return (
    <>
      {summary ? (
        <section className={styles.part} aria-label={i18n.t("inbox.known.published")}>
          <h3 className={styles.heading}>{i18n.t("inbox.known.published")}</h3>
          <KnownText {...summary} isPossible={doc.status === "possible"} />
          <p className={styles.soft}>
            {joinDots([
              summary.place === "page" && context.path
                ? i18n.t("inbox.known.page")
                : i18n.t("inbox.known.site", [siteText(context)]),
              Object.keys(summary.texts ?? {}).length > 0 &&
                i18n.t("inbox.known.also", [
                  Object.keys(summary.texts ?? {})
                    .map(languageName)
                    .join(", "),
                ]),
              summary.by,
              ageText(summary.at, nowMs),
            ])}
          </p>
          <div className={styles.row}>
            <Button onClick={() => onStart("")}>{i18n.t("inbox.known.edit")}</Button>
            <Button look="quiet" busy={busy} onClick={() => once(takeAway)}>
              {i18n.t("inbox.known.takeAway")}
            </Button>
          </div>
        </section>
      ) : (
        <div className={styles.row}>
          <Button look="quiet" className={styles.button} icon={<Megaphone />} onClick={() => onStart("")}>
            {i18n.t("inbox.known.publish")}
          </Button>
        </div>
      )}
      <Dialog.Root open={start !== null} onOpenChange={(isOpen) => onStart(isOpen ? (start ?? "") : null)}>
        <Dialog.Portal>
          <Dialog.Backdrop className={dialogStyles.back} />
          <Dialog.Popup className={`${dialogStyles.dialog} ${styles.dialog}`}>
            <Suspense fallback={null}>
              <publishForm.Part item={item} workaround={start ?? ""} act={act} onDone={() => onStart(null)} />
            </Suspense>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}
