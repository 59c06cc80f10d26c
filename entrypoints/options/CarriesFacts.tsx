import { i18n } from "#i18n";
import type { Policy } from "@/lib/policy/policy";

/** What reports carry by the organisation's policy, as lines of a list of facts. */
export function CarriesFacts({ policy: { identity, capture } }: { policy: Policy }) {
  const lines = (items: readonly string[]) => (items.length > 0 ? items.join("\n") : i18n.t("options.notSet"));
  const sent = (isSent: boolean) => i18n.t(isSent ? "options.sent" : "options.notSent");
  const facts = [
    [i18n.t("options.identity"), i18n.t(`options.identities.${identity.mode}`)],
    [i18n.t("options.picture"), i18n.t(`options.pictures.${capture.picture}`)],
    [i18n.t("options.selectors"), lines(capture.selectors)],
    [i18n.t("options.patterns"), lines(capture.patterns)],
    [i18n.t("options.query"), lines(capture.query)],
    [i18n.t("options.place.timings"), sent(capture.timings)],
    [i18n.t("options.place.elementText"), sent(capture.elementText)],
  ];
  return facts.map(([name, value]) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ));
}
