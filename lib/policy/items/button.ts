import { CORNERS } from "../choices";
import type { ButtonLook } from "../policy";
import { record } from "./record";
import { isUnset, type Refuse } from "./refusals";
import { readTexts } from "./texts";
import { readChoice } from "./values";

const LONGEST_LABEL = 40;
const COLOUR = /^#[0-9a-f]{6}$/i;

export function readButton(value: unknown, refuse: Refuse): ButtonLook {
  const parsed = record.safeParse(value);
  if (!isUnset(value) && !parsed.success) refuse("button", "wrong-shape", value);
  const { labels, corner, colour } = parsed.data ?? {};
  return {
    labels: readTexts(labels, "button.labels", LONGEST_LABEL, refuse),
    corner: readChoice(corner, "button.corner", CORNERS, "bottom-right", refuse),
    colour: readColour(colour, refuse),
  };
}

function readColour(value: unknown, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  if (typeof value === "string" && COLOUR.test(value)) return value.toLowerCase();
  return (refuse("button.colour", "not-a-colour", value), null);
}
