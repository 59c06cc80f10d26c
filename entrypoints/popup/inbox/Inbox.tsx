import InboxIcon from "lucide-react/icons/inbox";
import Keyboard from "lucide-react/icons/keyboard";
import SearchX from "lucide-react/icons/search-x";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Notice } from "@/components/Notice";
import type { EarshotDatabase } from "@/lib/database/open";
import { findItem } from "@/lib/inbox/gather";
import type { ListedItem } from "@/lib/inbox/item";
import { EVERYTHING, type InboxQuery, isNarrowed, select } from "@/lib/inbox/query";
import { send } from "@/lib/messaging/client";
import type { InboxList as InboxReports } from "@/lib/inbox/watch-inbox";
import { BackButton } from "../shell/BackButton";
import { Panes } from "../shell/Panes";
import { useCollectorNow } from "../shell/use-collector-now";
import { sayNumber, uiLocale } from "../words/locale";
import styles from "./Inbox.module.css";
import { InboxList, type ListHandle } from "./InboxList";
import { hasLetters, keepLetters } from "./letters";
import { type InboxKey, nextRow } from "./list-moves";
import { Newer } from "./Newer";
import { Toolbar } from "./Toolbar";
import { ToolMenus } from "./ToolMenus";
import { useInboxKeys } from "./use-inbox-keys";
import { useInboxQuery } from "./use-inbox-query";
import { useJump } from "./use-jump";
import { useLater } from "./use-later";
import { useOpenReport } from "./use-open-report";
import { useReport } from "./use-report";
import { useSearch } from "./use-search";

export interface InboxProps {
  db: EarshotDatabase;
  list: InboxReports;
  /** The reviewer's own name. */
  reviewer: string | null;
  act: (work: Promise<unknown>) => void;
}

const NONE: ReadonlySet<string> = new Set();
/** As many as one message may name. */
const MOST_CHOSEN = 500;

