import type { EarshotDatabase } from "./open";
import type { Route } from "./rows";

/** Outbox rows of one route that wait or are under way, the earliest `nextAt` first, up to `until` (inclusive, ms). */
export function onRoute(db: EarshotDatabase, route: Route, state: "queued" | "leased", until = Infinity) {
  return db.outbox.where("[route+state+nextAt]").between([route, state, -Infinity], [route, state, until], true, true);
}

/** Those that wait and are not due at `now` (ms), the earliest `nextAt` first. */
export function notDueOnRoute(db: EarshotDatabase, route: Route, now: number) {
  return db.outbox
    .where("[route+state+nextAt]")
    .between([route, "queued", now], [route, "queued", Infinity], false, true);
}
