import type { Status } from "./event";

/**
 * `Already possible` and `Declined` owe the person an explanation, `Asked` a question. In a file of its own, so that
 * the popup can ask without carrying the schemas.
 */
export function statusNeedsNote(status: Status): boolean {
  return status === "possible" || status === "declined" || status === "asked";
}
