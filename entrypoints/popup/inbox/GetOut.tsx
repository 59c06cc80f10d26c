import { Menu } from "@base-ui/react/menu";
import { Download } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { toCsv, toNdjson } from "@/lib/inbox/export";
import type { InboxItem } from "@/lib/inbox/item";
import type { ReportDoc } from "@/lib/protocol/documents";
import { saveText } from "../shell/save-text";
import styles from "./Menu.module.css";

const FORMATS = [
  { key: "csv", name: "earshot.csv", type: "text/csv", write: toCsv },
  { key: "ndjson", name: "earshot.ndjson", type: "application/x-ndjson", write: toNdjson },
] as const;

/** Everything that the list shows, as a file: what is IT's must not be locked in here. */
export function GetOut({ items, onPrint }: { items: readonly InboxItem[]; onPrint: () => void }) {
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" icon={<Download />} title={i18n.t("inbox.getOut.title")} />}>
        <span className={styles.word}>{i18n.t("inbox.getOut.title")}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4}>
          <Menu.Popup className={styles.menu}>
            {FORMATS.map(({ key, name, type, write }) => (
              <Menu.Item key={key} className={styles.item} onClick={() => saveText(name, type, write(eachOnce(items)))}>
                {i18n.t(`inbox.getOut.${key}`)}
              </Menu.Item>
            ))}
            <Menu.Item className={styles.item} onClick={onPrint}>
              {i18n.t("inbox.print.list")}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Every report by itself, those that were joined to another one too. */
function eachOnce(items: readonly InboxItem[]): ReportDoc[] {
  const docs = items.flatMap(({ own, joined }) => [own, ...joined]);
  return [...new Map(docs.map((doc) => [doc.id, doc])).values()];
}
