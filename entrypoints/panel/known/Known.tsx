import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { PanelOpened } from "@/lib/messaging/messages";
import { KnownEntry } from "./KnownEntry";
import styles from "./known.module.css";
import { useAlike } from "./use-alike";
import { useMeToo } from "./use-me-too";

/** More would stand between the words and `Send to IT`; the others are one press away. */
const MOST_SHOWN = 2;

export interface KnownProps {
  session: string | null;
  opened: PanelOpened;
  words: string;
  /** Of the words. */
  lang: string;
}

/**
 * What is known here already, and what the words are likely about. A hint and no wall: it stands below the textbox, and
 * once somebody types it keeps its height, since a panel that grew would take the textbox from under their eyes.
 */
export function Known({ session, opened, words, lang }: KnownProps) {
  const { items, elsewhere } = opened.known;
  const isWanted = items.length + elsewhere > 0;
  const likely = useAlike({ session, words, lang, path: opened.context?.path ?? null, isWanted });
  const meToo = useMeToo();
  const [isAll, setAll] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const held = useHeld(box, words);
  if (!isWanted) return null;

  const isLikely = new Set(likely.map(({ reportId }) => reportId));
  const all = [...likely, ...items.filter(({ reportId }) => !isLikely.has(reportId))];
  const most = Math.max(MOST_SHOWN, likely.length);
  const shown = isAll ? all : all.slice(0, most);
  return (
    <section className={styles.known} aria-labelledby="known-here">
      <h2 id="known-here" className={styles.heading}>
        {i18n.t("known.title")}
      </h2>
      <div ref={box} className={styles.box} style={{ height: held.heightPx ?? undefined }} onClickCapture={held.letGo}>
        {/* Always there, so that what comes into it is read out. */}
        <p aria-live="polite" className={styles.soft}>
          {likely.length > 0 ? i18n.t("known.likely", likely.length) : all.length === 0 ? i18n.t("known.none") : null}
        </p>
        {all.length > 0 ? (
          <ul className={styles.list} aria-labelledby="known-here">
            {shown.map((item) => (
              <KnownEntry
                key={item.reportId}
                item={item}
                joined={meToo.joinedOf(item)}
                failed={meToo.failedFor === item.reportId}
                onSay={(burden) => meToo.say(item, burden)}
              />
            ))}
          </ul>
        ) : null}
        {all.length > most ? (
          <Button look="quiet" className={styles.more} aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? i18n.t("known.fewer") : i18n.t("known.all", [String(all.length)])}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** The height that the part had when the person began to type; they let go of it by pressing something in it. */
function useHeld(box: React.RefObject<HTMLDivElement | null>, words: string) {
  const [heightPx, setHeight] = useState<number | null>(null);
  const before = useRef(words);
  useEffect(() => {
    if (before.current === words) return;
    before.current = words;
    setHeight((now) => now ?? box.current?.offsetHeight ?? null);
  }, [box, words]);
  return { heightPx, letGo: () => setHeight(null) };
}
