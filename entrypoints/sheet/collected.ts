import { i18n } from "#i18n";
import { joinList } from "./join-list";
import { nameFor } from "@/lib/policy/name-for";
import type { Policy } from "@/lib/policy/policy";

/** What a report holds, point by point, as the policy has it. */
export function collectedPoints(policy: Policy): string[] {
  const { identity, capture } = policy;
  const isNamed = identity.mode !== "anonymous";
  const black = capture.selectors.length + capture.patterns.length;
  return [
    i18n.t("sheet.collected.words"),
    i18n.t("sheet.collected.page"),
    titlePoint(policy),
    i18n.t(isNamed ? "sheet.collected.exact" : "sheet.collected.exactNever"),
    capture.query.length > 0
      ? i18n.t("sheet.collected.query", [joinList(capture.query)])
      : i18n.t("sheet.collected.queryNone"),
    i18n.t(capture.timings ? "sheet.collected.timings" : "sheet.collected.timingsOff"),
    i18n.t("sheet.collected.machine"),
    i18n.t(capture.elementText ? "sheet.collected.pointed" : "sheet.collected.pointedBare"),
    i18n.t(`sheet.collected.picture.${pictureOf(policy)}`),
    ...(black > 0 ? [i18n.t("sheet.collected.black", [capture.selectors.length, capture.patterns.length])] : []),
    i18n.t(`sheet.collected.name.${identity.mode}`),
    ...(isNamed && identity.name === "profile" ? [i18n.t("sheet.collected.profile")] : []),
    i18n.t("sheet.collected.shown"),
    i18n.t("sheet.collected.never"),
  ];
}

/** `on` takes none of a report that goes without a name: where all do, it is by the tick alone. */
function pictureOf({ identity, capture }: Policy): Policy["capture"]["picture"] {
  return capture.picture === "on" && identity.mode === "anonymous" ? "ask" : capture.picture;
}

function titlePoint({ identity, sites }: Policy): string {
  const without = sites.filter(({ titles }) => titles === false);
  if (identity.mode === "anonymous" || (without.length > 0 && without.length === sites.length))
    return i18n.t("sheet.collected.titleNever");
  if (without.length === 0) return i18n.t("sheet.collected.title");
  return i18n.t("sheet.collected.titleBut", [joinList(without.map((site) => nameFor(site, i18n.t("words.locale"))))]);
}
