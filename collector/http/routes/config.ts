import { createHash } from "node:crypto";
import { collectorConfigSchema, type CollectorConfig } from "@/lib/protocol/collector-config";
import { requireCredential } from "../authorize";
import { isUnchanged, json, notModified, route } from "../methods";
import { AWAY, endpoint, UNAUTHORIZED } from "../operation";
import type { Parts, Routes } from "../parts";

/** Clients ask once a day. */
const CACHE = { "Cache-Control": "private, max-age=3600" };

export const configRoutes: Routes = (router, parts) => {
  const config = configOf(parts);
  const etag = `"${createHash("sha256").update(JSON.stringify(config)).digest("hex").slice(0, 16)}"`;
  route(router, "/v1/config", {
    GET: endpoint(
      {
        summary: "What the collector tells its clients about itself",
        callers: ["ingest", "session"],
        answers: {
          200: { means: "the configuration", schema: collectorConfigSchema, headers: ["ETag"] },
          304: { means: "as `If-None-Match` has it", headers: ["ETag"] },
        },
        problems: { ...UNAUTHORIZED, ...AWAY },
      },
      async (c) => {
        // A reviewer's browser may have no ingest token; nothing in here is for employees alone.
        await requireCredential(c, parts);
        if (isUnchanged(c, etag)) return notModified(etag, CACHE);
        return json(config, { ...CACHE, ETag: etag });
      },
    ),
  });
};

function configOf({ org, settings, publicToken }: Parts): CollectorConfig {
  const { limits, pollScale, privacyText, retention, bucketBits } = settings;
  return {
    protocol: 1,
    minClient: "0.1.0",
    limits,
    org,
    features: ["replies", "metoo", "summaries", "news", "blobs", "longpoll", "audit"],
    publicToken,
    bucketBits,
    pollScale,
    reofferSpreadSec: 1800,
    retention: { reportsMonths: retention.reportsMonths, imagesDays: retention.imagesDays },
    ...(privacyText !== null && { privacyText }),
  };
}
