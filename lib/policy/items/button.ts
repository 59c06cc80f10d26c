import { z } from "zod";
import { CORNERS } from "../choices";
import type { ButtonLook } from "../policy";
import { record } from "./record";
import { isUnset, type Refuse } from "./refusals";
import { readChoice } from "./values";

const MOST = 20;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const label = z.object({ language: z.string().regex(LANGUAGE), text: z.string().regex(/\S/).max(40) });

export function readButton(value: unknown, refuse: Refuse): ButtonLook {
  const parsed = record.safeParse(value);
  if (!isUnset(value) && !parsed.success) refuse("button", "wrong-shape", value);
  const { labels, corner } = parsed.data ?? {};
  return {
    labels: readLabels(labels, refuse),
    corner: readChoice(corner, "button.corner", CORNERS, "bottom-right", refuse),
  };
}

function readLabels(value: unknown, refuse: Refuse): ButtonLook["labels"] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value)) return (refuse("button.labels", "wrong-shape", value), []);
  if (value.length > MOST) refuse(`button.labels[${MOST}]`, "too-many", value[MOST]);
  return value.slice(0, MOST).flatMap((item: unknown, index) => {
    const { data } = label.safeParse(item);
    if (!data) refuse(`button.labels[${index}]`, "wrong-shape", item);
    return data ? [{ language: data.language, text: data.text.trim() }] : [];
  });
}
