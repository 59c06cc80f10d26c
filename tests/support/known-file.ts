import { sha256Hex } from "@/lib/platform/digest";
import { packBucketFile } from "@/lib/protocol/bucket-file";
import type { KnownAnnoyance } from "@/lib/protocol/summary";

export const ORIGIN = "https://erp.example";

/** A known annoyance as the staff-wide files have it; the number makes its id. */
export function known(index: number, more: Partial<KnownAnnoyance> = {}): KnownAnnoyance {
  return {
    reportId: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    originHash: sha256Hex(ORIGIN),
    path: "/orders/{id}",
    title: `Known ${index}`,
    lang: "en",
    status: "planned",
    statusEvent: null,
    people: 1,
    updated: "2026-03-04T10:00:00.000Z",
    ...more,
  };
}

export function bucketFile(items: KnownAnnoyance[], bits = 0): object {
  return packBucketFile({ v: 1, bits, items });
}
