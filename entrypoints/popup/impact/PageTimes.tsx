import { i18n } from "#i18n";
import { pathInWords } from "@/lib/inbox/figures";
import type { Impact } from "@/lib/impact/figures";
import type { PageChange } from "@/lib/impact/page-times";
import { sayNumber } from "../words/locale";
import { joinDots } from "../words/say";
import { Card } from "./Card";
import { Bars, Legend } from "./charts/Bars";
import { Chart } from "./charts/Figures";
import { secondsText } from "./figure-words";
import styles from "./Impact.module.css";

const MOST = 6;

/** Pages that were slow and are said to be mended: how long they took before and after. */
export function PageTimes({ impact: { pages, threshold } }: { impact: Impact }) {
  if (pages.length === 0) return null;
  const shown = pages.slice(0, MOST);
  const text = ({ ms, people }: PageChange["before"]) =>
    i18n.t("impact.pages.cell", people, [secondsText(ms), sayNumber(people)]);
  return (
    <Card title={i18n.t("impact.pages.title")}>
      <Chart
        table={{
          caption: i18n.t("impact.pages.title"),
          heads: [i18n.t("impact.pages.page"), i18n.t("impact.pages.before"), i18n.t("impact.pages.after")],
          rows: pages.map((page) => ({ key: keyOf(page), cells: [nameOf(page), text(page.before), text(page.after)] })),
        }}
      >
        <Legend
          looks={[
            { look: "before", text: i18n.t("impact.pages.before") },
            { look: "after", text: i18n.t("impact.pages.after") },
          ]}
        />
        <Bars
          groups={shown.map((page) => ({
            key: keyOf(page),
            name: nameOf(page),
            bars: (["before", "after"] as const).map((look) => ({
              look,
              value: page[look].ms,
              text: secondsText(page[look].ms),
            })),
          }))}
        />
      </Chart>
      <p className={styles.soft}>{i18n.t("impact.pages.how", [sayNumber(threshold)])}</p>
    </Card>
  );
}

function keyOf({ origin, path }: PageChange): string {
  return origin + path;
}

function nameOf({ site, origin, path }: PageChange): string {
  const parts = pathInWords(path).map((part) => part ?? "…");
  return joinDots([site ?? new URL(origin).host, parts.join(" / ")]);
}
