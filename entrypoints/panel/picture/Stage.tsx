import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { i18n } from "#i18n";
import type { Edits, Tool } from "@/lib/capture/picture/edits";
import type { Point } from "@/lib/capture/picture/geometry";
import type { Source } from "@/lib/capture/picture/make-picture";
import { paintPicture } from "@/lib/capture/picture/paint";
import type { Rect } from "@/lib/capture/picture/shot";
import { type Draft, firstDraft, stretch } from "@/lib/capture/picture/stretch";
import { Outlines } from "./Outlines";
import styles from "./picture.module.css";
import { sayDraft } from "./say-draft";

export interface StageProps {
  source: Source;
  edits: Edits;
  tool: Tool;
  /** The cover that is outlined. */
  pointed: number | null;
  said: string;
  onSay: (words: string) => void;
  onDraw: (from: Point, to: Point) => void;
  /** The picture could not be painted as it must be. */
  onFail: () => void;
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** CSS pixels: a hand that clicks is not still. */
const CLICK_SLOP = 5;

/**
 * The picture itself, painted by what also makes the one that is sent. Takes two clicks, a drag, or the arrow keys.
 */
export function Stage({ source, edits, tool, pointed, said, onSay, onDraw, onFail }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  /** A first corner that was clicked and waits for the second. */
  const [isWaiting, setWaiting] = useState(false);
  const down = useRef<{ at: Point; x: number; y: number } | null>(null);
  const sight: Rect = edits.crop ?? { x: 0, y: 0, w: source.bitmap.width, h: source.bitmap.height };
  const fail = useEffectEvent(onFail);

  useEffect(() => {
    const shown = canvas.current;
    if (!shown) return;
    try {
      const painted = paintPicture(source.bitmap, source.covers, edits);
      shown.width = painted.width;
      shown.height = painted.height;
      shown.getContext("2d")?.drawImage(painted, 0, 0);
    } catch {
      fail();
    }
  }, [source, edits]);

  const forget = () => {
    setDraft(null);
    setWaiting(false);
    down.current = null;
  };
  // A rectangle that was begun with another tool is none of this one.
  const [lastTool, setLastTool] = useState(tool);
  if (lastTool !== tool) {
    setLastTool(tool);
    setDraft(null);
    setWaiting(false);
  }
  const set = (from: Point, to: Point) => {
    forget();
    onDraw(from, to);
  };

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = canvas.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const part = (at: number, from: number, length: number) => Math.min(1, Math.max(0, (at - from) / length));
    return {
      x: sight.x + part(clientX, box.left, box.width) * sight.w,
      y: sight.y + part(clientY, box.top, box.height) * sight.h,
    };
  };

  const onDown = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    down.current = { at: pointOf(event), x: event.clientX, y: event.clientY };
  };
  const onMove = (event: PointerEvent) => {
    const to = pointOf(event);
    if (isWaiting && draft) setDraft({ from: draft.from, to });
    else if (down.current) setDraft({ from: down.current.at, to });
  };
  const onUp = (event: PointerEvent) => {
    const start = down.current;
    down.current = null;
    if (!start) return;
    const to = pointOf(event);
    if (isWaiting && draft) set(draft.from, to);
    else if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK_SLOP) set(start.at, to);
    else {
      setDraft({ from: start.at, to });
      setWaiting(true);
      onSay(i18n.t(tool === "arrow" ? "picture.editor.secondArrow" : "picture.editor.second"));
    }
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      const next = draft ? stretch(draft, ...arrow, event.shiftKey, sight) : firstDraft(sight);
      setWaiting(false);
      setDraft(next);
      onSay(sayDraft(next, sight, tool));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (draft) set(draft.from, draft.to);
      else setDraft(firstDraft(sight));
    } else if (event.key === "Escape" && draft) {
      event.preventDefault();
      event.stopPropagation();
      forget();
      onSay("");
    }
  };

  // It is worked with by the keyboard alone as well, so it can be tabbed to.
  const takes = {
    tabIndex: 0,
    onPointerDown: onDown,
    onPointerMove: onMove,
    onPointerUp: onUp,
    onPointerCancel: forget,
    onKeyDown: onKey,
  };
  return (
    <div className={styles.work}>
      <div
        className={styles.stage}
        style={{ "--ratio": sight.w / sight.h } as CSSProperties}
        role="application"
        aria-label={i18n.t("picture.editor.stage")}
        aria-describedby="stage-hint"
        {...takes}
      >
        <canvas ref={canvas} aria-hidden="true" />
        <Outlines sight={sight} draft={draft} tool={tool} rects={source.covers[pointed ?? -1]?.rects ?? []} />
      </div>
      <p id="stage-hint" className={styles.soft}>
        {i18n.t(tool === "arrow" ? "picture.editor.hintArrow" : "picture.editor.hint")}
      </p>
      <output className={styles.said}>{said}</output>
    </div>
  );
}
