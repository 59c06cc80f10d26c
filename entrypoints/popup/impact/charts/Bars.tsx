import { scaleLinear } from "d3-scale";
import { useId } from "react";
import styles from "./Chart.module.css";
import { Hatch } from "./Hatch";

type Look = "given" | "lost" | "before" | "after";

export interface Bar {
  look: Look;
  /** null: nothing is known. `few`: something is, and not shown. */
  value: number | null | "few";
  /** What stands behind it. */
  text: string;
}

export interface BarGroup {
  key: string;
  name: string;
  bars: Bar[];
}

/** Hundredths of the width, for what is not shown. */
const HIDDEN = 10;

export interface BarsProps {
  groups: readonly BarGroup[];
  /** What fills the width; else the longest of them does. */
  most?: number;
}

/** Lying bars, some to a name, all by one measure. Only for the eye: its table says the same. */
export function Bars({ groups, most }: BarsProps) {
  const hatch = useId();
  const values = groups.flatMap(({ bars }) => bars.map(({ value }) => (typeof value === "number" ? value : 0)));
  const across = scaleLinear([0, most ?? (Math.max(...values) || 1)], [0, 100]);
  return (
    <div className={styles.groups} aria-hidden="true">
      <Hatch id={hatch} />
      {groups.map(({ key, name, bars }) => (
        <div key={key} className={styles.group}>
          <span className={styles.name}>{name}</span>
          {bars.map(({ look, value, text }) => (
            <div key={look} className={styles.bar}>
              <Strip
                look={value === "few" ? "hidden" : look}
                share={value === "few" ? HIDDEN : across(value ?? 0)}
                hatch={hatch}
              />
              <span className={styles.value}>{text}</span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** What the looks stand for. */
export function Legend({ looks }: { looks: readonly { look: Look; text: string }[] }) {
  const hatch = useId();
  return (
    <div className={styles.legend} aria-hidden="true">
      <Hatch id={hatch} />
      {looks.map(({ look, text }) => (
        <span key={look} className={styles.entry}>
          <Strip look={look} share={100} hatch={hatch} />
          {text}
        </span>
      ))}
    </div>
  );
}

/** Two looks beside each other differ by stripes as well, for whom their colours do not differ. */
function Strip({ look, share, hatch }: { look: Look | "hidden"; share: number; hatch: string }) {
  const isStriped = look === "lost" || look === "before" || look === "hidden";
  return (
    <svg className={styles.strip}>
      <rect width={`${share}%`} height="100%" className={styles[look]} />
      {isStriped ? <rect width={`${share}%`} height="100%" fill={`url(#${hatch})`} /> : null}
    </svg>
  );
}
