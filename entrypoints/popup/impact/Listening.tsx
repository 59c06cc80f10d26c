import { i18n } from "#i18n";
import type { Impact } from "@/lib/impact/figures";
import { sayNumber } from "../words/locale";
import { durationText, fewText, percentText } from "./figure-words";
import styles from "./Impact.module.css";

export interface Tile {
  name: string;
  figure: string;
  /** A figure is large; a word in its place is not. */
  isWord: boolean;
  note: string;
}

/** The listening score: four figures side by side, of the team. */
export function Listening({ impact, nowMs }: { impact: Impact; nowMs: number }) {
  return (
    <section className={styles.section} aria-labelledby="listening">
      <h3 id="listening">{i18n.t("impact.listening.title")}</h3>
      <dl className={styles.tiles}>
        {tilesOf(impact, nowMs).map(({ name, figure, isWord, note }) => (
          <div key={name} className={styles.tile}>
            <dt className={styles.soft}>{name}</dt>
            <dd>
              <span className={isWord ? styles.word : styles.figure}>{figure}</span>
              <span className={styles.note}>{note}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>{i18n.t("impact.listening.how")}</p>
    </section>
  );
}

function tilesOf({ listening, threshold }: Impact, nowMs: number): Tile[] {
  const { firstWordMs, answered, helped, oldestUnheard } = listening;
  const tile = (name: string, figure: string | null, note: string, without: string): Tile => ({
    name,
    figure: figure ?? without,
    isWord: figure === null,
    note: figure === null ? "" : note,
  });
  const few = fewText(threshold);
  const nobody = i18n.t("impact.nothingYet");
  return [
    tile(
      i18n.t("impact.listening.firstWord"),
      firstWordMs === "few" || firstWordMs === null ? null : durationText(firstWordMs),
      i18n.t("impact.listening.firstWordNote"),
      firstWordMs === "few" ? few : nobody,
    ),
    tile(
      i18n.t("impact.listening.answered"),
      answered === "few" || answered.of === 0 ? null : percentText(answered.count, answered.of),
      answered === "few"
        ? ""
        : i18n.t("impact.listening.answeredNote", [sayNumber(answered.count), sayNumber(answered.of)]),
      answered === "few" ? few : nobody,
    ),
    tile(
      i18n.t("impact.listening.helped"),
      helped === "few" || helped.of === 0 ? null : percentText(helped.yes, helped.of),
      helped === "few"
        ? ""
        : i18n.t("impact.listening.helpedNote", [
            sayNumber(helped.yes),
            sayNumber(helped.partly),
            sayNumber(helped.no),
          ]),
      helped === "few" ? few : nobody,
    ),
    tile(
      i18n.t("impact.listening.oldest"),
      oldestUnheard === null ? null : durationText(nowMs - Date.parse(oldestUnheard)),
      i18n.t("impact.listening.oldestNote"),
      i18n.t("impact.listening.allRead"),
    ),
  ];
}
