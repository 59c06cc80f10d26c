import { Inbox as InboxIcon } from "lucide-react";
import { useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import type { InboxItem } from "@/lib/inbox/item";
import { send } from "@/lib/messaging/client";
import { BackButton } from "../shell/BackButton";
import { Panes } from "../shell/Panes";
import { useNow } from "../shell/use-now";
import styles from "./Inbox.module.css";
import { GetOut } from "./GetOut";
import { InboxDetail } from "./InboxDetail";
import { InboxRow } from "./InboxRow";
import { useListKeys } from "./use-list-keys";

export interface InboxProps {
  items: InboxItem[];
  /** The reviewer's own name. */
  reviewer: string | null;
  act: (work: Promise<unknown>) => void;
}

/** Rows in the page at first: more than anybody reads at one go, and few enough to open at once. */
const PAGE_ROWS = 100;

/** Everything that people have said to IT, what costs most first, with the report at the side. */
export function Inbox({ items, reviewer, act }: InboxProps) {
  const nowMs = useNow();
  const [openId, setOpenId] = useState<string | null>(null);
  const [rows, setRows] = useState(PAGE_ROWS);
  const list = useRef<HTMLUListElement>(null);
  const open = items.find((item) => item.id === openId) ?? null;

  function back() {
    const row = list.current?.querySelector<HTMLElement>("[aria-current]");
    setOpenId(null);
    // The list is there again only after this render.
    requestAnimationFrame(() => row?.focus());
  }
  useListKeys(list, open === null ? null : back);

  function show(item: InboxItem) {
    setOpenId(item.id);
    if (item.unread) act(send("review.read", { reportId: item.id }));
  }

  if (items.length === 0) {
    return (
      <EmptyState icon={<InboxIcon />} title={i18n.t("inbox.empty.title")}>
        <p>{i18n.t("inbox.empty.text")}</p>
      </EmptyState>
    );
  }

  const more = Math.min(PAGE_ROWS, items.length - rows);
  return (
    <Panes
      open={open !== null}
      list={
        <>
          <div className={styles.tools}>
            <span className={styles.count}>{i18n.t("inbox.count", items.length)}</span>
            <GetOut items={items} />
          </div>
          <ul ref={list} className={styles.list} aria-label={i18n.t("inbox.list")}>
            {items.slice(0, rows).map((item) => (
              <InboxRow
                key={item.id}
                item={item}
                nowMs={nowMs}
                selected={item.id === openId}
                onOpen={() => show(item)}
              />
            ))}
          </ul>
          {more > 0 ? (
            <div className={styles.more}>
              <Button onClick={() => setRows(rows + PAGE_ROWS)}>{i18n.t("inbox.showMore", more)}</Button>
            </div>
          ) : null}
        </>
      }
      detail={
        open ? (
          <>
            <BackButton onBack={back} />
            <InboxDetail key={open.id} item={open} nowMs={nowMs} reviewer={reviewer} act={act} />
          </>
        ) : (
          <EmptyState quiet icon={<InboxIcon />} title={i18n.t("inbox.choose")} />
        )
      }
    />
  );
}
