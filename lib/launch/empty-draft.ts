import type { Draft } from "@/lib/database/rows";

/** Nothing that a person said: such a draft is not kept. */
export function isEmptyDraft(draft: Draft): boolean {
  return !/\S/.test(draft.words + draft.goal) && draft.kind === null && Object.keys(draft.burden).length === 0;
}
