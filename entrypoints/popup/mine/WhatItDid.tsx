import Check from "lucide-react/icons/check";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { hoursText, joinDots, titleText } from "../words/say";
import page from "./MyReports.module.css";
import type { Gone } from "./summary";
import styles from "./WhatItDid.module.css";

/** More are one press away: the list is to be glad of, and not to be scrolled past. */
const MOST_SHOWN = 3;

/** The annoyances of this person that are gone, with what each of them gave back. */
export function WhatItDid({ gone }: { gone: readonly Gone[] }) {
  const [isAll, setAll] = useState(false);
  return (
    <section className={page.part} aria-labelledby="what-it-did">
      <h2 id="what-it-did" className={page.heading}>
        {i18n.t("mine.did.title")}
      </h2>
      <ul className={page.cards} aria-labelledby="what-it-did">
        {(isAll ? gone : gone.slice(0, MOST_SHOWN)).map((one) => (
          <Entry key={one.id} gone={one} />
        ))}
      </ul>
      {gone.length > MOST_SHOWN ? (
        <Button look="quiet" className={styles.more} aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? i18n.t("known.fewer") : i18n.t("known.all", [String(gone.length)])}
        </Button>
      ) : null}
    </section>
  );
}

function Entry({ gone: { report, joined, hours, isPartly } }: { gone: Gone }) {
  const title = report ? titleText(report) : (joined?.title ?? "");
  return (
    <li className={styles.line}>
      <Check className={styles.icon} aria-hidden="true" />
      <span className={styles.title} lang={report?.lang ?? joined?.lang} dir="auto">
        {title}
      </span>
      <span className={styles.soft}>{joinDots([isPartly && i18n.t("mine.did.partly"), backText(hours)])}</span>
    </li>
  );
}

function backText(hours: number | null): string {
  if (hours === null) return i18n.t("mine.did.notSaid");
  return hours === 0 ? i18n.t("mine.did.once") : i18n.t("mine.did.week", [hoursText(hours)]);
}
