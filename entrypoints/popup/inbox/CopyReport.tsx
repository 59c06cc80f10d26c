import Copy from "lucide-react/icons/copy";
import Printer from "lucide-react/icons/printer";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { toMarkdown } from "@/lib/inbox/export";
import { pageAddress } from "@/lib/inbox/page-address";
import type { ReportDoc } from "@/lib/protocol/documents";
import { costText, titleText } from "../words/say";
import styles from "./InboxDetail.module.css";

/** The report as Markdown on the clipboard, for whichever tracker the work is planned in; or on paper. */
export function CopyReport({ doc, act }: { doc: ReportDoc; act: (work: Promise<unknown>) => void }) {
  const [copied, setCopied] = useState(false);
  const { context } = doc;

  async function copy() {
    const facts = [
      [i18n.t("mine.file.where"), context?.site ?? null],
      [i18n.t("inbox.getOut.page"), context ? (pageAddress(context)?.url ?? context.origin) : null],
      [i18n.t("inbox.tryingTo"), doc.goal],
      [i18n.t("mine.file.kind"), doc.kind && i18n.t(`words.kind.${doc.kind}`)],
      [i18n.t("mine.cost"), costText(doc)],
    ] as const;
    await navigator.clipboard.writeText(toMarkdown(titleText(doc), doc, facts));
    setCopied(true);
  }

  return (
    <div className={styles.row}>
      <Button look="quiet" className={styles.open} icon={<Copy />} onClick={() => act(copy())}>
        {i18n.t("inbox.getOut.markdown")}
      </Button>
      <Button look="quiet" icon={<Printer />} onClick={() => print()}>
        {i18n.t("inbox.print.report")}
      </Button>
      <output className={styles.soft}>{copied ? i18n.t("mine.copied") : null}</output>
    </div>
  );
}
