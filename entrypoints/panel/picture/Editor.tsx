import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { RadioPills } from "@/components/RadioPills";
import { draw, type Edits, toggleCover, type Tool } from "@/lib/capture/picture/edits";
import type { Point } from "@/lib/capture/picture/geometry";
import { begin, redo, step, undo } from "@/lib/capture/picture/history";
import type { Source } from "@/lib/capture/picture/make-picture";
import { useAllRoom } from "../use-height";
import { CoverList } from "./CoverList";
import styles from "./picture.module.css";
import { Stage } from "./Stage";

export interface EditorProps {
  session: string;
  source: Source;
  edits: Edits;
  onDone: (edits: Edits) => void;
  onCancel: () => void;
}

const TOOLS: readonly Tool[] = ["black", "arrow", "frame", "crop"];
const DID = { black: "didBlack", arrow: "didArrow", frame: "didFrame", crop: "didCrop" } as const;

/** The editor, over the whole panel, which takes the room of the window for it. Nothing of it counts until it is used. */
export function Editor({ session, source, edits, onDone, onCancel }: EditorProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [history, setHistory] = useState(() => begin(edits));
  const [tool, setTool] = useState<Tool>("black");
  const [said, setSaid] = useState("");
  const [pointed, setPointed] = useState<number | null>(null);
  const { now, past, future } = history;
  const size = { w: source.bitmap.width, h: source.bitmap.height };
  useAllRoom(session);

  // Before it leaves the document: a dialog that is closed gives the keyboard back to where it was.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);

  const change = (next: Edits, words: string) => {
    setHistory((before) => step(before, next));
    setSaid(words);
  };
  const onDraw = (from: Point, to: Point) => {
    const next = draw(now, tool, from, to, size);
    change(next, i18n.t(`picture.editor.${next === now ? "didNothing" : DID[tool]}`));
  };
  const back = () => {
    setHistory(undo);
    setSaid(i18n.t("picture.editor.didUndo"));
  };
  const again = () => {
    setHistory(redo);
    setSaid(i18n.t("picture.editor.didRedo"));
  };

  const onKey = (event: KeyboardEvent) => {
    // The panel's own keys close and send it: not from in here.
    event.stopPropagation();
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z";
    if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    } else if (isUndo) {
      event.preventDefault();
      if (event.shiftKey) again();
      else back();
    }
  };

  return (
    <dialog
      ref={dialog}
      className={styles.editor}
      aria-labelledby="editor-title"
      onKeyDown={onKey}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id="editor-title">{i18n.t("picture.edit")}</h2>
      <div className={styles.tools}>
        <RadioPills
          legend={i18n.t("picture.editor.tool")}
          legendHidden
          options={TOOLS.map((value) => ({ value, label: i18n.t(`picture.editor.${value}`) }))}
          value={tool}
          onChange={(next) => next && setTool(next)}
        />
        <div className={styles.steps}>
          <Button look="quiet" aria-disabled={past.length === 0} onClick={back}>
            {i18n.t("picture.editor.undo")}
          </Button>
          <Button look="quiet" aria-disabled={future.length === 0} onClick={again}>
            {i18n.t("picture.editor.redo")}
          </Button>
          {now.crop ? (
            <Button look="quiet" onClick={() => change({ ...now, crop: null }, i18n.t("picture.editor.didWhole"))}>
              {i18n.t("picture.editor.whole")}
            </Button>
          ) : null}
        </div>
      </div>
      <Stage
        source={source}
        edits={now}
        tool={tool}
        pointed={pointed}
        said={said}
        onSay={setSaid}
        onDraw={onDraw}
        onFail={onCancel}
      />
      <CoverList
        covers={source.covers}
        edits={now}
        onPoint={setPointed}
        onToggle={(index) => change(toggleCover(now, index), "")}
      />
      <div className={styles.foot}>
        <Button onClick={onCancel}>{i18n.t("picture.editor.cancel")}</Button>
        <Button look="main" onClick={() => onDone(now)}>
          {i18n.t("picture.editor.done")}
        </Button>
      </div>
    </dialog>
  );
}
