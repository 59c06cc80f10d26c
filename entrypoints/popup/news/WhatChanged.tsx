import Megaphone from "lucide-react/icons/megaphone";
import { useCallback } from "react";
import { i18n } from "#i18n";
import { EmptyState } from "@/components/EmptyState";
import type { EarshotDatabase } from "@/lib/database/open";
import { watchNews } from "@/lib/known/watch-news";
import type { NewsFile } from "@/lib/protocol/digest";
import { useWatched } from "../shell/use-watched";
import { dayText } from "../words/say";
import { Listening } from "./Listening";
import { MonthView } from "./MonthView";
import styles from "./News.module.css";

/** For everybody: how well people are heard, and what IT shared of each month, the newest first. */
export function WhatChanged({ db }: { db: EarshotDatabase }) {
  const { value: news } = useWatched<NewsFile>(
    useCallback((onValue, onError) => watchNews(db, onValue, onError), [db]),
  );
  if (!news) return null;
  const { months, listening } = news;
  const nothing = (
    <EmptyState icon={<Megaphone />} title={i18n.t("news.empty.title")}>
      <p>{i18n.t("news.empty.text")}</p>
    </EmptyState>
  );
  if (!listening && months.length === 0) return nothing;
  return (
    <div className={styles.scroll}>
      <div className={styles.news}>
        {listening ? <Listening score={listening} /> : null}
        {months.length === 0 ? nothing : null}
        {months.map((month) => (
          <div key={month.month} className={styles.shared}>
            <MonthView {...month} />
            <p className={styles.soft}>{i18n.t("news.shared", [dayText(Date.parse(month.at))])}</p>
          </div>
        ))}
      </div>
    </div>
  );
}
