import { Dialog } from "@base-ui/react/dialog";
import Download from "lucide-react/icons/download";
import Printer from "lucide-react/icons/printer";
import { useMemo, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { SelectField } from "@/components/SelectField";
import type { EarshotDatabase } from "@/lib/database/open";
import type { Money, Rate } from "@/lib/impact/figures";
import { impactOf } from "@/lib/impact/impact";
import { monthPage } from "@/lib/impact/month-page";
import { lastMonths } from "@/lib/impact/months";
import type { ListedItem } from "@/lib/inbox/item";
import { send } from "@/lib/messaging/client";
import { THRESHOLD } from "@/lib/protocol/threshold";
import dialogStyles from "../inbox/Dialog.module.css";
import { setLastDeed } from "../inbox/last-deed";
import { MonthView } from "../news/MonthView";
import { moneyText, rateText } from "../words/money";
import { monthText } from "../words/month";
import { saveText } from "@/components/paper/save-text";
import { useOnce } from "@/components/use-once";
import styles from "./Business.module.css";
import { businessHtml } from "./business-page";
import { Lines } from "./Lines";
import { blocksOf, type Changes, isReady, linesOf } from "./month-draft";
import { printHtml } from "@/components/paper/print-html";
import { useDocs } from "./use-docs";

export interface MonthDialogProps {
  db: EarshotDatabase;
  items: readonly ListedItem[];
  /** What an hour is worth, and how many people a figure needs. */
  rules: { rate: Rate | null; threshold: number };
  orgName: string | null;
  /** Sees all sites: only then do the figures speak for the whole organisation. */
  canShare: boolean;
  act: (work: Promise<unknown>) => void;
  onDone: () => void;
}

const MONTHS = 12;

/** One month for the business: as a file, on paper, and for everybody. */
export function MonthDialog({ db, items, rules, orgName, canShare, act, onDone }: MonthDialogProps) {
  const [nowMs] = useState(() => Date.now());
  const months = useMemo(() => lastMonths(nowMs, MONTHS).toReversed(), [nowMs]);
  // The last whole one is what a month's page is usually made of.
  const [month, setMonth] = useState(months[1]?.name ?? "");
  const [changes, setChanges] = useState<Changes>({});
  const [isPreview, setPreview] = useState(false);
  const { busy, once } = useOnce(act);
  const impact = useMemo(() => {
    const threshold = Math.max(rules.threshold, THRESHOLD);
    return impactOf(items, { nowMs, threshold, rate: rules.rate });
  }, [items, nowMs, rules]);
  const page = useMemo(
    () => monthPage(items, { impact, months: months.toReversed(), month }),
    [items, impact, months, month],
  );
  const docs = useDocs(db, page);
  if (docs === null) return null;

  const own = i18n.t("words.locale");
  const lines = linesOf(page, docs, changes);
  const blocks = blocksOf(page, docs, lines, own);
  const notReady = lines.filter((line) => line.shared && !isReady(line)).length;
  const html = () => businessHtml({ page, docs, lines, orgName, nowMs, money: worthText(impact.money) });

  async function share() {
    const answer = await send("review.share", { month, lang: own, blocks });
    if (!answer.ok) throw new Error("the month was not saved");
    setLastDeed({ said: i18n.t("business.shared", [monthText(month, "whole")]), eventIds: [answer.eventId] });
    onDone();
  }

  return (
    <div className={dialogStyles.form}>
      <Dialog.Title className={dialogStyles.title}>{i18n.t("business.open")}</Dialog.Title>
      <div className={styles.row}>
        <SelectField
          label={i18n.t("business.month")}
          value={month}
          options={months.map(({ name }) => ({ value: name, label: monthText(name, "whole") }))}
          onChange={(next) => {
            setMonth(next);
            setPreview(false);
          }}
        />
        <Button icon={<Download />} onClick={() => saveText(`earshot-${month}.html`, "text/html", html())}>
          {i18n.t("business.save")}
        </Button>
        <Button icon={<Printer />} onClick={() => printHtml(html())}>
          {i18n.t("business.print")}
        </Button>
      </div>
      <p className={styles.soft}>{i18n.t("business.hint")}</p>
      {isPreview ? (
        <section className={styles.preview} aria-label={i18n.t("business.preview")}>
          <h3 className={styles.soft}>{i18n.t("business.preview")}</h3>
          <MonthView month={month} lang={own} blocks={blocks} />
        </section>
      ) : (
        <Lines
          lines={lines}
          items={items}
          onChange={(id, change) => setChanges((before) => ({ ...before, [id]: { ...before[id], ...change } }))}
        />
      )}
      {notReady > 0 ? <Notice tone="attention">{i18n.t("business.notReady", notReady)}</Notice> : null}
      {canShare ? null : <p className={styles.soft}>{i18n.t("business.cannotShare")}</p>}
      <div className={dialogStyles.buttons}>
        {isPreview ? (
          <Button look="quiet" onClick={() => setPreview(false)}>
            {i18n.t("business.change")}
          </Button>
        ) : null}
        <Dialog.Close render={<Button look="quiet" />}>{i18n.t("words.close")}</Dialog.Close>
        {canShare ? (
          <Button
            look="main"
            busy={busy}
            disabled={blocks.length === 0}
            onClick={() => (isPreview ? once(share) : setPreview(true))}
          >
            {i18n.t(isPreview ? "business.share" : "business.look")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** What the hours that all people got back are worth a week; null where policy names no rate, or too few said it. */
function worthText(money: Money | null): string | null {
  if (money === null || money.given === null) return null;
  const { currency, given, perHour } = money;
  return i18n.t("business.money", [moneyText(given, currency), rateText(perHour, currency)]);
}
