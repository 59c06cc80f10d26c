import { Heart, Sprout } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Disclosure } from "@/components/Disclosure";
import { EmptyState } from "@/components/EmptyState";
import type { EarshotDatabase } from "@/lib/database/open";
import { impactOf, type GivenBack, type Impact as Figures, type KindWord } from "@/lib/inbox/impact";
import type { ListedItem } from "@/lib/inbox/item";
import { sayNumber } from "../words/locale";
import { hoursText, joinDots, titleText } from "../words/say";
import styles from "./Impact.module.css";
import { useKindWords } from "./use-kind-words";

/** What people themselves say that they got back, and what they still lose. */
export function Impact({ db, items }: { db: EarshotDatabase; items: readonly ListedItem[] }) {
  const figures = useMemo(
    () => impactOf(items.flatMap(({ doc, joinedInto }) => (joinedInto === null ? doc : []))),
    [items],
  );
  const kindWords = useKindWords(db, items);
  const answered = figures.answers.yes + figures.answers.partly + figures.answers.no;
  if (answered === 0 && figures.unconfirmed.reports === 0 && figures.lost.reports === 0) {
    return (
      <EmptyState icon={<Sprout />} title={i18n.t("impact.empty.title")}>
        <p>{i18n.t("impact.empty.text")}</p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.scroll}>
      <div className={styles.impact}>
        <Headline figures={figures} answered={answered} />
        {figures.givenBack.length > 0 ? <GivenBackList lines={figures.givenBack} /> : null}
        <div className={styles.pair}>
          <Unconfirmed figures={figures} />
          <Lost figures={figures} />
        </div>
        <KindWords words={kindWords} />
      </div>
    </div>
  );
}

function Headline({ figures, answered }: { figures: Figures; answered: number }) {
  const people = figures.givenBack.reduce((sum, line) => sum + line.people - line.unknown, 0);
  const helped = figures.answers.yes + figures.answers.partly;
  if (answered === 0) return <p className={styles.headline}>{i18n.t("impact.empty.text")}</p>;
  return (
    <div className={styles.head}>
      {helped > 0 ? (
        <h2 className={styles.headline}>
          {figures.hours > 0
            ? i18n.t("impact.headline", people, [sayNumber(people), hoursText(figures.hours)])
            : i18n.t("impact.headlineNoHours", helped, [sayNumber(helped)])}
        </h2>
      ) : null}
      <p className={styles.share}>{i18n.t("impact.share", [sayNumber(helped), sayNumber(answered)])}</p>
    </div>
  );
}

function GivenBackList({ lines }: { lines: GivenBack[] }) {
  return (
    <Card title={i18n.t("impact.givenBack")}>
      <ul className={styles.lines} aria-label={i18n.t("impact.givenBack")}>
        {lines.map((line) => (
          <li key={line.id} className={styles.line}>
            <span className={styles.words}>{titleText(line)}</span>
            <b className={styles.hours}>{line.hours > 0 ? hoursText(line.hours) : i18n.t("impact.notCounted")}</b>
            <span className={styles.soft}>
              {joinDots([
                line.site,
                i18n.t("impact.line", line.people, [sayNumber(line.people)]),
                line.unknown > 0 && i18n.t("impact.lineUnknown", line.unknown, [sayNumber(line.unknown)]),
              ])}
            </span>
          </li>
        ))}
      </ul>
      <Disclosure summary={i18n.t("impact.how")}>
        <p className={styles.how}>{i18n.t("impact.howText")}</p>
      </Disclosure>
    </Card>
  );
}

function Unconfirmed({ figures: { unconfirmed } }: { figures: Figures }) {
  if (unconfirmed.reports === 0) return null;
  return (
    <Card title={i18n.t("impact.unconfirmed")}>
      <p>{i18n.t("impact.unconfirmedText", unconfirmed.people, [sayNumber(unconfirmed.people)])}</p>
      {unconfirmed.hours > 0 ? (
        <p className={styles.soft}>{i18n.t("impact.unconfirmedHours", [hoursText(unconfirmed.hours)])}</p>
      ) : null}
    </Card>
  );
}

function Lost({ figures: { lost } }: { figures: Figures }) {
  return (
    <Card title={i18n.t("impact.lost")}>
      <p>{lost.hours > 0 ? i18n.t("impact.lostText", [hoursText(lost.hours)]) : i18n.t("impact.lostNone")}</p>
      {lost.unknown > 0 ? (
        <p className={styles.soft}>{i18n.t("impact.lostUnknown", lost.unknown, [sayNumber(lost.unknown)])}</p>
      ) : null}
    </Card>
  );
}

function KindWords({ words }: { words: KindWord[] }) {
  return (
    <Card title={i18n.t("impact.kindWords")}>
      {words.length === 0 ? <p className={styles.soft}>{i18n.t("impact.noKindWords")}</p> : null}
      <ul className={styles.lines} aria-label={i18n.t("impact.kindWords")}>
        {words.map((word) => (
          <li key={word.id} className={styles.thanks}>
            <Heart className={styles.heart} aria-hidden="true" />
            <div>
              <p className={styles.quote} lang={word.lang} dir="auto">
                {word.text}
              </p>
              <p className={styles.soft}>
                {joinDots([word.from ?? i18n.t("words.nameless"), word.about && i18n.t("impact.about", [word.about])])}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.card}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
