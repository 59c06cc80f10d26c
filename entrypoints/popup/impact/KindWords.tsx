import { Heart } from "lucide-react";
import { i18n } from "#i18n";
import type { KindWord } from "@/lib/inbox/kind-words";
import { joinDots } from "../words/say";
import { Card } from "./Card";
import styles from "./Impact.module.css";

export function KindWords({ words }: { words: readonly KindWord[] }) {
  return (
    <Card title={i18n.t("impact.kindWords")}>
      {words.length === 0 ? <p className={styles.soft}>{i18n.t("impact.noKindWords")}</p> : null}
      <ul className={styles.lines} aria-label={i18n.t("impact.kindWords")}>
        {words.map((word) => (
          <li key={word.id} className={styles.thanks}>
            <Heart className={styles.heart} aria-hidden="true" />
            <div>
              <p className={styles.quote} lang={word.lang} dir="auto">
                {word.text}
              </p>
              <p className={styles.soft}>
                {joinDots([word.from ?? i18n.t("words.nameless"), word.about && i18n.t("impact.about", [word.about])])}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
