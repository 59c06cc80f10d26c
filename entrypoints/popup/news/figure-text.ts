import { i18n } from "#i18n";
import type { FigureBlock } from "@/lib/protocol/digest";
import { sayNumber } from "../words/locale";
import { hoursText } from "../words/say";

/** A figure of a month as a sentence; null where there is nothing in it to say. */
export function figureText({ name, people, hours, of, annoyances = 0 }: FigureBlock): string | null {
  const count = sayNumber(people);
  switch (name) {
    case "told":
      return annoyances > 0
        ? i18n.t("news.figure.told", annoyances, [sayNumber(annoyances), count])
        : i18n.t("news.figure.toldNone");
    case "given":
      if (people === 0) return null;
      return hours === undefined
        ? i18n.t("news.figure.helped", [count])
        : i18n.t("news.figure.given", [hoursText(hours), count]);
    case "unconfirmed":
      return people > 0 ? i18n.t("news.figure.unconfirmed", [count]) : null;
    case "lost":
    case "declined":
      return people > 0 && hours !== undefined
        ? i18n.t(name === "lost" ? "news.figure.lost" : "news.figure.declined", [hoursText(hours), count])
        : null;
    case "coverage":
    case "wishes":
      return of
        ? i18n.t(name === "wishes" ? "news.figure.wishes" : "news.figure.coverage", [count, sayNumber(of)])
        : null;
    default:
      return name satisfies never;
  }
}
