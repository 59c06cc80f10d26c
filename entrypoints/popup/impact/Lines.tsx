import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { Impact, Line } from "@/lib/impact/figures";
import { sayNumber } from "../words/locale";
import { joinDots, titleText } from "../words/say";
import { Card } from "./Card";
import { peopleFigure, weekFigure } from "./figure-words";
import styles from "./Impact.module.css";

const AT_FIRST = 8;
/** More at one press; a company that has mended a thousand things reads them in pieces. */
const MORE = 100;

interface LinesProps {
  impact: Impact;
  onOpen: (id: string) => void;
}

/** What costs most now, as the Inbox has it. */
export function Costliest({ impact, onOpen }: LinesProps) {
  return (
    <Card title={i18n.t("impact.costliest")}>
      {impact.costliest.length === 0 ? <p className={styles.soft}>{i18n.t("impact.nothingLost")}</p> : null}
      <Lines name={i18n.t("impact.costliest")} lines={impact.costliest} impact={impact} onOpen={onOpen} />
    </Card>
  );
}

/** The sum of hours given back, line by line. */
export function GivenLines({ impact, onOpen }: LinesProps) {
  const [count, setCount] = useState(AT_FIRST);
  const { lines } = impact;
  if (lines.length === 0) return null;
  const shown = lines.slice(0, count);
  return (
    <Card title={i18n.t("impact.givenBack")}>
      <Lines name={i18n.t("impact.givenBack")} lines={shown} impact={impact} onOpen={onOpen} gain />
      {shown.length < lines.length ? (
        <div>
          <Button onClick={() => setCount(count + MORE)}>
            {lines.length - count <= MORE
              ? i18n.t("impact.showAll", [sayNumber(lines.length)])
              : i18n.t("impact.showMore", [sayNumber(MORE), sayNumber(lines.length)])}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

interface ListProps extends LinesProps {
  name: string;
  lines: readonly Line[];
  /** These hours are back, not lost. */
  gain?: boolean;
}

function Lines({ name, lines, impact: { threshold }, onOpen, gain = false }: ListProps) {
  return (
    <ul className={styles.lines} aria-label={name}>
      {lines.map((line) => (
        <li key={line.id}>
          <button type="button" className={styles.line} onClick={() => onOpen(line.id)}>
            <span className={styles.words} lang={line.lang} dir="auto">
              {titleText(line)}
            </span>
            <span className={gain && line.figures !== "few" && line.figures.hours ? styles.gain : styles.soft}>
              {weekFigure(line.figures, threshold)}
            </span>
            <span className={styles.soft}>{joinDots([line.site, ...peopleFigure(line.figures)])}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
