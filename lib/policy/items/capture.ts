import { RE2JS } from "re2js";
import { PICTURES } from "../choices";
import type { CaptureRules, RefusalReason } from "../policy";
import { isSelector } from "../selector";
import { readChoice, readList, readSwitch } from "./values";
import { record } from "./record";
import { isUnset, type Refuse } from "./refusals";

const MOST = { selectors: 100, patterns: 50, query: 50 };
const LONGEST_PATTERN = 200;
/** Steps of the compiled expression, with which the time for a text grows. `.{1,100}` has some 200. */
const LARGEST_PATTERN = 250;
const LONGEST_NAME = 100;
/** No event may have a key of this name. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

export function readCapture(value: unknown, refuse: Refuse): CaptureRules {
  const parsed = record.safeParse(value);
  if (!isUnset(value) && !parsed.success) refuse("capture", "wrong-shape", value);
  const { picture, selectors, patterns, query, timings, elementText } = parsed.data ?? {};
  const list = (raw: unknown, key: keyof typeof MOST, check: (text: string) => RefusalReason | null) =>
    readList(raw, `capture.${key}`, { most: MOST[key], check }, refuse);
  return {
    picture: readChoice(picture, "capture.picture", PICTURES, "ask", refuse),
    selectors: list(selectors, "selectors", (text) => (isSelector(text) ? null : "not-a-selector")),
    patterns: list(patterns, "patterns", (text) => (isExpression(text) ? null : "not-an-expression")),
    query: list(query, "query", (text) => (isName(text) ? null : "wrong-shape")),
    timings: readSwitch(timings, "capture.timings", refuse),
    elementText: readSwitch(elementText, "capture.elementText", refuse),
  };
}

/** Whether the engine that will run it takes it, and nobody has to wait for it. */
function isExpression(text: string): boolean {
  if (text === "" || text.length > LONGEST_PATTERN) return false;
  try {
    return RE2JS.compile(text).programSize() <= LARGEST_PATTERN;
  } catch {
    return false;
  }
}

function isName(text: string): boolean {
  return /\S/.test(text) && text.length <= LONGEST_NAME && !FORBIDDEN.has(text);
}
