import { i18n } from "#i18n";
import styles from "./Known.module.css";

export interface KnownTextProps {
  title: string;
  text?: string | undefined;
  workaround?: string | undefined;
  lang: string;
  /** It can be done already: then what stands there is how. */
  isPossible: boolean;
}

/** A known annoyance as everybody reads it. */
export function KnownText({ title, text, workaround, lang, isPossible }: KnownTextProps) {
  return (
    <div className={styles.card} lang={lang} dir="auto">
      <p className={styles.cardTitle}>{title}</p>
      {text ? <p className={styles.cardText}>{text}</p> : null}
      {workaround ? (
        <p className={styles.cardText}>
          <b>{i18n.t(isPossible ? "inbox.known.how" : "inbox.known.until")}</b> {workaround}
        </p>
      ) : null}
    </div>
  );
}
