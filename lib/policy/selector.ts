const LONGEST = 300;

/** As frameworks write `md\:w-1\/2`. */
const ESCAPED = String.raw`\\[!-+./:-@[-^{-~]`;
const NAME = String.raw`-?[a-z_\u0080-\uffff](?:[\w\u0080-\uffff-]|${ESCAPED})*`;
const TAG = String.raw`[a-z][\w-]*`;
const VALUE = String.raw`(?:"[^"\\\n]*"|'[^'\\\n]*'|${NAME})`;
const NTH = String.raw`(?:odd|even|[+-]?\d*n(?:[ \t]*[+-][ \t]*\d+)?|\d+)`;
const PLAIN = String.raw`#${NAME}|\.${NAME}|\[${NAME}(?:[~|^$*]?=${VALUE})?\]`;
const PSEUDO = String.raw`:(?:first|last|only)-(?:child|of-type)|:empty|:nth-(?:last-)?(?:child|of-type)\(${NTH}\)`;
const NOT = String.raw`:not\((?:${TAG}|${PLAIN}|${PSEUDO})\)`;
const COMPOUND = String.raw`(?![\s>+~]|$)(?:\*|${TAG})?(?:${PLAIN}|${PSEUDO}|${NOT})*`;
const WHOLE = new RegExp(String.raw`^${COMPOUND}(?:(?:[ \t]*[>+~][ \t]*|[ \t]+)${COMPOUND})*$`, "i");

/**
 * Whether a text is a CSS selector that every browser takes and that is quick to match: names, classes, ids,
 * attributes, combinators, places among siblings (`td:nth-child(3)`) and a simple `:not()`. The worker has no document
 * to ask, and in a page a selector that throws would mean no picture at all.
 */
export function isSelector(text: string): boolean {
  return text.length <= LONGEST && WHOLE.test(text);
}
