import type { Tool } from "@/lib/capture/picture/edits";
import { between } from "@/lib/capture/picture/geometry";
import type { Rect } from "@/lib/capture/picture/shot";
import type { Draft } from "@/lib/capture/picture/stretch";
import styles from "./picture.module.css";

export interface OutlinesProps {
  /** What is in sight; all in pixels of the taken picture. */
  sight: Rect;
  draft: Draft | null;
  tool: Tool;
  rects: readonly Rect[];
}

/** What lies over the picture and is no part of it: the rectangle that is being drawn, and the cover that is meant. */
export function Outlines({ sight, draft, tool, rects }: OutlinesProps) {
  return (
    <svg
      className={styles.outlines}
      viewBox={`${sight.x} ${sight.y} ${sight.w} ${sight.h}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {rects.map(({ x, y, w, h }) => (
        <rect key={`${x} ${y}`} className={styles.meant} x={x} y={y} width={w} height={h} />
      ))}
      {draft ? ["under", "over"].map((layer) => <Shape key={layer} draft={draft} tool={tool} layer={layer} />) : null}
    </svg>
  );
}

function Shape({ draft: { from, to }, tool, layer }: { draft: Draft; tool: Tool; layer: string }) {
  if (tool === "arrow") return <line className={styles[layer]} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
  const { x, y, w, h } = between(from, to);
  return <rect className={styles[layer]} x={x} y={y} width={w} height={h} />;
}
