import type { Policy } from "./policy";

/** Whether whoever stands at the endpoint only takes: no answers, no pictures, no taking back, nothing to review. */
export function isSendOnly({ sink }: Pick<Policy, "sink">): boolean {
  return sink.profile !== "collector";
}
