import { findPrivate, type FindOptions } from "@/lib/capture/private/find-private";
import { readText } from "@/lib/capture/read-text";
import type { CoverKind } from "../shot";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NO_VALUE_IN_SIGHT = /^(?:hidden|checkbox|radio|range|color|image)$/;
/** Names of fields whose value is a secret whatever it looks like: en, de, pt, es, fr, and how programs call them. */
const SECRET =
  /pass(?:wor|phr|code|wd)|\bpwd|kennwort|senha|contrase|mot de passe|secret|token|api.?key|cvv|cvc|\botp\b|\bpin\b|\btan\b/i;
const SECRET_FILLED_IN = /(?:current|new)-password|one-time-code/;
const CARD_FILLED_IN = /cc-(?:number|csc|exp)/;
/** Longer values are not read through; nobody knows then which part of them is in sight. */
const LONGEST_VALUE = 20_000;

/** Why a field must not be seen, or null where it may be. Its whole box is covered: how long a value is tells as well. */
export function fieldKind(field: Field, options: FindOptions): CoverKind | null {
  if (field.localName === "select") return textKind(chosenIn(field as HTMLSelectElement), nameOf(field), options);
  const { type, value, autocomplete } = field as HTMLInputElement;
  if (type === "password") return "password";
  if (NO_VALUE_IN_SIGHT.test(type)) return null;
  const shown = value || (field as HTMLInputElement).placeholder || "";
  if (shown === "") return null;
  if (shown.length > LONGEST_VALUE) return "text";
  const name = nameOf(field);
  if (value !== "" && !/^(?:submit|button|reset)$/.test(type)) {
    if (SECRET.test(name) || SECRET_FILLED_IN.test(autocomplete) || isMasked(field)) return "password";
    if (CARD_FILLED_IN.test(autocomplete)) return "card";
    if (type === "email") return "email";
    if (type === "tel") return "phone";
  }
  return textKind(shown, name, options);
}

/** By itself and with its name: "IBAN: DE…" is found with a slip of the pen in it, and "Password: …" at all. */
function textKind(value: string, name: string, options: FindOptions): CoverKind | null {
  const before = `${name}: `;
  const named = findPrivate(before + value, options).find(({ end }) => end > before.length);
  return named?.kind ?? findPrivate(value, options)[0]?.kind ?? null;
}

function chosenIn(select: HTMLSelectElement): string {
  const options = select.size > 1 || select.multiple ? [...select.options].slice(0, 500) : [...select.selectedOptions];
  return options.map((option) => option.label.slice(0, 500)).join("\n");
}

function nameOf(field: Field): string {
  const labels = [...(field.labels ?? [])].slice(0, 3).map((label) => readText(label, { maxChars: 80, maxNodes: 40 }));
  const own = [field.ariaLabel, field.name, field.id].map((name) => name?.slice(0, 80));
  return [...labels, ...own].filter(Boolean).join(" ");
}

/** Dots instead of letters, without being a password field. */
function isMasked(field: Field): boolean {
  const style = field.ownerDocument.defaultView?.getComputedStyle(field);
  return /^(?:disc|circle|square)$/.test(style?.getPropertyValue("-webkit-text-security") ?? "");
}
