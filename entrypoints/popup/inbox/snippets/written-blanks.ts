import { i18n } from "#i18n";
import type { Blank } from "@/lib/answers/blanks";

/** How a blank is written in the reader's language. */
export function writtenBlanks(): Record<Blank, string> {
  return {
    name: i18n.t("inbox.snippets.blank.name"),
    site: i18n.t("inbox.snippets.blank.site"),
    link: i18n.t("inbox.snippets.blank.link"),
  };
}
