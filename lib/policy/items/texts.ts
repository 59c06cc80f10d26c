import { z } from "zod";
import { isUnset, type Refuse } from "./refusals";

const MOST = 20;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A text in one language. */
export interface TextIn {
  language: string;
  text: string;
}

/** The same text in several languages, item by item; `longest` in characters. */
export function readTexts(value: unknown, place: string, longest: number, refuse: Refuse): TextIn[] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value)) return (refuse(place, "wrong-shape", value), []);
  if (value.length > MOST) refuse(`${place}[${MOST}]`, "too-many", value[MOST]);
  const one = z.object({ language: z.string().regex(LANGUAGE), text: z.string().regex(/\S/).max(longest) });
  return value.slice(0, MOST).flatMap((item: unknown, index) => {
    const { data } = one.safeParse(item);
    if (!data) refuse(`${place}[${index}]`, "wrong-shape", item);
    return data ? [{ language: data.language, text: data.text.trim() }] : [];
  });
}
