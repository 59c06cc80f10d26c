import { i18n } from "#i18n";
import { Disclosure } from "@/components/Disclosure";
import type { Hours as Sum } from "@/lib/impact/balance";
import type { Impact, MonthFigures } from "@/lib/impact/figures";
import type { Guarded } from "@/lib/impact/threshold";
import { sayNumber } from "../words/locale";
import { joinDots } from "../words/say";
import { Card } from "./Card";
import { Columns } from "./charts/Columns";
import { Chart } from "./charts/Figures";
import { moneyText, rateText } from "../words/money";
import { monthText } from "../words/month";
import { fewText, peopleFigure, weekFigure } from "./figure-words";
import styles from "./Impact.module.css";

/** What people got back, what is only claimed, and what they still lose: three sums with nobody's hour in two of them. */
export function Hours({ impact }: { impact: Impact }) {
  const { given, unconfirmed, lost, declined, money, threshold } = impact;
  return (
    <Card title={i18n.t("impact.hours")}>
      <dl className={styles.sums}>
        <Amount
          look="gain"
          name={i18n.t("impact.givenBackSum")}
          figures={given}
          threshold={threshold}
          notes={[worth(money?.given ?? null, money?.currency)]}
        />
        <Amount
          name={i18n.t("impact.unconfirmed")}
          figures={unconfirmed.hours}
          threshold={threshold}
          notes={[worth(money?.unconfirmed ?? null, money?.currency), i18n.t("impact.unconfirmedText")]}
        />
        <Amount
          look="loss"
          name={i18n.t("impact.lost")}
          figures={lost.hours}
          threshold={threshold}
          notes={[
            worth(money?.lost ?? null, money?.currency),
            declined.annoyances > 0 && i18n.t("impact.declined", [weekFigure(declined.hours, threshold)]),
          ]}
        />
      </dl>
      <Months months={impact.months} threshold={threshold} />
      <Disclosure summary={i18n.t("impact.how")}>
        <div className={styles.how}>
          <p>{i18n.t("impact.howText")}</p>
          <p>{i18n.t("impact.howUnconfirmed")}</p>
          <p>{i18n.t("impact.howLost")}</p>
          {money ? <p>{i18n.t("impact.howMoney", [rateText(money.perHour, money.currency)])}</p> : null}
          <p>{i18n.t("impact.howTwice")}</p>
        </div>
      </Disclosure>
    </Card>
  );
}

interface AmountProps {
  name: string;
  figures: Guarded<Sum>;
  threshold: number;
  notes: (string | false | null)[];
  look?: "gain" | "loss";
}

function Amount({ name, figures, threshold, notes, look }: AmountProps) {
  const isWord = figures === "few" || figures.hours === null;
  const className = [isWord ? styles.word : styles.figure, look && !isWord && styles[look]].filter(Boolean).join(" ");
  return (
    <div className={styles.tile}>
      <dt className={styles.soft}>{name}</dt>
      <dd>
        <span className={className}>{weekFigure(figures, threshold)}</span>
        <span className={styles.note}>{joinDots(peopleFigure(figures))}</span>
        {notes.filter(Boolean).map((note) => (
          <span key={String(note)} className={styles.note}>
            {note}
          </span>
        ))}
      </dd>
    </div>
  );
}

function worth(amount: number | null, currency = ""): string | null {
  return amount === null || amount === 0 ? null : i18n.t("impact.money", [moneyText(amount, currency)]);
}

/** Two pictures of a year, and one table behind both. */
function Months({ months, threshold }: { months: readonly MonthFigures[]; threshold: number }) {
  const toldText = ({ told }: MonthFigures) =>
    told === "few" ? fewText(threshold) : i18n.t("impact.annoyances", told.annoyances);
  const givenText = ({ given }: MonthFigures) => weekFigure(given, threshold);
  const columns = (text: (month: MonthFigures) => string, value: (month: MonthFigures) => number | null | "few") =>
    months.map((month) => ({
      key: month.month,
      label: monthText(month.month, "short"),
      text: `${monthText(month.month, "whole")}: ${text(month)}`,
      value: value(month),
    }));
  return (
    <Chart
      table={{
        caption: i18n.t("impact.byMonth"),
        heads: [i18n.t("impact.month"), i18n.t("impact.givenBackSum"), i18n.t("impact.told")],
        rows: months.map((month) => ({
          key: month.month,
          cells: [monthText(month.month, "whole"), givenText(month), toldText(month)],
        })),
      }}
    >
      <div className={styles.pair}>
        <div>
          <p className={styles.soft}>{i18n.t("impact.givenByMonth")}</p>
          <Columns
            sayTick={sayNumber}
            look="given"
            columns={columns(givenText, ({ given }) => (given === "few" ? given : given.hours))}
          />
        </div>
        <div>
          <p className={styles.soft}>{i18n.t("impact.toldByMonth")}</p>
          <Columns
            sayTick={sayNumber}
            look="told"
            columns={columns(toldText, ({ told }) => (told === "few" ? told : told.annoyances))}
          />
        </div>
      </div>
    </Chart>
  );
}
