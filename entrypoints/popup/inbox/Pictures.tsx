import { Maximize2 } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { ReportDoc, StoredAttachment } from "@/lib/protocol/documents";
import styles from "./Pictures.module.css";
import { type PictureView, usePicture } from "./use-picture";

/** The pictures that came with a report, as the person had left them before sending. */
export function Pictures({ doc }: { doc: ReportDoc }) {
  if (doc.attachments.length === 0) return null;
  return (
    <section className={styles.pictures} aria-label={i18n.t("picture.inbox.title")}>
      {doc.attachments.map((attachment) => (
        <OnePicture key={attachment.sha256} doc={doc} attachment={attachment} />
      ))}
    </section>
  );
}

function OnePicture({ doc, attachment }: { doc: ReportDoc; attachment: StoredAttachment }) {
  const { view, again } = usePicture(doc.id, attachment);
  const site = doc.context ? (doc.context.site ?? new URL(doc.context.origin).host) : null;
  const alt = site === null ? i18n.t("picture.inbox.alt") : i18n.t("picture.inbox.altSite", [site]);
  if (view.state === "there") return <Zoomable url={view.url} alt={alt} attachment={attachment} />;
  return (
    <p className={styles.soft} role="status">
      {i18n.t(`picture.inbox.${view.state}`)}{" "}
      {canAskAgain(view) ? (
        <Button look="quiet" onClick={again}>
          {i18n.t("picture.inbox.again")}
        </Button>
      ) : null}
    </p>
  );
}

function canAskAgain({ state }: PictureView): boolean {
  return state === "away";
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
        <div className={styles.bar}>
          <Button look="plain" onClick={() => dialog.current?.close()}>
            {i18n.t("picture.inbox.close")}
          </Button>
        </div>
        {/* Focusable, so that the keyboard can scroll it. */}
        <div className={styles.whole} role="group" aria-label={alt} tabIndex={0}>
          <img src={url} alt={alt} width={w} height={h} />
        </div>
      </dialog>
    </>
  );
}
