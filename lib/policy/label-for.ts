import type { ButtonLook } from "./policy";

/** The label for a language such as `de-AT`: its own, that of `de`, or the first; null where there is none at all. */
export function labelFor(labels: ButtonLook["labels"], language: string): string | null {
  const wanted = language.toLowerCase();
  const by = (name: string | undefined) => labels.find((label) => label.language.toLowerCase() === name);
  return (by(wanted) ?? by(wanted.split("-")[0]) ?? labels[0])?.text ?? null;
}
