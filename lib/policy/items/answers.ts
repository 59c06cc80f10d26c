import { z } from "zod";
import type { OwnWord } from "../policy";
import { record } from "./record";
import { isUnset, type Refuse } from "./refusals";

const MOST = 500;
/** `word` has at least a letter or a digit; without `say` it is marked, and no other word is offered. */
const ownWord = z.object({
  word: z
    .string()
    .max(80)
    .regex(/[\p{L}\p{N}]/u),
  say: z.string().max(120).optional(),
});

/** What the organisation wants to be marked in answers, item by item. */
export function readAnswers(value: unknown, refuse: Refuse): { jargon: OwnWord[] } {
  const parsed = record.safeParse(value);
  if (!isUnset(value) && !parsed.success) refuse("answers", "wrong-shape", value);
  const { jargon } = parsed.data ?? {};
  if (isUnset(jargon)) return { jargon: [] };
  if (!Array.isArray(jargon)) return (refuse("answers.jargon", "wrong-shape", jargon), { jargon: [] });
  if (jargon.length > MOST) refuse(`answers.jargon[${MOST}]`, "too-many", jargon[MOST]);
  return {
    jargon: jargon.slice(0, MOST).flatMap((item: unknown, index): OwnWord[] => {
      const { data } = ownWord.safeParse(item);
      if (!data) refuse(`answers.jargon[${index}]`, "wrong-shape", item);
      return data ? [{ word: data.word.trim(), say: data.say?.trim() || null }] : [];
    }),
  };
}
