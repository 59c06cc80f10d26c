import { i18n } from "#i18n";
import type { CORNERS } from "@/lib/policy/choices";
import type { Policy, Site } from "@/lib/policy/policy";
import styles from "./Options.module.css";

const CORNER_WORDS = {
  "bottom-right": "options.corner.bottomRight",
  "bottom-left": "options.corner.bottomLeft",
  "top-right": "options.corner.topRight",
  "top-left": "options.corner.topLeft",
} as const satisfies Record<(typeof CORNERS)[number], string>;

/** How the button looks and where it is, by the organisation's policy, as a line of a list of facts. */
export function ButtonFacts({ policy: { button } }: { policy: Policy }) {
  return (
    <div>
      <dt>{i18n.t("options.place.button")}</dt>
      {button.labels.length > 0 ? <dd>{button.labels.map(({ text }) => text).join(", ")}</dd> : null}
      <dd>{i18n.t(CORNER_WORDS[button.corner])}</dd>
      {button.colour === null ? null : (
        <dd className={styles.colour}>
          <span className={styles.swatch} style={{ background: button.colour }} aria-hidden="true" />
          {button.colour}
        </dd>
      )}
    </div>
  );
}

/** A tool, with what is different there. */
export function SiteFact({ site }: { site: Site }) {
  const { matches, titles, launcher, corner, names = [] } = site;
  const more = [
    matches.join(", "),
    ...(names.length > 0 ? [names.map(({ language, text }) => `${language}: ${text}`).join(", ")] : []),
    ...(titles === false ? [i18n.t("options.withoutTitles")] : []),
    ...(launcher === false ? [i18n.t("options.withoutButton")] : []),
    ...(corner ? [i18n.t(CORNER_WORDS[corner])] : []),
  ];
  return (
    <dd>
      <b>{site.name}</b> <span className={styles.soft}>{more.join(" · ")}</span>
    </dd>
  );
}
