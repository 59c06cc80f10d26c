import type { Site } from "./policy";

/** What a site is called in a language such as `de-AT`: the name for it, that for `de`, or the one that reports carry. */
export function nameFor({ name, names }: Pick<Site, "name" | "names">, language: string): string {
  const wanted = language.toLowerCase();
  const by = (tag: string | undefined) => names?.find((one) => one.language.toLowerCase() === tag)?.text;
  return by(wanted) ?? by(wanted.split("-")[0]) ?? name;
}
