import { describe, expect, it } from "vitest";
import { toBase64 } from "@/lib/platform/digest";
import { readWaiting } from "@/lib/outbox/waiting";
import { readMyReports } from "@/lib/outbox/watch-my-reports";
import { type ClientWorld, clientWorld as world, posts } from "@/tests/support/client-world";
import { fakePicture } from "@/tests/support/fake-picture";
import type { SeenRequest } from "@/tests/support/fake-collector";

const MINUTE = 60_000;

function puts(w: ClientWorld): SeenRequest[] {
  return w.collector.seen.filter(({ method }) => method === "PUT");
}

/** An answer to every picture. */
function answering(w: ClientWorld, status: number, slug = "busy") {
  w.collector.answer = ({ method }) => {
    if (method !== "PUT") return null;
    const headers = { "earshot-protocol": "1", "content-type": "application/problem+json" };
    return new Response(JSON.stringify({ type: `urn:earshot:problem:${slug}`, title: slug }), { status, headers });
  };
}

async function only(w: ClientWorld) {
  const [row] = await w.db.blobs.toArray();
  return row;
}

describe("a picture", () => {
  it("goes after its report's receipt, byte for byte, and is deleted here when it is there", async () => {
    const w = await world();
    const picture = fakePicture(3000);
    await w.file({ picture });
    await w.engine.kick();
    const [put] = puts(w);
    const sha256 = (await only(w))?.sha256 ?? "";
    expect(put).toMatchObject({ path: `/v1/blobs/${sha256}` });
    expect(put?.headers.get("authorization")).toBe("Bearer it");
    expect(put?.headers.get("content-type")).toBe("image/webp");
    expect(w.collector.seen.indexOf(put as SeenRequest)).toBeGreaterThan(
      w.collector.seen.indexOf(posts(w)[0] as SeenRequest),
    );
    expect(toBase64(w.collector.blobs.get(sha256) ?? new Uint8Array())).toBe(picture.base64);
    expect(await only(w)).toMatchObject({ state: "stored", problem: null });
    expect(await w.db.blobBytes.count()).toBe(0);
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "received", picture: "there" }]);
  });

  it("is not sent before it is asked for, nor where the collector does not ask", async () => {
    const w = await world();
    w.collector.fault = ({ method }) => (method === "POST" ? "500-before" : null);
    await w.file({ picture: fakePicture() });
    await w.engine.kick();
    expect(puts(w)).toEqual([]);
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "saved", picture: "onItsWay" }]);
    w.collector.fault = () => null;
    w.collector.answer = ({ method, text }) => {
      if (method !== "POST") return null;
      const results = (JSON.parse(text) as { id: string }[]).map(({ id }) => ({ id, status: "accepted", seq: "1" }));
      const receipt = { epoch: w.collector.epoch, head: "1", results };
      return Response.json(receipt, { headers: { "earshot-protocol": "1" } });
    };
    w.clock.move(MINUTE);
    await w.engine.kick();
    expect(puts(w)).toEqual([]);
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "received", picture: "lost" }]);
  });

  it("goes on with what a killed worker left, before its request or after it", async () => {
    const w = await world();
    answering(w, 503);
    await w.file({ picture: fakePicture() });
    await w.engine.kick();
    expect(await only(w)).toMatchObject({ state: "wanted", attempt: 1 });
    // As a worker leaves it that is killed while it sends: leased, its lock gone.
    await w.db.blobs.toCollection().modify({ state: "leased", owner: "gone", leaseUntil: w.clock.now() + MINUTE });
    w.collector.answer = null;
    w.clock.move(11_000);
    await w.engine.kick();
    expect(await only(w)).toMatchObject({ state: "stored" });
    expect(w.collector.blobs.size).toBe(1);
  });

  it("is called stored where it was there already: the answer to an earlier attempt was lost", async () => {
    const w = await world();
    let attempt = 0;
    w.collector.fault = ({ method }) => (method === "PUT" && attempt++ === 0 ? "504-after" : null);
    await w.file({ picture: fakePicture() });
    await w.engine.kick();
    expect([w.collector.blobs.size, (await only(w))?.state]).toEqual([1, "wanted"]);
    w.clock.move(11_000);
    await w.engine.kick();
    expect([puts(w).length, (await only(w))?.state]).toEqual([2, "stored"]);
  });

  it("that fails holds no text", async () => {
    const w = await world();
    answering(w, 507, "store-unavailable");
    await w.file({ picture: fakePicture() });
    await w.engine.kick();
    const later = await w.file({ words: "and another" });
    await w.engine.kick();
    expect(w.collector.docs.has(later)).toBe(true);
    expect(await readWaiting(w.db)).toEqual({ waiting: 0, reason: null });
    expect(puts(w)).toHaveLength(1);
  });

  it("waits at its own gate, and the next one behind it", async () => {
    const w = await world();
    answering(w, 401, "unauthorized");
    await w.file({ picture: fakePicture(100) });
    await w.file({ picture: fakePicture(101) });
    await w.engine.kick();
    expect(puts(w)).toHaveLength(1);
    w.clock.move(59 * MINUTE);
    await w.engine.kick();
    expect(puts(w)).toHaveLength(1);
    w.collector.answer = null;
    w.clock.move(MINUTE);
    await w.engine.kick();
    expect(w.collector.blobs.size).toBe(2);
  });

  it.each([413, 415, 422])("ends with %s: the collector will not have it", async (status) => {
    const w = await world();
    answering(w, status, "too-large");
    await w.file({ picture: fakePicture() });
    await w.engine.kick();
    expect(await only(w)).toMatchObject({ state: "dead", problem: { slug: "too-large" } });
    expect(await w.db.blobBytes.count()).toBe(0);
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "received", picture: "lost", problem: null }]);
  });

  it("comes after all when a collector that had forgotten its report asks again", async () => {
    const w = await world();
    w.collector.fault = ({ method }) => (method === "PUT" ? "network" : null);
    await w.file({ picture: fakePicture() });
    await w.engine.kick();
    w.collector.restore();
    w.collector.fault = () => null;
    w.clock.move(11_000);
    // The restored collector does not know it, and by its answer the client learns of the other epoch.
    await w.engine.kick();
    expect(await only(w)).toMatchObject({ state: "queued", problem: { slug: "blob-not-wanted" } });
    w.clock.move(40 * MINUTE);
    await w.engine.kick();
    expect(await only(w)).toMatchObject({ state: "stored" });
    expect([w.collector.docs.size, w.collector.blobs.size]).toEqual([1, 1]);
  });

  it("of an anonymous report goes by its own path, and never right behind another one", async () => {
    const w = await world();
    w.collector.fault = ({ method }) => (method === "PUT" ? "network" : null);
    for (const size of [100, 101]) await w.file({ picture: fakePicture(size), anonymous: true });
    for (let n = 0; n < 25; n += 1) {
      w.clock.move(MINUTE);
      await w.engine.kick();
    }
    expect(w.collector.docs.size).toBe(2);
    const failed = puts(w).length;
    w.collector.fault = () => null;
    await w.engine.tryAgain();
    // The network is back: one goes, the other waits a new random while.
    expect(puts(w).length - failed).toBe(1);
    expect(puts(w).at(-1)?.path).toMatch(/^\/v1\/anon\/blobs\//);
    for (let n = 0; n < 11; n += 1) {
      w.clock.move(MINUTE);
      await w.engine.kick();
    }
    expect(w.collector.blobs.size).toBe(2);
  });

  it("stays here for the collector that asked for it", async () => {
    const w = await world();
    w.collector.fault = ({ method }) => (method === "PUT" ? "network" : null);
    await w.file({ picture: fakePicture() });
    await w.engine.kick();
    w.collector.fault = () => null;
    w.state.policy.endpoint = "https://other.example";
    await w.engine.tryAgain();
    expect(w.collector.blobs.size).toBe(0);
    w.state.policy.endpoint = "https://collector.example";
    await w.engine.tryAgain();
    expect(w.collector.blobs.size).toBe(1);
  });
});

