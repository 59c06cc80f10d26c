import { i18n } from "#i18n";
import { countBlack, type Edits } from "@/lib/capture/picture/edits";
import type { Source } from "@/lib/capture/picture/make-picture";
import type { Cover, CoverKind } from "@/lib/capture/picture/shot";

type Word = Exclude<CoverKind, "person-id" | "pattern" | "selector"> | "personId" | "policy";

function wordOf(kind: CoverKind): Word {
  if (kind === "person-id") return "personId";
  return kind === "pattern" || kind === "selector" ? "policy" : kind;
}

/** What is black in the picture: "Blacked out for you: 2 e-mail addresses and 1 password." */
export function sayBlack({ covers, crop }: Source, edits: Edits): string {
  const { kinds, own } = countBlack(covers, edits);
  const counts = new Map<Word, number>();
  for (const [kind, count] of kinds) counts.set(wordOf(kind), (counts.get(wordOf(kind)) ?? 0) + count);
  const said = [...counts].map(([word, count]) => i18n.t(`picture.by.${word}`, count));
  if (own > 0) said.push(i18n.t("picture.by.own", own));
  const list = new Intl.ListFormat(i18n.t("words.locale")).format(said);
  const black = said.length > 0 ? i18n.t("picture.blacked", [list]) : i18n.t("picture.blackedNone");
  return crop && edits.crop === crop ? `${black} ${i18n.t("picture.part")}` : black;
}

/** A name for each cover, numbered where there are several of a kind: "E-mail address 2". */
export function nameCovers(covers: readonly Cover[]): string[] {
  const all = new Map<Word, number>();
  for (const { kind } of covers) all.set(wordOf(kind), (all.get(wordOf(kind)) ?? 0) + 1);
  const seen = new Map<Word, number>();
  return covers.map(({ kind }) => {
    const word = wordOf(kind);
    const number = (seen.get(word) ?? 0) + 1;
    seen.set(word, number);
    const name = i18n.t(`picture.one.${word}`);
    return (all.get(word) ?? 0) > 1 ? i18n.t("picture.numbered", [name, String(number)]) : name;
  });
}
