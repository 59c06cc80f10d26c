import { i18n } from "#i18n";
import type { Cover } from "@/lib/impact/coverage";
import type { Impact, SiteFigures } from "@/lib/impact/figures";
import type { Guarded } from "@/lib/impact/threshold";
import { sayNumber } from "../words/locale";
import { Card } from "./Card";
import { Bars, Legend } from "./charts/Bars";
import { Chart } from "./charts/Figures";
import { fewText, percentText, weekFigure } from "./figure-words";
import styles from "./Impact.module.css";

/** More do not tell anything at one look; the table has them all. */
const MOST = 8;

/** Where people get time back, and where they lose it. */
export function Sites({ impact: { sites, threshold } }: { impact: Impact }) {
  const nameOf = ({ site }: SiteFigures) => site ?? i18n.t("impact.noSite");
  const shown = sites.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST);
  return (
    <Card title={i18n.t("impact.bySite")}>
      <Chart
        table={{
          caption: i18n.t("impact.bySite"),
          heads: [
            i18n.t("impact.site"),
            i18n.t("impact.givenBackSum"),
            i18n.t("impact.lost"),
            i18n.t("impact.coverage.title"),
          ],
          rows: sites.map((site) => ({
            key: site.site ?? "",
            cells: [
              nameOf(site),
              weekFigure(site.given, threshold),
              weekFigure(site.lost, threshold),
              coverText(site.coverage, threshold),
            ],
          })),
        }}
      >
        <Legend
          looks={[
            { look: "given", text: i18n.t("impact.givenBackSum") },
            { look: "lost", text: i18n.t("impact.lost") },
          ]}
        />
        <Bars
          groups={shown.map((site) => ({
            key: site.site ?? "",
            name: nameOf(site),
            bars: (["given", "lost"] as const).map((look) => ({
              look,
              value: site[look] === "few" ? "few" : site[look].hours,
              text: weekFigure(site[look], threshold),
            })),
          }))}
        />
        {sites.length > shown.length ? (
          <p className={styles.soft}>{i18n.t("impact.moreSites", sites.length - shown.length)}</p>
        ) : null}
      </Chart>
    </Card>
  );
}

function weight({ given, lost }: SiteFigures): number {
  return [given, lost].reduce((sum, figures) => sum + (figures === "few" ? 0 : (figures.hours ?? 0)), 0);
}

/** "40 %: 12 of 30 people". */
export function coverText(cover: Guarded<Cover>, threshold: number): string {
  if (cover === "few") return fewText(threshold);
  if (cover.people === 0) return i18n.t("impact.nothingYet");
  const { covered, people } = cover;
  return i18n.t("impact.coverage.text", [percentText(covered, people), sayNumber(covered), sayNumber(people)]);
}
