import { KINDS, STATUSES, type Kind, type Status } from "@/lib/protocol/vocabulary";
import type { Brief } from "@/lib/copies/brief";
import { byCost } from "@/lib/reports/cost-order";
import { attentionOf } from "@/lib/reports/look-again";
import { triageOf } from "@/lib/reports/triage";
import type { ListedItem } from "./item";

export const SORTS = ["cost", "people", "newest", "unheard"] as const;
type Sort = (typeof SORTS)[number];

/** What is wanted of the reports: those that somebody should look at, that nobody has opened, or that I look after. */
export const SHOWN = ["all", "attention", "unread", "mine"] as const;
type Shown = (typeof SHOWN)[number];

/** How long ago a report was filed. */
export const AGES = ["day", "week", "month", "older"] as const;
type Age = (typeof AGES)[number];

/** What a reviewer wants to see, and in which order; null for no matter. */
export interface InboxQuery {
  search: string;
  sort: Sort;
  shown: Shown;
  /** A site's name, or the origin of one without a name (`siteKey`). */
  site: string | null;
  status: Status | null;
  kind: Kind | null;
  age: Age | null;
}

export const EVERYTHING: InboxQuery = {
  search: "",
  sort: "cost",
  shown: "all",
  site: null,
  status: null,
  kind: null,
  age: null,
};

const DAY_MS = 86_400_000;
const AGE_DAYS: Record<Age, [from: number, to: number]> = {
  day: [-Infinity, 1],
  week: [-Infinity, 7],
  month: [-Infinity, 30],
  older: [30, Infinity],
};

/** Under which name the list knows a report's site; null for a report that is about no page. */
export function siteKey({ context }: Pick<Brief, "context">): string | null {
  return context ? (context.site ?? context.origin) : null;
}

/** Whether anything is left out, by a filter or by the search; the order leaves nothing out. */
export function isNarrowed(query: InboxQuery): boolean {
  const { sort: _sort, ...filters } = query;
  const { sort: _none, ...nothing } = EVERYTHING;
  return JSON.stringify({ ...filters, search: filters.search.trim() }) !== JSON.stringify(nothing);
}

export interface InboxView {
  nowMs: number;
  /** The reviewer's own name, for "mine". */
  reviewer: string | null;
  /** Ids of the reports that the search has found; null where nothing is searched for. */
  found: ReadonlySet<string> | null;
}

/** The reports that a query asks for, in its order. `items` in the order of cost stay so without a sort. */
export function select(items: readonly ListedItem[], query: InboxQuery, view: InboxView): readonly ListedItem[] {
  const { sort } = query;
  const isAll = view.found === null && !isNarrowed({ ...query, search: "" });
  if (isAll && sort === "cost") return items;
  const fits = items.filter((item) => isWanted(item, query, view));
  if (sort === "cost") return fits;
  const order = ORDERS[sort];
  return fits.sort((a, b) => order(a.doc, b.doc) || byCost(a.doc, b.doc));
}

function isWanted({ id, doc, unread }: ListedItem, query: InboxQuery, { nowMs, reviewer, found }: InboxView): boolean {
  if (found && !found.has(id)) return false;
  if (query.status !== null && doc.status !== query.status) return false;
  if (query.kind !== null && doc.kind !== query.kind) return false;
  if (query.site !== null && siteKey(doc) !== query.site) return false;
  if (query.shown === "unread" && !unread) return false;
  if (query.shown === "attention" && !needsAttention(doc, nowMs)) return false;
  if (query.shown === "mine" && (reviewer === null || triageOf(doc).assignee !== reviewer)) return false;
  if (query.age === null) return true;
  const days = (nowMs - Date.parse(doc.createdAt)) / DAY_MS;
  const [from, to] = AGE_DAYS[query.age];
  return days >= from && days < to;
}

/** Somebody waits for IT's next word: nobody has heard it, or something has happened since the last one. */
export function needsAttention(doc: Pick<Brief, "attention" | "status" | "lookAgain">, nowMs: number): boolean {
  return attentionOf(doc, nowMs) !== null || doc.status === "new";
}

const ORDERS: Record<Exclude<Sort, "cost">, (a: Brief, b: Brief) => number> = {
  people: (a, b) => b.people - a.people,
  newest: (a, b) => compare(b.createdAt, a.createdAt),
  // Unheard ones first, the longest wait on top.
  unheard: (a, b) => Number(a.status !== "new") - Number(b.status !== "new") || compare(a.createdAt, b.createdAt),
};

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** As part of an address; only what differs from `EVERYTHING`. */
export function toParams(query: InboxQuery): URLSearchParams {
  const said = Object.entries(query).filter(
    ([name, value]) => value !== null && value !== EVERYTHING[name as keyof InboxQuery],
  );
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
}

/** What an address asks for; what nobody knows (an older or a newer version's, a slip of the hand) is passed over. */
export function fromParams(params: URLSearchParams): InboxQuery {
  return {
    search: (params.get("search") ?? "").slice(0, 200),
    sort: oneOf(SORTS, params.get("sort")) ?? "cost",
    shown: oneOf(SHOWN, params.get("shown")) ?? "all",
    site: params.get("site"),
    status: oneOf(STATUSES, params.get("status")),
    kind: oneOf(KINDS, params.get("kind")),
    age: oneOf(AGES, params.get("age")),
  };
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((one) => one === value) ?? null;
}
