import { BLACKED_OUT, findPrivate, mergeSpans, type FindOptions } from "./find-private";
import type { PrivateSpan } from "./private-span";

/** A hidden piece can free its neighbour, which stood against it; more than a few rounds is somebody's game. */
const ROUNDS = 8;

/** The text with every span replaced by the same mark. Spans may come in any order and overlap. */
export function blackOut(text: string, spans: readonly PrivateSpan[]): string {
  let result = "";
  let done = 0;
  for (const { start, end } of mergeSpans(text, spans)) {
    result += text.slice(done, start) + BLACKED_OUT;
    done = end;
  }
  return result + text.slice(done);
}

/** Finds and blacks out, until nothing is left to find: `redact(redact(x))` is `redact(x)`. */
export function redact(text: string, options: FindOptions = {}): string {
  let result = text;
  for (let round = 0; round < ROUNDS; round++) {
    const spans = findPrivate(result, options);
    if (spans.length === 0) break;
    result = blackOut(result, spans);
  }
  return result;
}
