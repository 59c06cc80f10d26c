import { useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { PrivateKind } from "@/lib/capture/private/private-span";
import { replaceIn } from "./edit-box";
import { type Finding, kindsOf, openFindings, shortValue } from "./finding";
import styles from "./private.module.css";
import { useFindings } from "./use-findings";

/** Always the same, so that its length tells nothing. */
const BLACK = "█████";
/** More at once would hide the form; the next ones come as these are decided. */
const MOST_SHOWN = 3;

export interface PrivateWordsProps {
  text: string;
  /** What the organisation wants to be marked too. Must keep its identity between renders. */
  patterns: readonly string[];
  /** The textbox that the text is in. */
  box: () => HTMLTextAreaElement | null;
}

interface Blacked {
  at: number;
  value: string;
  /** The whole text just after it: as soon as the person goes on typing, the browser's own undo is the way. */
  after: string;
}

/** Names what looks private below a textbox, and offers to black it out. Nothing is changed unasked. */
export function PrivateWords({ text, patterns, box }: PrivateWordsProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [blacked, setBlacked] = useState<readonly Blacked[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const findings = openFindings(useFindings(text, patterns), text, left);
  const last = blacked.at(-1);
  const canUndo = last !== undefined && last.after === text;

  const moveOn = () => {
    // To the next that waits for a decision, else back to the words.
    requestAnimationFrame(() => (list.current?.querySelector("button") ?? box())?.focus({ preventScroll: true }));
  };
  const blackOut = ({ start, end, value }: Finding) => {
    const target = box();
    if (!target) return;
    replaceIn(target, start, end, BLACK);
    setBlacked([...(canUndo ? blacked : []), { at: start, value, after: target.value }]);
    moveOn();
  };
  const undo = () => {
    const target = box();
    if (!target || !last) return;
    replaceIn(target, last.at, last.at + BLACK.length, last.value);
    setBlacked(blacked.slice(0, -1));
  };
  const leave = ({ value }: Finding) => {
    setLeft(new Set(left).add(value));
    moveOn();
  };

  const kinds = new Intl.ListFormat(i18n.t("words.locale"), { type: "unit" }).format(kindsOf(findings).map(sayKind));
  const more = findings.length - MOST_SHOWN;
  return (
    <div className={styles.private} data-empty={findings.length === 0 && !canUndo}>
      {/* Always there, so that what comes into it is read out; politely, at the end of a sentence. */}
      <p aria-live="polite" className={styles.found}>
        {findings.length > 0 ? i18n.t("private.found", [kinds]) : canUndo ? i18n.t("private.done") : null}
      </p>
      <div ref={list}>
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <Offer key={finding.start} finding={finding} onBlackOut={blackOut} onLeave={leave} />
        ))}
      </div>
      {more > 0 ? <p className={styles.more}>{i18n.t("private.more", more)}</p> : null}
      {canUndo ? (
        <Button look="quiet" className={styles.undo} onClick={undo}>
          {i18n.t("private.undo")}
        </Button>
      ) : null}
    </div>
  );
}

interface OfferProps {
  finding: Finding;
  onBlackOut: (finding: Finding) => void;
  onLeave: (finding: Finding) => void;
}

function Offer({ finding, onBlackOut, onLeave }: OfferProps) {
  const name = (what: string) => i18n.t("private.what", [what, sayKind(finding.kind), shortValue(finding.value)]);
  const [blackOut, leave] = [i18n.t("private.blackOut"), i18n.t("private.leave")];
  return (
    <div className={styles.offer}>
      <span className={styles.value}>
        <bdi>{shortValue(finding.value)}</bdi>
      </span>
      <span className={styles.choice}>
        <Button look="quiet" aria-label={name(blackOut)} onClick={() => onBlackOut(finding)}>
          {blackOut}
        </Button>
        <Button look="quiet" aria-label={name(leave)} onClick={() => onLeave(finding)}>
          {leave}
        </Button>
      </span>
    </div>
  );
}

function sayKind(kind: PrivateKind): string {
  return i18n.t(`private.kind.${kind === "person-id" ? "personId" : kind}`);
}
