import { scaleBand, scaleLinear } from "d3-scale";
import { useId } from "react";
import styles from "./Chart.module.css";
import { Hatch } from "./Hatch";

export interface Column {
  key: string;
  /** As little as fits below it. */
  label: string;
  /** Said where the pointer rests on it. */
  text: string;
  /** null: nothing is known. `few`: something is, and not shown. */
  value: number | null | "few";
}

const HEIGHT = 132;
/** What is not shown has no height that says anything. */
const HIDDEN = HEIGHT / 4;
const TICKS = 3;

export interface ColumnsProps {
  columns: readonly Column[];
  look: "given" | "told";
  sayTick: (value: number) => string;
}

/** Columns over time. Only for the eye: its table says the same. */
export function Columns({ columns, look, sayTick }: ColumnsProps) {
  const hatch = useId();
  const values = columns.map(({ value }) => (typeof value === "number" ? value : 0));
  const up = scaleLinear([0, Math.max(...values) || 1], [0, HEIGHT - 1]).nice(TICKS);
  // In hundredths of the width, so that it is as wide as its place.
  const across = scaleBand(
    columns.map(({ key }) => key),
    [0, 100],
  ).padding(0.28);
  const ticks = up.ticks(TICKS);
  return (
    <div className={styles.columns} aria-hidden="true">
      <div className={styles.scale}>
        {ticks.map((tick) => (
          <span key={tick} className={styles.tick} style={{ bottom: up(tick) }}>
            {sayTick(tick)}
          </span>
        ))}
      </div>
      <svg className={styles.plot} height={HEIGHT}>
        {ticks.map((tick) => (
          <line key={tick} className={styles.rule} x1="0" x2="100%" y1={HEIGHT - up(tick)} y2={HEIGHT - up(tick)} />
        ))}
        {columns.map(({ key, text, value }) => {
          const place = { x: `${across(key)}%`, width: `${across.bandwidth()}%` };
          const height = value === "few" ? HIDDEN : up(value ?? 0);
          const top = { ...place, y: HEIGHT - height, height };
          return (
            <g key={key}>
              <title>{text}</title>
              {/* All of its place answers to the pointer, however low the column is. */}
              <rect {...place} y="0" height={HEIGHT} className={styles.air} />
              <rect {...top} className={styles[value === "few" ? "hidden" : look]} />
              {value === "few" ? <rect {...top} fill={`url(#${hatch})`} /> : null}
            </g>
          );
        })}
      </svg>
      <Hatch id={hatch} />
      <div className={styles.labels}>
        {columns.map(({ key, label }) => (
          <span key={key}>{label}</span>
        ))}
      </div>
    </div>
  );
}
