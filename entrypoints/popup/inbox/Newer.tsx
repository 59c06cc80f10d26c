import { useCallback } from "react";
import { i18n } from "#i18n";
import { Notice } from "@/components/Notice";
import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";
import { useWatched } from "../shell/use-watched";
import { sayNumber } from "../words/locale";

/** Says that there are reports which this version cannot show: without it they would be missing unnoticed. */
export function Newer({ db }: { db: EarshotDatabase }) {
  const { value: skipped } = useWatched<number>(
    useCallback(
      (onValue, onError) => watch(async () => (await readKv(db, "newer"))?.skipped.length ?? 0, onValue, onError),
      [db],
    ),
  );
  return skipped ? (
    <Notice tone="attention">{i18n.t("inbox.newer.skipped", skipped, [sayNumber(skipped)])}</Notice>
  ) : null;
}
