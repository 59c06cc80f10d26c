import styles from "./Chart.module.css";

/** Stripes to fill with, once for a chart: `fill="url(#id)"`. */
export function Hatch({ id }: { id: string }) {
  return (
    <svg className={styles.hatch}>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={styles.stripe} x1="0" x2="0" y1="0" y2="6" />
        </pattern>
      </defs>
    </svg>
  );
}
