import { i18n } from "#i18n";
import { isSendOnly } from "@/lib/policy/is-send-only";
import type { Policy } from "@/lib/policy/policy";

/** When something leaves the computer, and to where. */
export function leavingPoints(policy: Policy): string[] {
  if (policy.endpoint === null) return [i18n.t("sheet.leaves.nothing")];
  const isOneWay = isSendOnly(policy);
  return [
    i18n.t("sheet.leaves.press", [new URL(policy.endpoint).host]),
    ...waitPoint(policy),
    ...(policy.moveWaiting ? [i18n.t("sheet.leaves.moves")] : []),
    i18n.t(isOneWay ? "sheet.leaves.oneWay" : "sheet.leaves.asks"),
    ...(isOneWay ? [] : [i18n.t(policy.notifications.answers ? "sheet.leaves.told" : "sheet.leaves.notTold")]),
  ];
}

/** How long what has no name waits. */
function waitPoint({ identity, sharedDevice, anonymousDelayMinutes: minutes }: Policy): string[] {
  if (identity.mode === "required") return [];
  if (sharedDevice) return [i18n.t("sheet.leaves.shared")];
  return [minutes === 0 ? i18n.t("sheet.leaves.atOnce") : i18n.t("sheet.leaves.waits", minutes)];
}

/** How long it is kept, there and here. */
export function keptPoints(policy: Policy, retention: { reportsMonths: number; imagesDays: number } | undefined) {
  const here = i18n.t(policy.sharedDevice ? "sheet.kept.hereShared" : "sheet.kept.here");
  if (policy.endpoint === null) return [here];
  if (isSendOnly(policy)) return [i18n.t("sheet.kept.oneWay"), here];
  const hasPictures = policy.capture.picture !== "off";
  return [
    ...(retention
      ? [
          i18n.t("sheet.kept.reports", retention.reportsMonths),
          ...(hasPictures ? [i18n.t("sheet.kept.pictures", retention.imagesDays)] : []),
          i18n.t("sheet.kept.open"),
        ]
      : [i18n.t("sheet.kept.unknown")]),
    here,
    ...(policy.sharedDevice ? [] : [i18n.t("sheet.kept.takeBack")]),
  ];
}

/** Who sees it. */
export function seenPoints(policy: Policy): string[] {
  if (policy.endpoint !== null && isSendOnly(policy)) {
    return [i18n.t("sheet.seen.oneWay", [new URL(policy.endpoint).host]), i18n.t("sheet.seen.nobody")];
  }
  return [
    i18n.t(policy.sharedDevice ? "sheet.seen.youShared" : "sheet.seen.you"),
    i18n.t("sheet.seen.colleagues"),
    i18n.t("sheet.seen.it"),
    ...(policy.identity.mode === "anonymous" ? [] : [i18n.t("sheet.seen.trail")]),
    i18n.t("sheet.seen.keepers"),
    i18n.t("sheet.seen.nobody"),
  ];
}
