import Lock from "lucide-react/icons/lock";
import { i18n } from "#i18n";
import { isSendOnly } from "@/lib/policy/is-send-only";
import type { ImpactRules, Notifications, Policy } from "@/lib/policy/policy";
import { ButtonFacts, SiteFact } from "./ButtonFacts";
import { CarriesFacts } from "./CarriesFacts";
import { dayName } from "./day-name";
import styles from "./Options.module.css";
import { SIGN_IN_WORDS, SINKS } from "./settings-form";

function secret(value: string | null): string {
  return i18n.t(value === null ? "options.notSet" : "options.isSet");
}

function notifyLines({ answers, cannotWork, quietHours, quietDays }: Notifications): string[] {
  if (!answers && !cannotWork) return [i18n.t("options.notify.off")];
  const days = quietDays.map(dayName);
  return [
    ...(answers ? [i18n.t("options.notify.answers")] : []),
    ...(cannotWork ? [i18n.t("options.notify.cannotWork")] : []),
    ...(quietHours ? [i18n.t("options.notify.quiet", [clock(quietHours.from), clock(quietHours.to)])] : []),
    ...(days.length > 0 ? [i18n.t("options.notify.days", [days.join(", ")])] : []),
  ];
}

/** Minutes since midnight as `07:30`. */
function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function rateText({ perHour, currency }: NonNullable<ImpactRules["rate"]>): string {
  return new Intl.NumberFormat(i18n.t("words.locale"), { style: "currency", currency }).format(perHour);
}

function delayText(minutes: number): string {
  return minutes === 0 ? i18n.t("options.delay.none") : i18n.t("options.delay.minutes", minutes);
}

/** What the organisation has in force, to look at. Keys are named, never shown; a webhook has one behind its `?`. */
export function ManagedSettings({ policy }: { policy: Policy }) {
  return (
    <section className={styles.card}>
      <h2 className={styles.managed}>
        <Lock aria-hidden="true" />
        {i18n.t("options.managed")}
      </h2>
      <p className={styles.soft}>{i18n.t("options.managedText")}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{i18n.t("options.endpoint")}</dt>
          <dd>{policy.endpoint?.split("?")[0] ?? i18n.t("options.notSet")}</dd>
        </div>
        {isSendOnly(policy) ? (
          <div>
            <dt>{i18n.t("options.sink")}</dt>
            <dd>{i18n.t(SINKS[policy.sink.profile])}</dd>
          </div>
        ) : null}
        <div>
          <dt>{i18n.t("options.ingestToken")}</dt>
          <dd>{secret(policy.ingestToken)}</dd>
        </div>
        <div>
          <dt>{i18n.t("options.sites")}</dt>
          {policy.sites.length === 0 ? <dd>{i18n.t("options.notSet")}</dd> : null}
          {policy.sites.map((site) => (
            <SiteFact key={site.name + site.matches.join(" ")} site={site} />
          ))}
        </div>
        <ButtonFacts policy={policy} />
        <CarriesFacts policy={policy} />
        <div>
          <dt>{i18n.t("options.signIns.legend")}</dt>
          <dd>{i18n.t(SIGN_IN_WORDS[policy.reviewers.signIn])}</dd>
        </div>
        {policy.reviewers.signIn === "token" ? (
          <div>
            <dt>{i18n.t("options.reviewerToken")}</dt>
            <dd>{secret(policy.reviewers.token)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{i18n.t("options.jargon")}</dt>
          <dd>{policy.answers.jargon.map(({ word }) => word).join(", ") || i18n.t("options.notSet")}</dd>
        </div>
        {policy.moveWaiting ? (
          <div>
            <dt>{i18n.t("options.place.moveWaiting")}</dt>
            <dd>{i18n.t("options.moves")}</dd>
          </div>
        ) : null}
        {policy.sharedDevice ? (
          <div>
            <dt>{i18n.t("options.shared.fact")}</dt>
            <dd>{i18n.t("options.shared.yes")}</dd>
          </div>
        ) : null}
        {policy.identity.mode === "required" || policy.sharedDevice ? null : (
          <div>
            <dt>{i18n.t("options.place.anonymousDelayMinutes")}</dt>
            <dd>{delayText(policy.anonymousDelayMinutes)}</dd>
          </div>
        )}
        <div>
          <dt>{i18n.t("options.place.contact")}</dt>
          <dd>{policy.contact ?? i18n.t("options.notSet")}</dd>
          {policy.privacyNotice ? <dd>{policy.privacyNotice}</dd> : null}
        </div>
        <div>
          <dt>{i18n.t("options.notify.fact")}</dt>
          {notifyLines(policy.notifications).map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
        <div>
          <dt>{i18n.t("options.impact.fact")}</dt>
          <dd>{i18n.t("options.impact.threshold", [String(policy.impact.threshold)])}</dd>
          {policy.impact.rate ? <dd>{i18n.t("options.impact.rate", [rateText(policy.impact.rate)])}</dd> : null}
        </div>
      </dl>
    </section>
  );
}
