import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { TextField } from "@/components/Field";
import { cutText } from "@/lib/platform/cut-text";
import type { InboxItem } from "@/lib/inbox/item";
import type { LikelyReport } from "@/lib/inbox/likely";
import { send } from "@/lib/messaging/client";
import { useOnce } from "@/components/use-once";
import { ageText, joinDots, titleText } from "../words/say";
import { JoinedReport } from "./JoinedReport";
import { forgetJoin, setLastDeed } from "./last-deed";
import styles from "./SameAs.module.css";
import { useAlike } from "./use-alike";

const LONGEST_NAME = 100;

export interface SameAsProps {
  item: InboxItem;
  nowMs: number;
  /** The reviewer's own name. */
  reviewer: string | null;
  onOpen: (reportId: string) => void;
  act: (work: Promise<unknown>) => void;
}

/** What is the same as this report already, what likely is, and the way to say so of any other. */
export function SameAs({ item, nowMs, reviewer, onOpen, act }: SameAsProps) {
  const { doc, joined, joinedInto } = item;
  const [search, setSearch] = useState<string | null>(null);
  const { busy, once } = useOnce(act);
  const version = [doc.updatedAt, ...joined.map(({ id }) => id)].join(" ");
  const crossed = joined.find(({ id }) => id === item.joinedTo);
  const known = new Set(joined.map(({ id }) => id));
  const unknown = (reports: LikelyReport[] | null) => reports?.filter(({ id }) => !known.has(id)) ?? [];
  const likely = unknown(useAlike(item.id, "", version));
  const isOpen = search !== null;
  const isSearching = isOpen && search.trim() !== "";
  const found = useAlike(isSearching ? item.id : null, search ?? "", version);
  const field = useRef<HTMLInputElement>(null);

  // Whoever reads the next report has left the last one as it is; in the one that it was joined to is the way back.
  useEffect(forgetJoin, []);

  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  async function join(into: LikelyReport) {
    const before = doc.canonical ?? null;
    const answer = await send("review.link", { reportId: item.id, into: into.id });
    if (!answer.ok) throw new Error("the link was not saved");
    setLastDeed({
      said: i18n.t("inbox.same.done", [nameOf(into)]),
      eventIds: [answer.eventId],
      revoke: () => link(item.id, before),
    });
  }

  const joinable = (reports: readonly LikelyReport[]) =>
    reports.map((report) => (
      <Entry
        key={report.id}
        report={report}
        about={joinDots([...report.reasons.map(reasonText), ageText(report.createdAt, nowMs)])}
      >
        <Button
          busy={busy}
          aria-label={i18n.t("inbox.same.joinName", [nameOf(report)])}
          onClick={() => once(() => join(report))}
        >
          {i18n.t("inbox.same.join")}
        </Button>
      </Entry>
    ));

  return (
    <div className={styles.same}>
      {joinedInto === null ? null : (
        <div className={styles.partOf}>
          <p className={styles.soft}>{i18n.t(doc.attention === null ? "inbox.same.part" : "inbox.same.partOf")}</p>
          <Button onClick={() => onOpen(joinedInto)}>{i18n.t("inbox.same.toWhole")}</Button>
        </div>
      )}
      {crossed ? <Notice>{i18n.t("inbox.same.crossed", [nameOf(crossed)])}</Notice> : null}
      {joined.length > 0 ? (
        <Group title={i18n.t("inbox.same.joined", joined.length)} hint={i18n.t("inbox.same.answer")}>
          {joined.map((report) => (
            <JoinedReport
              key={report.id}
              doc={report}
              nowMs={nowMs}
              reviewer={reviewer}
              busy={busy}
              onApart={() => once(() => link(report.id, null))}
              onOpen={() => onOpen(report.id)}
              act={act}
            />
          ))}
        </Group>
      ) : null}
      {likely.length > 0 ? <Group title={i18n.t("inbox.same.likely")}>{joinable(likely)}</Group> : null}
      <Button
        look="quiet"
        className={styles.other}
        data-same=""
        aria-expanded={isOpen}
        onClick={() => setSearch(isOpen ? null : "")}
      >
        {i18n.t("inbox.same.button")}
      </Button>
      {search === null ? null : (
        <div className={styles.group}>
          <TextField
            label={i18n.t("inbox.same.search")}
            ref={field}
            maxLength={200}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {isSearching && found !== null ? (
            <>
              <ul className={styles.list}>{joinable(unknown(found))}</ul>
              <output className={styles.soft}>{unknown(found).length === 0 ? i18n.t("inbox.same.none") : null}</output>
            </>
          ) : null}
        </div>
      )}
    </div>
  );
}

async function link(reportId: string, into: string | null): Promise<void> {
  const { ok } = await send("review.link", { reportId, into });
  if (!ok) throw new Error("the link was not saved");
}

/** What a button or a sentence calls a report: somebody may have written 4,000 characters. */
function nameOf(report: Pick<LikelyReport, "words" | "kind">): string {
  return cutText(titleText(report), LONGEST_NAME);
}

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {hint ? <p className={styles.soft}>{hint}</p> : null}
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}

interface EntryProps {
  report: Pick<LikelyReport, "words" | "lang" | "kind">;
  about: string;
  children: ReactNode;
}

function Entry({ report, about, children }: EntryProps) {
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <p className={styles.short} lang={report.lang} dir="auto">
          {titleText(report)}
        </p>
        <p className={styles.soft}>{about}</p>
      </div>
      {children}
    </li>
  );
}

const REASONS = {
  "same-element": "inbox.same.reason.element",
  "same-page": "inbox.same.reason.page",
  "like-words": "inbox.same.reason.words",
} as const satisfies Record<LikelyReport["reasons"][number], string>;

function reasonText(reason: LikelyReport["reasons"][number]): string {
  return i18n.t(REASONS[reason]);
}
