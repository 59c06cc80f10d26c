import type { BlobGate } from "@/lib/database/kv-values";
import type { BlobRoute, BlobRow } from "@/lib/database/rows";
import { readKv } from "@/lib/database/kv-values";
import { claimPicture, settlePicture } from "@/lib/outbox/send-pictures";
import { spreadAnonymous } from "@/lib/outbox/spread";
import { anonymousMs } from "@/lib/policy/anonymous-ms";
import type { Policy } from "@/lib/policy/policy";
import type { CollectorRequest } from "./collector-client";
import { nextGate } from "./gate";
import { changeGate } from "./gates";
import { pictureEffect } from "./picture-outcome";
import { problemOf } from "./problem-of";
import type { UploaderDeps } from "./uploader";

export interface SendPicture {
  gate: BlobGate;
  policy: Policy & { endpoint: string };
  alive: ReadonlySet<string> | null;
}

const ROUTES: Record<BlobGate, BlobRoute> = { "ingest-blobs": "ingest", "anon-blobs": "anon" };
const PATHS: Record<BlobRoute, string> = { ingest: "/v1/blobs/", anon: "/v1/anon/blobs/" };

/** Sends one picture that the collector has asked for: claim, request, then what the table says. */
export function createPictureUploader({ db, request, clock, random, owner }: UploaderDeps) {
  /** Gives whether there was one to send. */
  async function send({ gate: name, policy, alive }: SendPicture): Promise<boolean> {
    const collector = (await readKv(db, "collector"))?.key ?? "";
    const route = ROUTES[name];
    const claimed = await claimPicture(db, { route, now: clock.now(), owner, collector, alive });
    if (!claimed) return false;
    const { row, bytes } = claimed;
    if (route === "anon") {
      await spreadAnonymous(db, row.subject, clock.now(), () => Math.floor(random.fraction() * anonymousMs(policy)));
    }
    const answer = await request(pictureRequest(row, bytes, policy));
    const { to, gate: effect } = pictureEffect(answer);
    const problem = to === "stored" ? null : problemOf(answer, null);
    await settlePicture(db, row, { to, now: clock.now(), problem });
    const retryAfterMs = answer.kind === "answer" ? answer.retryAfterMs : null;
    const happened = {
      effect,
      now: clock.now(),
      fraction: random.fraction(),
      retryAfterMs,
      events: 1,
      usedGzip: false,
    };
    await changeGate(db, policy.endpoint, name, (gate) => nextGate(gate, happened));
    return true;
  }

  return { send };
}

function pictureRequest(row: BlobRow, bytes: ArrayBuffer, policy: SendPicture["policy"]): CollectorRequest {
  return {
    endpoint: policy.endpoint,
    path: PATHS[row.route] + row.sha256,
    method: "PUT",
    authorization: policy.ingestToken === null ? null : `Bearer ${policy.ingestToken}`,
    headers: { "content-type": row.type },
    body: new Blob([bytes], { type: row.type }),
  };
}
