import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import type { BlobFiles } from "../blobs/blob-files";
import { fileReport, newShot, openDesk, putShot, takeBack } from "../test-kit";

onBothEngines("the picture of a report that is taken back", (db) => {
  it("stays where another report names it too, until that one goes", async () => {
    const desk = await openDesk(db());
    const shot = newShot();
    const first = await fileReport(desk, { attachments: [shot.attachment] });
    const second = await fileReport(desk, { attachments: [shot.attachment] });
    await putShot(desk, shot);
    const see = async (token: string) => (await desk.ask(`/v1/blobs/${shot.sha256}`, { token })).status;
    await takeBack(desk, first);
    expect([await see(first.key), await see(second.key), await see(desk.reviewer)]).toEqual([404, 200, 200]);
    await takeBack(desk, second);
    expect(await see(desk.reviewer)).toBe(404);
    expect(readdirSync(`${desk.blobs}/${shot.sha256.slice(0, 2)}`)).toEqual([]);
  });

  it("does not stay behind where it comes at that very moment", async () => {
    const desk = await openDesk(db());
    const shot = newShot();
    const report = await fileReport(desk, { attachments: [shot.attachment] });
    const files = desk.files;
    const slow: BlobFiles = {
      ...files,
      async write(sha256, bytes) {
        await files.write(sha256, bytes);
        expect((await takeBack(desk, report)).status).toBe(204);
        // The one who was writing was a moment late, and writes once more.
        await files.write(sha256, bytes);
      },
    };
    const other = await openDesk(db(), { org: desk.org, blobs: slow });
    expect((await putShot(other, shot)).status).toBe(404);
    expect(await files.has(shot.sha256)).toBe(false);
  });

  it("goes before anything says so: a crash in between is asked for again", async () => {
    const shot = newShot();
    const first = await openDesk(db());
    const report = await fileReport(first, { attachments: [shot.attachment] });
    await putShot(first, shot);
    const failing: BlobFiles = { ...first.files, remove: () => Promise.reject(new Error("disk is away")) };
    const broken = await openDesk(db(), { org: first.org, blobs: failing });
    expect((await takeBack(broken, report)).status).toBe(500);
    expect((await first.ask(`/v1/threads/${report.id}`, { token: report.key })).status).toBe(200);
    expect((await takeBack(first, report)).status).toBe(204);
    expect(await first.files.has(shot.sha256)).toBe(false);
  });
});
