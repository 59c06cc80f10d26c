import { describe, expect, it } from "vitest";
import { sha256Hex, toBase64 } from "@/lib/platform/digest";
import { LIMITS } from "@/lib/protocol/limits";
import { fakePicture } from "@/tests/support/fake-picture";
import { clientWorld } from "@/tests/support/client-world";
import { expirePictures } from "./expire-pictures";
import { claimPicture } from "./send-pictures";
import { readMyReports } from "./watch-my-reports";

const DAY = 86_400_000;
const MIB = 1024 * 1024;
type World = Awaited<ReturnType<typeof clientWorld>>;

async function refusal({ outbox }: World, picture: ReturnType<typeof fakePicture>) {
  const text = { words: "slow", lang: "en", goal: "", kind: null, burden: {}, context: null, anonymous: false };
  return outbox.create({ ...text, picture }, { siteName: null, draftKey: null });
}

function counts({ db }: World) {
  return Promise.all([db.outbox.count(), db.mine.count(), db.blobs.count(), db.blobBytes.count()]);
}

describe("a report with a picture", () => {
  it("is kept with the picture's bytes, and names them by digest, size and pixels", async () => {
    const w = await clientWorld();
    const picture = fakePicture(5000);
    const id = await w.file({ picture });
    const [row] = await w.db.blobs.toArray();
    const [stored] = await w.db.blobBytes.toArray();
    expect(toBase64(new Uint8Array(stored?.bytes ?? new ArrayBuffer(0)))).toBe(picture.base64);
    expect(row).toMatchObject({ subject: id, route: "ingest", state: "queued", size: 5000, w: 40, h: 30 });
    const [event] = await w.db.bodies.toArray();
    const { attachments } = (JSON.parse(event?.body ?? "") as { data: { attachments: unknown } }).data;
    expect(attachments).toEqual([{ sha256: row?.sha256, size: 5000, type: "image/webp", w: 40, h: 30 }]);
    expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.sha256).not.toBe(sha256Hex(picture.base64));
    expect(await readMyReports(w.db)).toMatchObject([{ picture: "onItsWay" }]);
  });

  it("goes by a way of its own where it is anonymous", async () => {
    const w = await clientWorld();
    await w.file({ picture: fakePicture(), anonymous: true });
    expect(await w.db.blobs.toArray()).toMatchObject([{ route: "anon" }]);
  });

  it.each([
    ["no base64", "%%%", "picture-broken"],
    ["no picture", toBase64(new TextEncoder().encode("<svg xmlns=…></svg>")), "picture-broken"],
    ["nothing", "", "picture-broken"],
    ["a byte too many", fakePicture(LIMITS.blobBytes + 1).base64, "picture-large"],
    ["far too many", "A".repeat(12 * MIB), "picture-large"],
  ])("is refused with %s, and nothing of it is kept", async (_name, base64, reason) => {
    const w = await clientWorld();
    expect(await refusal(w, { ...fakePicture(), base64 })).toEqual({ ok: false, reason });
    expect(await counts(w)).toEqual([0, 0, 0, 0]);
  });

  it("takes the whole limit", async () => {
    const w = await clientWorld();
    await w.file({ picture: fakePicture(LIMITS.blobBytes) });
    expect(await counts(w)).toEqual([1, 1, 1, 1]);
  });

  it("goes without it where 64 MiB wait already, and says so", async () => {
    const w = await clientWorld();
    await w.file({ picture: fakePicture() });
    await w.db.blobs.toCollection().modify({ size: 64 * MIB - 400 });
    expect(await refusal(w, fakePicture(400))).not.toHaveProperty("withoutPicture");
    expect(await refusal(w, fakePicture(401))).toMatchObject({ ok: true, withoutPicture: true });
    expect(await counts(w)).toEqual([3, 3, 2, 2]);
    const last = (await w.db.outbox.toArray()).at(-1);
    expect((await w.db.bodies.get(last?.id ?? ""))?.body).not.toContain("attachments");
    // What is stored there, or lost, takes no room here.
    await w.db.blobs.toCollection().modify({ state: "stored" });
    expect(await refusal(w, fakePicture(401))).not.toHaveProperty("withoutPicture");
  });

  it("is discarded with its picture", async () => {
    const w = await clientWorld();
    const id = await w.file({ picture: fakePicture() });
    expect(await w.outbox.discard(id)).toBe(true);
    expect(await counts(w)).toEqual([0, 0, 0, 0]);
  });

  it("takes its picture along when it is sent again", async () => {
    const w = await clientWorld();
    const id = await w.file({ picture: fakePicture() });
    await w.db.outbox.toCollection().modify({ state: "dead" });
    const [before] = await w.db.blobs.toArray();
    const again = await w.outbox.resend(id, "better words");
    if (!again.ok) throw new Error(again.reason);
    expect(await w.db.blobs.toArray()).toMatchObject([
      { subject: again.reportId, sha256: before?.sha256, state: "queued" },
    ]);
    expect(await counts(w)).toEqual([1, 1, 1, 1]);
  });
});

describe("claimPicture", () => {
  it("takes what waited longest, of its own way and collector, once", async () => {
    const w = await clientWorld(null);
    const ids: string[] = [];
    for (const [size, anonymous] of [
      [20, false],
      [21, false],
      [22, true],
      [23, false],
    ] as const) {
      ids.push(await w.file({ picture: fakePicture(size), anonymous }));
      w.clock.move(1000);
    }
    await w.db.blobs.toCollection().modify({ state: "wanted", collector: "ours" });
    await w.db.blobs
      .where("subject")
      .equals(ids[0] ?? "")
      .modify({ collector: "another" });
    await w.db.blobs
      .where("subject")
      .equals(ids[3] ?? "")
      .modify({ nextAt: w.clock.now() + 1 });
    const claim = async (route: "ingest" | "anon") => {
      const input = { route, now: w.clock.now(), owner: "me", collector: "ours", alive: null };
      return (await claimPicture(w.db, input))?.row.subject ?? null;
    };
    expect([await claim("ingest"), await claim("ingest")]).toEqual([ids[1], null]);
    expect([await claim("anon"), await claim("anon")]).toEqual([ids[2], null]);
    w.clock.move(1);
    expect(await claim("ingest")).toBe(ids[3]);
  });
});

describe("expirePictures", () => {
  it("ends what nobody will ask for: the report's event is gone, or a month has passed", async () => {
    const w = await clientWorld(null);
    const kept = await w.file({ picture: fakePicture(20) });
    const gone = await w.file({ picture: fakePicture(21) });
    await w.db.outbox.where("subject").equals(gone).delete();
    await expirePictures(w.db, w.clock.now());
    const states = async () => Object.fromEntries((await w.db.blobs.toArray()).map((row) => [row.subject, row.state]));
    expect(await states()).toEqual({ [kept]: "queued", [gone]: "dead" });
    await w.db.blobs.where("subject").equals(kept).modify({ state: "wanted" });
    await expirePictures(w.db, w.clock.now() + 30 * DAY);
    expect(await states()).toMatchObject({ [kept]: "wanted" });
    await expirePictures(w.db, w.clock.now() + 31 * DAY);
    expect(await states()).toMatchObject({ [kept]: "dead" });
    expect(await w.db.blobBytes.count()).toBe(0);
  });
});
