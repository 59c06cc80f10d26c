import { i18n } from "#i18n";
import type { Impact } from "@/lib/impact/figures";
import { Card } from "./Card";
import { Bars } from "./charts/Bars";
import { Chart } from "./charts/Figures";
import styles from "./Impact.module.css";
import { coverText } from "./Sites";

/** How much of what people want is there by now. */
export function Coverage({ impact: { coverage, threshold } }: { impact: Impact }) {
  const lines = (["wishes", "all"] as const).map((key) => {
    const cover = coverage[key];
    return {
      key,
      name: i18n.t(`impact.coverage.${key}`),
      text: coverText(cover, threshold),
      // Of everybody, so that both are by one measure.
      value: cover === "few" ? cover : cover.people === 0 ? null : cover.covered / cover.people,
    };
  });
  return (
    <Card title={i18n.t("impact.coverage.title")}>
      <Chart
        table={{
          caption: i18n.t("impact.coverage.title"),
          heads: [i18n.t("impact.coverage.of"), i18n.t("impact.coverage.share")],
          rows: lines.map(({ key, name, text }) => ({ key, cells: [name, text] })),
        }}
      >
        <Bars
          most={1}
          groups={lines.map(({ key, name, text, value }) => ({ key, name, bars: [{ look: "given", value, text }] }))}
        />
      </Chart>
      <p className={styles.soft}>{i18n.t("impact.coverage.how")}</p>
    </Card>
  );
}
