import { readCapture } from "./items/capture";
import { readEndpoint } from "./items/endpoint";
import { readIdentity } from "./items/identity";
import { record } from "./items/record";
import { createRefusals } from "./items/refusals";
import { readSites } from "./items/sites";
import { readReviewers, readToken } from "./items/tokens";
import type { Policy, RefusedItem } from "./policy";

export interface ParsedPolicy {
  policy: Policy;
  refused: RefusedItem[];
}

/**
 * Reads settings item by item, whoever made them: what is good is in force, what is not is named, and one bad item
 * never takes another with it.
 */
export function parsePolicy(raw: unknown): ParsedPolicy {
  const { refused, refuse } = createRefusals();
  const items = record.safeParse(raw);
  if (!items.success) refuse("", "wrong-shape", raw);
  const { endpoint, ingestToken, sites, reviewers, identity, capture } = items.data ?? {};
  const policy: Policy = {
    endpoint: readEndpoint(endpoint, refuse),
    ingestToken: readToken(ingestToken, "ingestToken", refuse),
    sites: readSites(sites, refuse),
    reviewers: readReviewers(reviewers, refuse),
    identity: readIdentity(identity, refuse),
    capture: readCapture(capture, refuse),
  };
  return { policy, refused };
}