/** Everything that people have said to IT, what costs most first, with the report at the side. */
export function Inbox({ db, list: { items, complete, filling, ...names }, reviewer, act }: InboxProps) {
  const nowMs = useCollectorNow(db);
  const [query, change] = useInboxQuery();
  // Letters come up at once, the list after them.
  const wanted = useDeferredValue(query);
  const later = useLater();
  const [isNear, setNear] = useState(false);
  const found = useSearch(db, wanted.search, isNear);
  const shown = useMemo(
    () => select(items, wanted, { nowMs, reviewer, found }),
    [items, wanted, nowMs, reviewer, found],
  );
  const sites = useMemo(() => inOrder(names.sites), [names.sites]);
  const colleagues = useMemo(() => inOrder(names.colleagues), [names.colleagues]);
  const [openId, setOpenId] = useOpenReport(items, act);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE);
  // What has gone from view is not done anything to.
  const many = useMemo(() => (chosen.size > 0 ? shown.filter(({ id }) => chosen.has(id)) : []), [shown, chosen]);
  const [isHelp, setHelp] = useState(false);
  // The list is to be printed, although a report is open beside it.
  const [isListPrinted, setListPrinted] = useState(false);
  const [letters, setLetters] = useState(hasLetters);
  const detail = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  // What was opened stays open, also where it fits the filters no longer: it was answered, say.
  const listed = findItem(items, openId);
  const open = useReport(db, listed, reviewer);
  const jump = useJump(detail, open?.id ?? null, setOpenId);
  const count = complete ? countText(wanted, shown, items) : "";

  function back(): boolean {
    if (listed === null) return leaveSearch();
    const index = shown.indexOf(listed);
    setOpenId(null);
    // The list is there again only after this render.
    requestAnimationFrame(() => list.current?.focus(Math.max(0, index)));
    return true;
  }

  /** Escape in the search empties it first, and then leaves it for the list. */
  function leaveSearch(): boolean {
    if (document.activeElement !== box.current) return false;
    if (query.search !== "") change({ search: "" });
    else list.current?.focus(0);
    return true;
  }

  function move(direction: "down" | "up"): boolean {
    const index = nextRow(list.current?.focused() ?? -1, shown.length, direction);
    if (index < 0) return false;
    list.current?.focus(index);
    return true;
  }

  function intoDetail(selector: string): boolean {
    const target = detail.current?.querySelector<HTMLElement>(selector);
    target?.focus();
    return !!target;
  }

  function markHeard(): boolean {
    const item = shown[list.current?.focused() ?? -1] ?? listed;
    if (item?.doc.status !== "new") return false;
    const { id: reportId, doc } = item;
    act(send("review.answer", { reportId, status: "heard", basedOn: doc.statusEvent, text: "", lang: uiLocale() }));
    return true;
  }

  function choose(id: string, isChosen: boolean) {
    setChosen((before) => {
      const next = new Set(before);
      if (!isChosen) next.delete(id);
      else if (next.size < MOST_CHOSEN) next.add(id);
      return next;
    });
  }

  function chooseFocused(): boolean {
    const item = shown[list.current?.focused() ?? -1];
    if (item) choose(item.id, !chosen.has(item.id));
    return item !== undefined;
  }

  const does: Record<InboxKey, () => boolean> = {
    down: () => move("down"),
    up: () => move("up"),
    back,
    choose: chooseFocused,
    heard: markHeard,
    answer: () => intoDetail("textarea[data-answer]"),
    status: () => intoDetail("[role=radiogroup] input:checked, [role=radiogroup] input"),
    same: () => {
      const button = detail.current?.querySelector<HTMLElement>("[data-same]");
      button?.click();
      return !!button;
    },
    search: () => {
      box.current?.select();
      return true;
    },
    help: () => {
      setHelp(true);
      return true;
    },
  };
  useInboxKeys(
    () => list.current?.element ?? null,
    letters,
    (key) => does[key](),
  );

  function printList() {
    flushSync(() => setListPrinted(true));
    print();
  }

  function show(item: ListedItem) {
    setOpenId(item.id);
    if (item.unread) act(send("review.read", { reportId: item.id }));
  }

  if (items.length === 0) {
    return (
      <>
        <Newer db={db} />
        <EmptyState icon={<InboxIcon />} title={i18n.t("inbox.empty.title")}>
          <p>{i18n.t("inbox.empty.text")}</p>
        </EmptyState>
      </>
    );
  }

  return (
    <div className={styles.inbox}>
      <div className={styles.tools} data-open={listed !== null}>
        <Toolbar
          query={query}
          sites={sites}
          onChange={change}
          hasLetters={letters}
          box={box}
          onNear={() => setNear(true)}
          count={count}
        >
          <ToolMenus
            later={later}
            views={{ query, onChoose: change }}
            getOut={{ db, items: shown, reviewer, act, onPrint: printList }}
          />
          <Button
            look="quiet"
            icon={<Keyboard />}
            aria-label={i18n.t("inbox.keys.title")}
            title={i18n.t("inbox.keys.title")}
            onClick={() => setHelp(true)}
          />
        </Toolbar>
      </div>
      {later && many.length > 0 ? (
        <div className={styles.many} data-open={listed !== null}>
          <later.Many
            items={many}
            reviewer={reviewer}
            colleagues={colleagues}
            act={act}
            onAll={() => setChosen(new Set(shown.slice(0, MOST_CHOSEN).map(({ id }) => id)))}
            onNone={() => setChosen(NONE)}
          />
        </div>
      ) : null}
      <Newer db={db} />
      {filling ? <Notice live="polite">{i18n.t("inbox.filling")}</Notice> : null}
      <div className={styles.panes}>
        <Panes
          open={listed !== null}
          list={
            shown.length > 0 ? (
              <InboxList
                handle={list}
                items={shown}
                openId={openId}
                nowMs={nowMs}
                onOpen={show}
                chosen={chosen}
                onChoose={choose}
                complete={complete}
              />
            ) : (
              <EmptyState
                quiet
                icon={<SearchX />}
                title={i18n.t("inbox.nothing.title")}
                action={<Button onClick={() => change(EVERYTHING)}>{i18n.t("inbox.nothing.all")}</Button>}
              >
                <p>{i18n.t("inbox.nothing.text")}</p>
              </EmptyState>
            )
          }
          detail={
            later && open ? (
              <div ref={detail}>
                <BackButton onBack={back} />
                <later.InboxDetail
                  key={open.id}
                  item={open}
                  nowMs={nowMs}
                  reviewer={reviewer}
                  colleagues={colleagues}
                  onOpen={jump}
                  act={act}
                />
              </div>
            ) : listed ? null : (
              <EmptyState quiet icon={<InboxIcon />} title={i18n.t("inbox.choose")} />
            )
          }
        />
      </div>
      {later ? (
        <>
          <later.Printed
            items={shown}
            count={count}
            open={isListPrinted ? null : open}
            nowMs={nowMs}
            onEnd={() => setListPrinted(false)}
          />
          <later.Shortcuts
            open={isHelp}
            onOpenChange={setHelp}
            hasLetters={letters}
            onLetters={(on) => {
              keepLetters(on);
              setLetters(on);
            }}
          />
        </>
      ) : null}
    </div>
  );
}

function countText(query: InboxQuery, shown: readonly ListedItem[], items: readonly ListedItem[]): string {
  if (!isNarrowed(query)) return i18n.t("inbox.count", items.length, [sayNumber(items.length)]);
  return i18n.t("inbox.countOf", [sayNumber(shown.length), sayNumber(items.length)]);
}

function inOrder(names: readonly string[]): string[] {
  return names.toSorted((a, b) => a.localeCompare(b, uiLocale()));
}
