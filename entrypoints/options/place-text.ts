import { i18n } from "#i18n";
import { readPlace } from "./settings-form";

/** Where an item stands, as a person finds it: "Tool 3, address 1". */
export function placeText(place: string): string {
  const read = readPlace(place);
  if (read.kind === "siteMatch") return i18n.t("options.place.siteMatch", [read.site, read.match]);
  if ("item" in read) return i18n.t(`options.place.${read.kind}`, [read.item]);
  if (read.kind === "site") return i18n.t("options.place.site", [read.site]);
  return i18n.t(`options.place.${read.kind}`);
}
