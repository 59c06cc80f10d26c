import { fromParams, type InboxQuery, toParams } from "@/lib/inbox/query";

/** A query under a name that the reviewer gave it. */
export interface SavedView {
  name: string;
  query: InboxQuery;
}

const KEY = "inbox.views";
/** More than a menu can show; and a name that fits into it. */
const MOST_VIEWS = 30;
export const NAME_LENGTH = 60;

/** What was kept, as far as it can be read. */
export function readViews(kept: string | null): SavedView[] {
  const parsed = parse(kept);
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown) => {
    if (!Array.isArray(entry)) return [];
    const [name, address] = entry as unknown[];
    if (typeof name !== "string" || name === "" || typeof address !== "string") return [];
    return { name, query: fromParams(new URLSearchParams(address)) };
  });
}

function parse(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? "[]");
  } catch {
    return [];
  }
}

/** With this view in it, the newest first; one of the same name is replaced. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const name = view.name.trim().slice(0, NAME_LENGTH);
  if (name === "") return [...views];
  return [{ ...view, name }, ...withoutView(views, name)].slice(0, MOST_VIEWS);
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((view) => view.name !== name);
}

export function isSameQuery(a: InboxQuery, b: InboxQuery): boolean {
  return toParams(a).toString() === toParams(b).toString();
}

export function loadViews(): SavedView[] {
  return readViews(localStorage.getItem(KEY));
}

export function keepViews(views: readonly SavedView[]): void {
  localStorage.setItem(KEY, JSON.stringify(views.map(({ name, query }) => [name, toParams(query).toString()])));
}
