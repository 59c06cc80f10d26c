import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { collectorConfigSchema } from "@/lib/protocol/collector-config";
import { copyOfTemplate, newPostgresDatabase } from "@/tests/support/postgres-and-pglite";
import { newReport } from "../test-kit";
import { readSetup, type Setup } from "./setup-file";
import { command, serving } from "./test-run";

let work = "";
let data = "";
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "earshot-cli-"));
  data = copyOfTemplate();
});
afterEach(() => {
  rmSync(work, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

function send(setup: Setup, events: object[]) {
  return fetch(`${setup.endpoint}/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${setup.ingestToken}`, "content-type": "application/json" },
    body: JSON.stringify(events),
  }).then((response) => response.json());
}

function changes(setup: Setup, query = "") {
  const headers = { authorization: `Bearer ${setup.reviewerToken}` };
  return fetch(`${setup.endpoint}/v1/changes${query}`, { headers });
}

function mustRead(path: string): Setup {
  const setup = readSetup(path);
  if (!setup) throw new Error("there is no setup file");
  return setup;
}

describe("serve and token", () => {
  it("shows its first tokens once, and serves with them", async () => {
    const first = await serving(data, ["--org-name", "Acme"]);
    const ingest = /it_\S+/.exec(first.out())?.[0] ?? "";
    const config = await fetch(`${first.endpoint}/v1/config`, { headers: { authorization: `Bearer ${ingest}` } });
    expect(collectorConfigSchema.parse(await config.json()).org).toEqual({ id: "main", name: "Acme" });
    expect(await first.stop()).toBe(0);
    const second = await serving(data, []);
    expect(second.out()).not.toContain("it_");
    const again = await fetch(`${second.endpoint}/v1/config`, { headers: { authorization: `Bearer ${ingest}` } });
    expect(again.status).toBe(200);
    expect(first.err() + second.err()).toBe("");
    await second.stop();
  });

  it("keeps data, epoch and the tokens of the setup file across a restart", async () => {
    const file = join(work, "deep/setup.json");
    const args = ["--setup-file", file, "--reviewer-name", "Robin (IT)"];
    const first = await serving(data, args);
    const before = mustRead(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const report = newReport();
    await send(before, [report.event]);
    const page = (await (await changes(before)).json()) as { next: string };
    await first.stop();
    const second = await serving(data, args);
    const after = mustRead(file);
    expect({ ...after, endpoint: "" }).toEqual({ ...before, endpoint: "" });
    expect(after.endpoint).toBe(second.endpoint);
    expect(await send(after, [report.event])).toMatchObject({ results: [{ status: "duplicate" }] });
    expect(await (await changes(after)).json()).toMatchObject({ items: [{ id: report.id }] });
    expect((await changes(after, `?since=${page.next}`)).status).toBe(200);
    await second.stop();
  });

  it("makes, lists and revokes tokens in the folder, and by a running collector", async () => {
    const where = ["--data", data];
    const made = await command(["token", "create", "--kind", "reviewer", "--name", "Sam", ...where]);
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/^[A-Za-z0-9_-]{43}\n$/);
    // Where `npm start` has it: beside the folder.
    const file = join(dirname(data), "collector-setup.json");
    const server = await serving(data, ["--setup-file", file]);
    const me = (token: string) =>
      fetch(`${server.endpoint}/v1/auth/session`, { headers: { authorization: `Bearer ${token}` } });
    expect(await (await me(made.out.trim())).json()).toMatchObject({ role: "reviewer", name: "Sam" });
    const busy = await command(["token", "list", ...where]);
    expect(busy.code).toBe(2);
    expect(busy.err).toMatch(/^The folder .* is in use by another collector \(process \d+\)\. Ask that one: /);
    expect(busy.err).toContain(`--setup-file ${file}, or --endpoint`);
    const by = ["--setup-file", file];
    const admin = await command(["token", "create", "--kind", "admin", "--name", "Alex", "--json", ...by]);
    const { token, id } = JSON.parse(admin.out) as { token: string; id: string };
    expect((await me(token)).status).toBe(200);
    const list = await command(["token", "list", "--endpoint", server.endpoint], { EARSHOT_ADMIN_TOKEN: token });
    expect(list.out).toMatch(new RegExp(`^${id}  admin  Alex  made .*  until .*$`, "m"));
    expect(await command(["token", "revoke", id, ...by])).toMatchObject({ code: 0 });
    expect((await me(token)).status).toBe(401);
    expect(await command(["token", "revoke", "nobody", ...by])).toMatchObject({
      code: 2,
      err: 'There is no token with the id "nobody": see token list.\n',
    });
    expect(
      await command(["token", "list", "--endpoint", server.endpoint, "--admin-token", made.out.trim()]),
    ).toMatchObject({
      code: 2,
      err: "This token is not an admin's.\n",
    });
    const asked = await command(["audit", "--since", "2020-01-01", ...by]);
    expect(asked.out).toMatch(new RegExp(`^\\S+Z {2}.* {2}token\\.revoked {2}${id}$`, "m"));
    await server.stop();
    expect((await command(["token", "list", "--json", ...where])).out).toContain('"name":"Alex"');
    const kept = await command(["audit", "--json", ...where]);
    expect(
      kept.out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { action: string }).action),
    ).toContain("token.created");
    expect((await command(["audit", "--since", "2100-01-01", ...where])).out).toBe("");
    expect(await command(["audit", "--since", "soon"])).toMatchObject({ code: 2 });
  });

  it("serves on PostgreSQL, with two processes' worth of collectors on one database", async () => {
    const env = { DATABASE_URL: await newPostgresDatabase() };
    const file = join(work, "setup.json");
    const first = await serving(data, ["--setup-file", file], env);
    const setup = mustRead(file);
    const second = await serving(data, [], env);
    expect(second.out()).toContain("PostgreSQL at 127.0.0.1:");
    expect(second.out()).not.toContain("earshot@");
    const report = newReport();
    await send(setup, [report.event]);
    const elsewhere = { ...setup, endpoint: second.endpoint };
    expect(await send(elsewhere, [report.event])).toMatchObject({ results: [{ status: "duplicate" }] });
    expect(await (await changes(elsewhere)).json()).toMatchObject({ items: [{ id: report.id }] });
    await first.stop();
    await second.stop();
  });
});
