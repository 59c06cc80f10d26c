import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { changesPageSchema } from "@/lib/protocol/documents";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { DiskFull, type BlobFiles } from "../blobs/blob-files";
import {
  envelope,
  fileReport,
  HOUR,
  newReport,
  newShot,
  NOW,
  openDesk,
  putShot,
  type Desk,
  type Filed,
  type Shot,
} from "../test-kit";

const DAY_MS = 86_400_000;

async function said(response: Response): Promise<string> {
  const { type } = (await response.json()) as { type?: string };
  return `${response.status} ${type?.slice("urn:earshot:problem:".length) ?? ""}`.trim();
}

async function changes(desk: Desk, since = "") {
  const response = await desk.ask(`/v1/changes?${since && `since=${since}`}`, { token: desk.reviewer });
  return changesPageSchema.parse(await response.json());
}

function get(desk: Desk, { sha256 }: Shot, token?: string) {
  return desk.ask(`/v1/blobs/${sha256}`, { token });
}

onBothEngines("a picture", (db) => {
  it("is asked for by the receipt until it is there, taken in, and given to IT and to the person", async () => {
    const desk = await openDesk(db());
    const shot = newShot();
    const report = newReport({ attachments: [shot.attachment] });
    const receipt = await desk.send(desk.ingest, "/v1/events", [report.event, newReport().event]);
    expect(receipt.wantBlobs).toEqual([shot.sha256]);
    expect((await desk.send(desk.ingest, "/v1/events", [report.event])).wantBlobs).toEqual([shot.sha256]);
    const before = await changes(desk);
    expect(before.items[0]).toMatchObject({ doc: { attachments: [{ ...shot.attachment, stored: false }] } });
    expect(await said(await get(desk, shot, desk.reviewer))).toBe("404 not-found");

    expect(await said(await putShot(desk, shot))).toBe("201");
    expect(await said(await putShot(desk, shot))).toBe("200");
    expect((await desk.send(desk.ingest, "/v1/events", [report.event])).wantBlobs).toEqual([]);
    // No event, and yet a change: reviewers' copies learn of it, once.
    const after = await changes(desk, before.next);
    expect(after.items).toMatchObject([{ id: report.id, rev: "3", doc: { attachments: [{ stored: true }] } }]);
    expect((await changes(desk, after.next)).items).toEqual([]);
    const comment = envelope("comment.added.v1", report.id, { text: "Seen", lang: "en", visibility: "thread" });
    await desk.send(desk.reviewer, "/v1/events", [comment]);
    expect((await changes(desk, after.next)).items).toMatchObject([
      { rev: "4", doc: { attachments: [{ stored: true }] } },
    ]);

    for (const token of [desk.reviewer, desk.admin, report.key]) {
      const response = await get(desk, shot, token);
      expect([response.status, Buffer.from(await response.arrayBuffer()).equals(shot.bytes)]).toEqual([200, true]);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "image/webp",
        "content-security-policy": "sandbox; default-src 'none'",
        "content-disposition": "attachment",
        "x-content-type-options": "nosniff",
        "cache-control": "private",
      });
    }
  });

  it("is refused where nobody wants it, and where it is not what it says", async () => {
    const desk = await openDesk(db());
    const [shot, stranger] = [newShot(), newShot()];
    await fileReport(desk, { attachments: [shot.attachment] });
    expect(await said(await putShot(desk, stranger))).toBe("404 blob-not-wanted");
    expect(await said(await putShot(desk, { ...shot, sha256: "nonsense" }))).toBe("404 not-found");
    expect(await said(await putShot(desk, { ...shot, bytes: stranger.bytes }))).toBe("422 digest-mismatch");
    expect(await said(await putShot(desk, shot, { type: "image/svg+xml" }))).toBe("415 unsupported-media-type");
    expect(await said(await putShot(desk, shot, { type: "image/png" }))).toBe("415 unsupported-media-type");
    expect(await said(await putShot(desk, shot, { token: desk.reviewer }))).toBe("403 forbidden");
    expect(await said(await putShot(desk, shot, { token: "it_no_such_token_at_all_here" }))).toBe("401 unauthorized");
    expect(await said(await putShot(desk, shot, { path: "/v1/anon/blobs/", token: desk.reviewer }))).toBe(
      "400 forbidden",
    );
    const huge = { ...shot, bytes: Buffer.alloc(2 * 1024 * 1024 + 1) };
    expect(await said(await putShot(desk, huge))).toBe("413 too-large");
    expect(readdirSync(desk.blobs)).toEqual([]);
    expect((await changes(desk)).items).toMatchObject([{ doc: { attachments: [{ stored: false }] } }]);
  });

  it("that is none is refused although its digest is right", async () => {
    const desk = await openDesk(db());
    const bytes = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const attachment = { sha256, size: bytes.length, type: "image/webp" as const, w: 1, h: 1 };
    await fileReport(desk, { attachments: [attachment] });
    expect(await said(await putShot(desk, { bytes, sha256, attachment }))).toBe("415 unsupported-media-type");
    const lied = newShot();
    await fileReport(desk, { attachments: [{ ...lied.attachment, size: 7 }] });
    expect(await said(await putShot(desk, lied))).toBe("422 digest-mismatch");
  });

  it("is seen by nobody else", async () => {
    const desk = await openDesk(db());
    const shot = newShot();
    const report = await fileReport(desk, { attachments: [shot.attachment] });
    const other = await fileReport(desk);
    await putShot(desk, shot);
    expect(await said(await get(desk, shot))).toBe("401 unauthorized");
    expect(await said(await get(desk, shot, desk.ingest))).toBe("403 forbidden");
    expect(await said(await get(desk, shot, other.key))).toBe("404 not-found");
    expect(await said(await get(desk, shot, "reply:short"))).toBe("404 not-found");
    await confine(desk, ["https://crm.example.com"]);
    expect(await said(await get(desk, shot, desk.reviewer))).toBe("404 not-found");
    await desk.ask(`/v1/threads/${report.id}`, { token: report.key, method: "DELETE" });
    expect(await said(await get(desk, shot, desk.admin))).toBe("404 not-found");
    expect(await said(await get(desk, shot, report.key))).toBe("404 not-found");
    expect(await said(await putShot(desk, shot))).toBe("404 blob-not-wanted");
  });

  /** Scopes come with logins; until then only the database can say so. */
  async function confine(desk: Desk, scope: string[]) {
    await db().query("update session set scope = $2::jsonb where org = $1 and role = 'reviewer'", [
      desk.org,
      JSON.stringify(scope),
    ]);
  }

  it("is seen within a reviewer's scope", async () => {
    const desk = await openDesk(db());
    const shot = newShot();
    await fileReport(desk, { attachments: [shot.attachment] });
    await putShot(desk, shot);
    await confine(desk, ["https://erp.example.com"]);
    expect((await get(desk, shot, desk.reviewer)).status).toBe(200);
  });

  it("that two reports name comes once, and each of them says so", async () => {
    const desk = await openDesk(db());
    const shot = newShot();
    const filed: Filed[] = [];
    for (let n = 0; n < 2; n += 1) filed.push(await fileReport(desk, { attachments: [shot.attachment] }));
    expect((await putShot(desk, shot)).status).toBe(201);
    const { items } = await changes(desk);
    expect(items.map(({ rev }) => rev)).toEqual(["3", "4"]);
    expect(items).toMatchObject(filed.map(() => ({ doc: { attachments: [{ stored: true }] } })));
    const late = newReport({ attachments: [shot.attachment] });
    expect((await desk.send(desk.ingest, "/v1/events", [late.event])).wantBlobs).toEqual([shot.sha256]);
    expect((await putShot(desk, shot)).status).toBe(201);
  });

  it("is taken once where two bring it at the same time", async () => {
    const desk = await openDesk(db());
    const shot = newShot();
    await fileReport(desk, { attachments: [shot.attachment] });
    const answers = await Promise.all([putShot(desk, shot), putShot(desk, shot), putShot(desk, shot)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const { items } = await changes(desk);
    expect(items).toMatchObject([{ rev: "2", doc: { attachments: [{ stored: true }] } }]);
  });

  it("of an anonymous report leaves no time behind, neither in a row nor at the file", async () => {
    const desk = await openDesk(db(), { now: () => new Date(NOW) });
    const shot = newShot();
    const report = newReport({ attachments: [shot.attachment] }, "anon");
    const receipt = await desk.send(desk.ingest, "/v1/anon/events", [report.event]);
    expect(receipt.wantBlobs).toEqual([shot.sha256]);
    expect((await putShot(desk, shot, { path: "/v1/anon/blobs/" })).status).toBe(201);
    const [row] = await db().query<{ stored_at: Date }>("select stored_at from blob where org = $1", [desk.org]);
    expect(row?.stored_at.toISOString()).toBe(HOUR);
    const file = statSync(join(desk.blobs, shot.sha256.slice(0, 2), shot.sha256));
    expect([file.mtimeMs, file.mode & 0o777]).toEqual([0, 0o600]);
  });

  it("is not called stored where the disk is full, and comes in when there is room", async () => {
    const shot = newShot();
    const full: BlobFiles = {
      async *putBefore() {},
      write: () => Promise.reject(new DiskFull("no room")),
      read: () => Promise.resolve(null),
      has: () => Promise.resolve(false),
      remove: () => Promise.resolve(),
    };
    const desk = await openDesk(db(), { blobs: full });
    const report = await fileReport(desk, { attachments: [shot.attachment] });
    const refused = await putShot(desk, shot);
    expect(refused.headers.get("retry-after")).toBe("3600");
    expect(await said(refused)).toBe("507 store-unavailable");
    expect((await desk.send(desk.ingest, "/v1/events", [report.event])).wantBlobs).toEqual([shot.sha256]);
    const roomy = await openDesk(db(), { org: desk.org });
    expect((await putShot(roomy, shot, { token: desk.ingest })).status).toBe(201);
  });

  it("does not make a report of the past younger", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    const desk = await openDesk(db(), { now: () => new Date(now) });
    const shot = newShot();
    await fileReport(desk, { attachments: [shot.attachment] });
    now += DAY_MS;
    await putShot(desk, shot);
    expect((await changes(desk)).items).toMatchObject([{ doc: { updatedAt: "2026-01-01T00:00:00.000Z" } }]);
  });
});
