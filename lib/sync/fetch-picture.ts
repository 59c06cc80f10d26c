import { bytesSha256Hex } from "@/lib/platform/digest";
import type { Policy } from "@/lib/policy/policy";
import { attachmentSchema } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import type { CollectorClient } from "./collector-client";

export type FetchedPicture =
  | { ok: true; bytes: Uint8Array<ArrayBuffer>; type: "image/webp" | "image/jpeg" | "image/png" }
  /** "gone": the collector does not have it (any more), or this reviewer may not see it; "away": ask again later. */
  | { ok: false; reason: "gone" | "away" };

const typeSchema = attachmentSchema.shape.type;

/** Asks the collector for a picture in the reviewer's name. What comes is the picture that was named, or nothing. */
export function createPictureFetcher(request: CollectorClient) {
  return async function fetchPicture(policy: Policy, sha256: string): Promise<FetchedPicture> {
    const { endpoint, reviewers } = policy;
    if (endpoint === null || reviewers.token === null) return { ok: false, reason: "away" };
    const authorization = `Bearer ${reviewers.token}`;
    const answer = await request({ endpoint, path: `/v1/blobs/${sha256}`, authorization, wantsBytes: true });
    if (answer.kind === "network" || !answer.fromCollector) return { ok: false, reason: "away" };
    if (answer.status === 404 || answer.status === 410) return { ok: false, reason: "gone" };
    const type = typeSchema.safeParse(answer.type);
    const { bytes } = answer;
    if (!bytes || !type.success || bytes.byteLength > LIMITS.blobBytes) return { ok: false, reason: "away" };
    return (await bytesSha256Hex(bytes)) === sha256
      ? { ok: true, bytes, type: type.data }
      : { ok: false, reason: "away" };
  };
}
