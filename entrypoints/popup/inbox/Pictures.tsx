import Maximize2 from "lucide-react/icons/maximize-2";
import { type KeyboardEvent, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { ReportDoc, StoredAttachment } from "@/lib/protocol/documents";
import { siteText } from "./facts";
import styles from "./Pictures.module.css";
import { usePicture } from "./use-picture";

/** The pictures that came with a report, as the person had left them before sending. */
export function Pictures({ doc, label = i18n.t("picture.inbox.title") }: { doc: ReportDoc; label?: string }) {
  if (doc.attachments.length === 0) return null;
  return (
    <section className={styles.pictures} aria-label={label}>
      {doc.attachments.map((attachment) => (
        <OnePicture key={attachment.sha256} doc={doc} attachment={attachment} />
      ))}
    </section>
  );
}

interface OnePictureProps {
  doc: ReportDoc;
  attachment: StoredAttachment;
}

/** Each attempt to fetch it is a component of its own. */
function OnePicture(props: OnePictureProps) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} {...props} onAgain={() => setAttempt(attempt + 1)} />;
}

function Attempt({ doc, attachment, onAgain }: OnePictureProps & { onAgain: () => void }) {
  const view = usePicture(doc.id, attachment);
  const site = doc.context ? siteText(doc.context) : null;
  const alt = site === null ? i18n.t("picture.inbox.alt") : i18n.t("picture.inbox.altSite", [site]);
  if (view.state === "there") return <Zoomable url={view.url} alt={alt} attachment={attachment} />;
  return (
    <p className={styles.soft}>
      <output>{i18n.t(`picture.inbox.${view.state}`)}</output>{" "}
      {view.state === "away" ? (
        <Button look="quiet" onClick={onAgain}>
          {i18n.t("picture.inbox.again")}
        </Button>
      ) : null}
    </p>
  );
}

function Zoomable({ url, alt, attachment }: { url: string; alt: string; attachment: StoredAttachment }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { w, h } = attachment;

  function closeByKey(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    // Unprevented it would close the browser's popup; let through, it would leave the report too.
    event.preventDefault();
    event.stopPropagation();
    dialog.current?.close();
  }

  return (
    <>
      <button type="button" className={styles.thumb} onClick={() => dialog.current?.showModal()}>
        <img className={styles.image} src={url} alt={alt} width={w} height={h} />
        <span className={styles.zoom}>
          <Maximize2 className={styles.icon} aria-hidden="true" />
          {i18n.t("picture.inbox.zoom")}
        </span>
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-label={i18n.t("picture.inbox.title")} onKeyDown={closeByKey}>
        {/* First, so that it has the focus and the arrows scroll it at once. */}
        <div className={styles.whole}>
          <button type="button" className={styles.back} onClick={() => dialog.current?.close()}>
            <img src={url} alt={alt} width={w} height={h} />
          </button>
        </div>
        <div className={styles.bar}>
          <Button onClick={() => dialog.current?.close()}>{i18n.t("picture.inbox.close")}</Button>
        </div>
      </dialog>
    </>
  );
}
