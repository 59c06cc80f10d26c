import Heart from "lucide-react/icons/heart";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { KindWord } from "@/lib/inbox/kind-words";
import { sayNumber } from "../words/locale";
import { joinDots } from "../words/say";
import { Card } from "./Card";
import styles from "./Impact.module.css";

const AT_FIRST = 5;

export function KindWords({ words }: { words: readonly KindWord[] }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? words : words.slice(0, AT_FIRST);
  return (
    <Card title={i18n.t("impact.kindWords")}>
      {words.length === 0 ? <p className={styles.soft}>{i18n.t("impact.noKindWords")}</p> : null}
      <ul className={styles.lines} aria-label={i18n.t("impact.kindWords")}>
        {shown.map((word) => (
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
      {shown.length < words.length ? (
        <div>
          <Button onClick={() => setAll(true)}>{i18n.t("impact.showAll", [sayNumber(words.length)])}</Button>
        </div>
      ) : null}
    </Card>
  );
}
