import Megaphone from "lucide-react/icons/megaphone";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { ReportDoc } from "@/lib/protocol/documents";
import { costText } from "../words/say";
import styles from "./KindNo.module.css";
import { LookDayField } from "./LookDayField";
import type { LookDay } from "./use-look-day";

export interface KindNoProps {
  doc: ReportDoc;
  day: LookDay;
  /** Null where there is nobody to publish it to. */
  onPublish: (() => void) | null;
}

/** What goes with a no: what it keeps costing people, how they get by meanwhile, and when IT looks at it again. */
export function KindNo({ doc, day, onPublish }: KindNoProps) {
  const { summary } = doc;
  return (
    <fieldset className={styles.no}>
      <legend className={styles.legend}>{i18n.t("inbox.no.title")}</legend>
      <p>
        <b>{i18n.t("inbox.no.cost")}</b> {costText(doc)}
      </p>
      {summary?.workaround ? (
        <p>
          <b>{i18n.t("known.until")}</b>{" "}
          <span lang={summary.lang} dir="auto">
            {summary.workaround}
          </span>
        </p>
      ) : (
        <div className={styles.none}>
          <p>{i18n.t("inbox.no.noWay")}</p>
          {onPublish ? (
            <Button look="quiet" icon={<Megaphone />} onClick={onPublish}>
              {i18n.t("inbox.no.publish")}
            </Button>
          ) : null}
        </div>
      )}
      <LookDayField day={day} />
    </fieldset>
  );
}
