import { createHash } from "node:crypto";
import type { CollectorConfig } from "@/lib/protocol/collector-config";
import { requireCredential } from "../authorize";
import { isUnchanged, json, notModified, route } from "../methods";
import type { Parts, Routes } from "../parts";

/** Clients ask once a day. */
const CACHE = { "Cache-Control": "private, max-age=3600" };

export const configRoutes: Routes = (app, parts) => {
  const config = configOf(parts);
  const etag = `"${createHash("sha256").update(JSON.stringify(config)).digest("hex").slice(0, 16)}"`;
  route(app, "/v1/config", {
    GET: async (c) => {
      // A reviewer's browser may have no ingest token; nothing in here is for employees alone.
      await requireCredential(c, parts);
      if (isUnchanged(c, etag)) return notModified(etag, CACHE);
      return json(config, { ...CACHE, ETag: etag });
    },
  });
};

function configOf({ org, settings }: Parts): CollectorConfig {
  const { limits, pollScale, privacyText, retention } = settings;
  return {
    protocol: 1,
    minClient: "0.1.0",
    limits,
    org,
    features: ["replies", "metoo", "blobs", "longpoll"],
    bucketBits: 0,
    pollScale,
    reofferSpreadSec: 1800,
    retention: { reportsMonths: retention.reportsMonths, imagesDays: retention.imagesDays },
    ...(privacyText !== null && { privacyText }),
  };
}
