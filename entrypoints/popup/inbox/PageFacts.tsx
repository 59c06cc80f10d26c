import ExternalLink from "lucide-react/icons/external-link";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Disclosure } from "@/components/Disclosure";
import { pathInWords } from "@/lib/inbox/figures";
import { pageAddress } from "@/lib/inbox/page-address";
import { send } from "@/lib/messaging/client";
import type { PageContext } from "@/lib/protocol/context";
import type { ReportDoc } from "@/lib/protocol/documents";
import { useOnce } from "@/components/use-once";
import { languageName, sayNumber } from "../words/locale";
import { joinDots } from "../words/say";
import { failedHow, siteText, timesOf } from "./facts";
import styles from "./InboxDetail.module.css";

export interface PageFactsProps {
  doc: ReportDoc;
  act: (work: Promise<unknown>) => void;
  /** The accessible name, where several reports are in sight. */
  label?: string;
}

/** Where it happened in words, and, folded, what only a technician needs. */
export function PageFacts({ doc, act, label = i18n.t("inbox.page") }: PageFactsProps) {
  const { context } = doc;
  const { busy, once } = useOnce(act);
  if (!context) return <p className={styles.soft}>{i18n.t("inbox.noPage")}</p>;
  const address = pageAddress(context);
  const details = detailsOf(context);
  return (
    <section className={styles.page} aria-label={label}>
      <div className={styles.where}>
        <span>
          <b>{siteText(context)}</b>{" "}
          <span className={styles.soft}>{joinDots([context.title, whereText(context)])}</span>
        </span>
        {address ? (
          <Button
            look="quiet"
            className={styles.open}
            icon={<ExternalLink />}
            busy={busy}
            onClick={() => once(() => send("review.openPage", { reportId: doc.id }))}
          >
            {i18n.t("inbox.openPage")}
          </Button>
        ) : null}
        {address && !address.exact ? <span className={styles.soft}>{i18n.t("inbox.openNear")}</span> : null}
      </div>
      {details.length > 0 ? (
        <Disclosure summary={i18n.t("inbox.details")}>
          <dl className={styles.facts}>
            {details.map(({ name, value }) => (
              <FactRow key={name} name={name}>
                {value}
              </FactRow>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </section>
  );
}

/** "Orders › … › Lines". */
function whereText(context: PageContext): string {
  return pathInWords(context.path ?? "")
    .map((part) => part ?? "…")
    .join(" › ");
}

interface Detail {
  name: string;
  value: string;
}

function detailsOf(context: PageContext): Detail[] {
  return [...pointedAt(context), ...timesAndFailures(context), ...machine(context)];
}

function pointedAt({ element }: PageContext): Detail[] {
  if (!element?.name) return [];
  const value = element.within ? i18n.t("inbox.fact.within", [element.name, element.within]) : element.name;
  return [{ name: i18n.t("inbox.fact.element"), value }];
}

function timesAndFailures({ timings, failedRequests }: PageContext): Detail[] {
  const times = timesOf(timings).map(({ name, seconds }) => ({
    name: i18n.t(`inbox.fact.${name}`),
    value: i18n.t("inbox.fact.seconds", [sayNumber(seconds)]),
  }));
  if (!failedRequests?.length) return times;
  const value = failedRequests
    .map(({ path, status }) => `${whereText({ origin: "", path })}: ${i18n.t(`inbox.failed.${failedHow(status)}`)}`)
    .join("; ");
  return [...times, { name: i18n.t("inbox.fact.failed"), value }];
}

function machine(context: PageContext): Detail[] {
  const zoom = context.zoom === undefined ? null : `${sayNumber(Math.round(context.zoom * 100))} %`;
  return (
    [
      ["browser", context.browser],
      ["os", context.os],
      ["viewport", context.viewport?.replace("x", " × ")],
      ["zoom", zoom],
      ["locale", context.locale && languageName(context.locale)],
    ] as const
  ).flatMap(([name, value]) => (value ? [{ name: i18n.t(`inbox.fact.${name}`), value }] : []));
}

function FactRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
