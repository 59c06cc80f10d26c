import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Disclosure } from "@/components/Disclosure";
import { KnownWords } from "@/components/KnownWords";
import { StatusWord } from "@/components/StatusWord";
import type { DigestBlock, FixBlock, NoBlock, PublishedMonth } from "@/lib/protocol/digest";
import { saidFor } from "@/lib/known/pick";
import { sayNumber } from "../words/locale";
import { hoursText, joinDots, plainDayText } from "../words/say";
import { figureText } from "./figure-text";
import { monthText } from "../words/month";
import styles from "./News.module.css";

const langs = [i18n.t("words.locale"), ...navigator.languages];
const KNOWN = ["figure", "fix", "no", "words"];

/** A month as everybody reads it: what people got out of it, what IT did, and what it said no to and why. */
export function MonthView({ month, lang, blocks }: Omit<PublishedMonth, "at">) {
  // What a later version has added is passed over.
  const known = blocks.filter((block): block is DigestBlock => KNOWN.includes(block.block));
  const figures = known.flatMap((block) => (block.block === "figure" ? (figureText(block) ?? []) : []));
  const fixes = known.flatMap((block) => (block.block === "fix" ? block : []));
  const nos = known.flatMap((block) => (block.block === "no" ? block : []));
  const words = known.flatMap((block) => (block.block === "words" ? block : []));
  const name = monthText(month, "whole");
  return (
    <article className={styles.month} aria-label={name} lang={i18n.t("words.locale")}>
      <h2 className={styles.name}>{name}</h2>
      {words.map((each) => (
        <p key={each.text} className={styles.own} lang={each.lang || lang} dir="auto">
          {each.text}
        </p>
      ))}
      {figures.length > 0 ? (
        <ul className={styles.figures}>
          {figures.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      <Part title={i18n.t("news.fixes")} count={fixes.length}>
        {fixes.map((fix, at) => (
          <Fix key={at} fix={fix} />
        ))}
      </Part>
      <Part title={i18n.t("news.nos")} count={nos.length}>
        {nos.map((no, at) => (
          <No key={at} no={no} />
        ))}
      </Part>
      {figures.length > 0 ? (
        <Disclosure summary={i18n.t("news.how")}>
          <p className={styles.soft}>{i18n.t("news.howText")}</p>
        </Disclosure>
      ) : null}
    </article>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list} aria-label={title}>
        {children}
      </ul>
    </section>
  );
}

function Fix({ fix }: { fix: FixBlock }) {
  const { title, text, lang } = saidFor(fix, langs);
  const { helped, hours, site, status } = fix;
  const said = helped ? helped.yes + helped.partly + helped.no : 0;
  return (
    <li className={styles.item}>
      <p className={styles.title} lang={lang} dir="auto">
        {title}
      </p>
      <KnownWords status={status} text={text} workaround={null} lang={lang} />
      <p className={styles.line}>
        <StatusWord status={status} label={i18n.t(`words.status.${status}`)} />
        <span className={styles.soft}>
          {joinDots([
            site,
            helped && i18n.t("news.helped", [sayNumber(helped.yes), sayNumber(said)]),
            hours !== undefined && hours > 0 && i18n.t("news.back", [hoursText(hours)]),
          ])}
        </span>
      </p>
    </li>
  );
}

function No({ no }: { no: NoBlock }) {
  const { title, workaround, lang } = saidFor(no, langs);
  const { reason, people, hours, site, lookAgain } = no;
  return (
    <li className={styles.item}>
      <p className={styles.title} lang={lang} dir="auto">
        {title}
      </p>
      <p className={styles.text} lang={no.lang} dir="auto">
        {reason}
      </p>
      <KnownWords status="declined" text={null} workaround={workaround} lang={lang} />
      <p className={styles.soft}>
        {joinDots([
          site,
          people !== undefined && people > 0 && i18n.t("known.people", people, [sayNumber(people)]),
          hours !== undefined && hours > 0 && i18n.t("news.costs", [hoursText(hours)]),
          lookAgain && i18n.t("mine.no.day", [plainDayText(lookAgain)]),
        ])}
      </p>
    </li>
  );
}
