import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changesPageSchema } from "@/lib/protocol/documents";
import { receiptSchema } from "@/lib/protocol/receipt";
import { copyOfTemplate, newPostgresDatabase, type Engine } from "@/tests/support/postgres-and-pglite";
import { openPglite } from "../store/open-pglite";
import { envelope, newReport, newShot } from "../test-kit";
import { readSetup, type Setup } from "./setup-file";
import { command, serving, type Env } from "./test-run";

/** Against hanging: each start of an embedded database takes seconds where the machine is busy. */
vi.setConfig({ testTimeout: 240_000 });

let work = "";
let data = "";
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "earshot-archive-"));
  data = copyOfTemplate();
});
afterEach(() => {
  for (const path of [work, data]) rmSync(path, { recursive: true, force: true });
});

/** What browsers and IT send: they keep it for 14 days, and send it again under a new epoch. */
interface Sent {
  by: "ingestToken" | "reviewerToken";
  event: { id: string };
}

/** The collector on this folder or database, as clients see it. */
async function started(env: Env) {
  const file = join(work, "setup.json");
  const server = await serving(data, ["--setup-file", file], env);
  const setup = readSetup(file) as Setup;
  const ask = (path: string, token: string, init: { method?: string; headers?: object; body?: BodyInit } = {}) =>
    fetch(setup.endpoint + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  return {
    ...server,
    setup,
    ask,
    async offer(items: readonly Sent[]) {
      const seen: string[] = [];
      let epoch = "";
      for (const { by, event } of items) {
        const headers = { "content-type": "application/json" };
        const init = { method: "POST", headers, body: JSON.stringify([event]) };
        const receipt = receiptSchema.parse(await (await ask("/v1/events", setup[by], init)).json());
        epoch = receipt.epoch;
        seen.push(...receipt.results.map(({ status }) => status));
      }
      return { seen, epoch };
    },
    async changes(since = "") {
      const response = await ask(`/v1/changes?${since && `since=${since}`}`, setup.reviewerToken);
      if (response.status !== 200) return { status: response.status, next: "", docs: [] };
      const page = changesPageSchema.parse(await response.json());
      const docs = page.items.map((item) => ("doc" in item ? [item.id, item.doc.words, item.doc.status] : [item.id]));
      return { status: 200, next: page.next, docs };
    },
  };
}

function story(words: string): Sent[] {
  const { event, id } = newReport({ words });
  const heard = envelope("status.set.v1", id, { status: "heard", basedOn: null });
  return [
    { by: "ingestToken", event },
    { by: "reviewerToken", event: heard },
  ];
}

async function envOf(engine: Engine): Promise<Env> {
  return engine === "postgres" ? { DATABASE_URL: await newPostgresDatabase() } : {};
}

describe.each<Engine>(["pglite", "postgres"])("an older %s that was restored", (engine) => {
  it("turns stale cursors away and has everything again once it was offered anew", async () => {
    const env = await envOf(engine);
    const shot = newShot();
    const pictured = newReport({ words: "with a picture", attachments: [shot.attachment] });
    const early: Sent[] = [{ by: "ingestToken", event: pictured.event }, ...story("early")];
    const first = await started(env);
    const before = await first.offer(early);
    const put = { method: "PUT", headers: { "content-type": "image/webp" }, body: shot.bytes };
    expect((await first.ask(`/v1/blobs/${shot.sha256}`, first.setup.ingestToken, put)).status).toBe(201);
    await first.stop();

    const kept = join(work, "kept");
    const where = ["--data", data];
    expect(await command(["backup", "--to", kept, ...where], env)).toMatchObject({
      code: 0,
      out: `2 reports and 3 events are in ${kept}, with the pictures.\n`,
    });
    expect(readdirSync(kept)).toEqual(["blobs", "database.gz"]);
    expect(await command(["backup", "--to", kept, ...where], env)).toMatchObject({ code: 2 });

    const second = await started(env);
    const late = [...story("late"), ...story("later")];
    await second.offer(late);
    const whole = await second.changes();
    if (engine === "pglite") {
      const busy = await command(["restore", "--from", kept, "--replace", ...where], env);
      expect(busy).toMatchObject({ code: 2, err: expect.stringContaining("is in use by another collector") });
    }
    await second.stop();
    rmSync(join(data, "blobs"), { recursive: true });
    expect(await command(["restore", "--from", kept, ...where], env)).toMatchObject({
      code: 2,
      err: expect.stringContaining("say --replace"),
    });
    const back = await command(["restore", "--from", kept, "--replace", ...where], env);
    expect(back).toMatchObject({ code: 0, err: "" });
    expect(back.out).toContain("2 reports and 3 events are back.\n");

    const third = await started(env);
    expect(third.err()).toBe("");
    expect((await third.changes(whole.next)).status).toBe(410);
    expect((await third.changes()).docs).toHaveLength(2);
    const again = await third.offer([...early, ...late]);
    expect(again.epoch).not.toBe(before.epoch);
    expect(again.seen).toEqual([...early.map(() => "duplicate"), ...late.map(() => "accepted")]);
    expect((await third.changes()).docs).toEqual(whole.docs);
    expect((await third.ask(`/v1/blobs/${shot.sha256}`, third.setup.reviewerToken)).status).toBe(200);
    await third.stop();
  });
});

describe("an embedded database", () => {
  it("is copied at night, and comes back from the copy after it was damaged", async () => {
    const first = await started({});
    const sent = story("kept");
    await first.offer(sent);
    await first.stop();
    // As if the collector had been away for some nights.
    const { db } = await openPglite(data);
    await db.query("update org set settings = jsonb_build_object('nightAt', '2020-01-01T03:00:00.000Z')");
    await db.close();
    const second = await started({});
    const copies = join(data, "copies");
    await vi.waitFor(() => expect(readdirSync(copies)).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]), 30_000);
    await second.offer(story("after the copy"));
    await second.stop();

    rmSync(join(data, "clean"));
    for (const name of readdirSync(join(data, "pglite/global"))) writeFileSync(join(data, "pglite/global", name), "");
    const broken = await command(["serve", "--port", "0", "--data", data]);
    expect(broken).toMatchObject({ code: 2, err: expect.stringContaining("Restore the last copy: collector restore") });

    const copy = join(copies, readdirSync(copies)[0] ?? "");
    const back = await command(["restore", "--from", copy, "--replace", "--data", data]);
    expect(back).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^1 reports are back\.\n/) });
    const third = await started({});
    expect(third.err()).toBe("");
    expect(await third.offer(sent)).toMatchObject({ seen: ["duplicate", "duplicate"] });
    await third.stop();
    expect(readdirSync(data).filter((name) => name.startsWith("pglite-before-"))).toHaveLength(1);
  });

  it("moves to PostgreSQL, where clients go on as if nothing had happened, and is not used again", async () => {
    const url = await newPostgresDatabase();
    const first = await started({});
    const sent = story("moved");
    const before = await first.offer(sent);
    const { next } = await first.changes();
    await first.stop();
    const where = ["--data", data, "--to", url];
    const moved = await command(["migrate", ...where]);
    expect(moved).toMatchObject({ code: 0, err: "" });
    expect(moved.out).toContain("1 reports and 2 events are in PostgreSQL at 127.0.0.1:");
    expect(moved.out).not.toContain("earshot@");
    expect(await command(["serve", "--port", "0", "--data", data])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/has moved to PostgreSQL at 127\.0\.0\.1:.*: start with DATABASE_URL/),
    });
    expect(readFileSync(join(data, "moved"), "utf8")).not.toContain("earshot@");
    expect(existsSync(join(data, "lock"))).toBe(false);
    const second = await started({ DATABASE_URL: url });
    expect(await second.offer(sent)).toEqual({ seen: ["duplicate", "duplicate"], epoch: before.epoch });
    expect(await second.changes(next)).toMatchObject({ status: 200, docs: [] });
    await second.stop();
  });
});