describe("fetchPicture", () => {
  const policyOf = (w: ClientWorld) => ({ ...w.state.policy, reviewers: { signIn: "token" as const, token: "rev" } });
  const picture = (bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    new Response(bytes, { headers: { "earshot-protocol": "1", "content-type": "image/webp", ...headers } });

  it("gives the picture that was named, or says why there is none", async () => {
    const w = await world();
    await w.file({ picture: fakePicture() });
    await w.engine.kick();
    const [sha256, bytes] = [...w.collector.blobs][0] ?? ["", new Uint8Array()];
    const ask = async (answer: () => Response) => {
      w.collector.answer = ({ path }) => (path.startsWith("/v1/blobs/") ? answer() : null);
      return w.engine.fetchPicture(policyOf(w), sha256);
    };
    const own = new Uint8Array(bytes);
    expect(await ask(() => picture(own))).toMatchObject({ ok: true, type: "image/webp", bytes: own });
    expect(w.collector.seen.at(-1)?.headers.get("authorization")).toBe("Bearer rev");
    const away = { ok: false, reason: "away" };
    expect(await ask(() => picture(own.slice(1)))).toEqual(away);
    expect(await ask(() => picture(own, { "content-type": "image/svg+xml" }))).toEqual(away);
    expect(await ask(() => picture(own, { "earshot-protocol": "" }))).toEqual(away);
    expect(await ask(() => new Response("", { status: 503 }))).toEqual(away);
    const gone = () => new Response("{}", { status: 404, headers: { "earshot-protocol": "1" } });
    expect(await ask(gone)).toEqual({ ok: false, reason: "gone" });
    expect(await w.engine.fetchPicture(w.state.policy, sha256)).toEqual(away);
  });
});
