/** Where text nodes in sight stand in one long text, and how to get back from it to the page. */
export interface TextPiece {
  node: Text;
  /** Where the piece begins in the node. */
  offset: number;
  /** Where it begins and ends in the long text. */
  start: number;
  end: number;
  /** Places where white space was folded: from `at` (in the piece as it reads) on, `more` characters further on. */
  folds: readonly { at: number; more: number }[];
}

/** How the next piece follows the one before it: in its word, behind it, as a value beside its label, on a new line. */
export type Border = "" | " " | ": " | "\n";

/** Characters: the end of a text, as far as it matters for what follows. */
const TAIL = 20;

/** The texts in sight as a person reads them: one after the other, words of one line together. */
export function createReading() {
  const pieces: TextPiece[] = [];
  let text = "";
  // Apart from the text: looking for its end in all of it took half of the time on a page of 2,000 texts.
  let tail = "";
  return {
    pieces,
    text: () => text,
    add(node: Text, offset: number, raw: string, border: Border, keepsLines: boolean): void {
      const joint = text && between(tail, border);
      text += joint;
      const { read, folds } = fold(raw, keepsLines);
      pieces.push({ node, offset, start: text.length, end: text.length + read.length, folds });
      text += read;
      tail = (tail + joint + read).slice(-TAIL);
    },
  };
}

function between(tail: string, border: Border): string {
  if (border === " ") return /\s$/.test(tail) ? "" : " ";
  return border === ": " && /[:=]\s*$/.test(tail) ? " " : border;
}

export type Reading = ReturnType<typeof createReading>;

/** White space as it is shown: one space for a run of it, one line break where lines are kept. */
function fold(raw: string, keepsLines: boolean): { read: string; folds: TextPiece["folds"] } {
  if (!/[\t\n\f\r]| {2}/.test(raw)) return { read: raw, folds: [] };
  const folds: { at: number; more: number }[] = [];
  let read = "";
  let done = 0;
  for (const { index, 0: blank } of raw.matchAll(/[\t\n\f\r ]+/g)) {
    read += raw.slice(done, index) + (keepsLines && blank.includes("\n") ? "\n" : " ");
    done = index + blank.length;
    if (blank.length > 1) folds.push({ at: read.length, more: done - read.length });
  }
  return { read: read + raw.slice(done), folds };
}

/** Parts of text nodes that make up a piece of the long text; both offsets are in the node. */
export function partsOf(pieces: readonly TextPiece[], start: number, end: number) {
  const parts: { node: Text; start: number; end: number }[] = [];
  for (let index = firstEndingAfter(pieces, start); index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || piece.start >= end) break;
    const from = inNode(piece, Math.max(start, piece.start) - piece.start);
    // The end of the last character, not the beginning of the next: a fold may lie between them.
    const to = inNode(piece, Math.min(end, piece.end) - piece.start - 1) + 1;
    if (to > from) parts.push({ node: piece.node, start: from, end: to });
  }
  return parts;
}

function inNode({ offset, folds }: TextPiece, at: number): number {
  let more = 0;
  for (const { at: from, more: further } of folds) {
    if (from > at) break;
    more = further;
  }
  return offset + at + more;
}

function firstEndingAfter(pieces: readonly TextPiece[], at: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
