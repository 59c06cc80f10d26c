import { i18n } from "#i18n";
import { coversInCrop, type Edits } from "@/lib/capture/picture/edits";
import type { Cover } from "@/lib/capture/picture/shot";
import styles from "./picture.module.css";
import { nameCovers } from "./say-black";

export interface CoverListProps {
  covers: readonly Cover[];
  edits: Edits;
  /** Which one the pointer or the keyboard is at; null for none. */
  onPoint: (index: number | null) => void;
  onToggle: (index: number) => void;
}

/** Every automatic black-out that is in the picture, each with a button that shows what is under it, or hides it again. */
export function CoverList({ covers, edits, onPoint, onToggle }: CoverListProps) {
  const names = nameCovers(covers);
  const inPicture = coversInCrop(covers, edits.crop);
  return (
    <section className={styles.covers} aria-labelledby="covers-title">
      <h3 id="covers-title">{i18n.t("picture.editor.list")}</h3>
      {inPicture.length === 0 ? <p className={styles.soft}>{i18n.t("picture.editor.none")}</p> : null}
      <ul>
        {inPicture.map((index) => {
          const isShown = edits.revealed.has(index);
          const name = names[index] ?? "";
          return (
            <li key={index} onPointerEnter={() => onPoint(index)} onPointerLeave={() => onPoint(null)}>
              <span>
                {name}
                {isShown ? <em> {i18n.t("picture.editor.shown")}</em> : null}
              </span>
              <button
                type="button"
                aria-label={i18n.t(isShown ? "picture.editor.hideWhat" : "picture.editor.showWhat", [name])}
                onFocus={() => onPoint(index)}
                onBlur={() => onPoint(null)}
                onClick={() => onToggle(index)}
              >
                {i18n.t(isShown ? "picture.editor.hide" : "picture.editor.show")}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
