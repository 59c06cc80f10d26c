import type { CSSProperties } from "react";
import { i18n } from "#i18n";
import { jsonLines } from "./json-lines";
import styles from "./sent.module.css";

/** The bytes that will be sent. What is between the tags is exactly them: what shows it in lines is style alone. */
export function JsonView({ body }: { body: string }) {
  return (
    <section aria-label={i18n.t("sent.exactTitle")}>
      <p className={styles.hint}>{i18n.t("sent.exactHint")}</p>
      <pre className={styles.exact} dir="ltr">
        {jsonLines(body).map(({ depth, text }, index) => (
          // Lines have no name of their own, and none keeps anything.
          <span key={index} className={styles.exactLine} style={{ "--depth": depth } as CSSProperties}>
            {text}
          </span>
        ))}
      </pre>
    </section>
  );
}
