import { LIMITS } from "@/lib/protocol/limits";

/** What the collector takes in, published by `/v1/config`. Sizes in bytes of decoded JSON. */
export interface ServerLimits {
  eventBytes: number;
  batchBytes: number;
  batchEvents: number;
  blobBytes: number;
  gzip: boolean;
}

export const DEFAULT_LIMITS: ServerLimits = {
  eventBytes: LIMITS.eventBytes,
  batchBytes: LIMITS.batchBytes,
  batchEvents: LIMITS.batchEvents,
  blobBytes: LIMITS.blobBytes,
  gzip: true,
};
