import { Menu } from "@base-ui/react/menu";
import { i18n } from "#i18n";
import { toCsv, toNdjson } from "@/lib/inbox/export";
import type { EarshotDatabase } from "@/lib/database/open";
import type { InboxItem, ListedItem } from "@/lib/inbox/item";
import { readItems } from "@/lib/inbox/watch-inbox";
import type { ReportDoc } from "@/lib/protocol/documents";
import { useOnce } from "@/components/use-once";
import { saveText } from "@/components/paper/save-text";
import styles from "./Menu.module.css";
import { ToolButton } from "./ToolMenus";

const FORMATS = [
  { key: "csv", name: "earshot.csv", type: "text/csv", write: (items: InboxItem[]) => toCsv(docsOf(items)) },
  {
    key: "ndjson",
    name: "earshot.ndjson",
    type: "application/x-ndjson",
    write: (items: InboxItem[]) => toNdjson(docsOf(items)),
  },
] as const;

interface GetOutProps {
  db: EarshotDatabase;
  items: readonly ListedItem[];
  reviewer: string | null;
  act: (work: Promise<unknown>) => void;
  onPrint: () => void;
  /** It was pressed before it was there. */
  defaultOpen: boolean;
}

/** Everything that the list shows, as a file: what is IT's must not be locked in here. */
export function GetOut({ db, items, reviewer, act, onPrint, defaultOpen }: GetOutProps) {
  const { busy, once } = useOnce(act);

  function save({ name, type, write }: (typeof FORMATS)[number]) {
    // Whole reports: the list holds only what it shows.
    once(async () => saveText(name, type, write(await readItems(db, idsOf(items), reviewer))));
  }

  return (
    <Menu.Root defaultOpen={defaultOpen}>
      <Menu.Trigger render={<ToolButton tool="getOut" busy={busy} />} />
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4}>
          <Menu.Popup className={styles.menu}>
            {FORMATS.map((format) => (
              <Menu.Item key={format.key} className={styles.item} onClick={() => save(format)}>
                {i18n.t(`inbox.getOut.${format.key}`)}
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
function idsOf(items: readonly ListedItem[]): string[] {
  return [...new Set(items.flatMap(({ id, joined }) => [id, ...joined.map((doc) => doc.id)]))];
}

function docsOf(items: readonly InboxItem[]): ReportDoc[] {
  return items.map(({ own }) => own);
}
