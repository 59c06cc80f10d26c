import { expect, it } from "vitest";
import { readKv, writeKv } from "@/lib/database/kv-values";
import { clientWorld } from "@/tests/support/client-world";

const PATH = "/v1/reports/opened";

/** A reviewer with a copy of one named report, and a collector that keeps a trail or does not. */
async function world(features = ["audit"]) {
  const w = await clientWorld();
  w.state.policy.reviewers.token = "rev";
  const id = await w.file({ name: "Ada" });
  await w.engine.kick();
  await w.engine.refresh();
  const config = await readKv(w.db, "config");
  if (!config) throw new Error("no configuration");
  await writeKv(w.db, "config", { ...config, config: { ...config.config, features } });
  const row = await w.db.reports.get(id);
  if (!row) throw new Error("no copy");
  const name = async (reporter: { name: string } | null) =>
    void (await w.db.reports.put({ ...row, doc: { ...row.doc, reporter } }));
  await name({ name: "Ada" });
  const network = { isAway: false };
  w.collector.answer = ({ path }) => {
    if (network.isAway) throw new TypeError("Failed to fetch");
    return path === PATH ? new Response(null, { status: 204, headers: { "earshot-protocol": "1" } }) : null;
  };
  const told = () => w.collector.seen.filter(({ path }) => path === PATH).map(({ text }): unknown => JSON.parse(text));
  return { ...w, id, told, name, network };
}

it("tells the collector that a named report was opened, once for each time", async () => {
  const w = await world();
  await w.engine.opened(w.id);
  await w.engine.kick();
  expect(w.told()).toEqual([{ opened: [{ id: w.id, at: new Date(w.clock.now()).toISOString() }] }]);
  expect(await readKv(w.db, "opened")).toBeNull();
});

it("keeps it while the network is away", async () => {
  const w = await world();
  w.network.isAway = true;
  await w.engine.opened(w.id);
  w.clock.move(60_000);
  await w.engine.opened(w.id);
  w.network.isAway = false;
  const before = w.told().length;
  await w.engine.tryAgain();
  expect(w.told().slice(before)).toMatchObject([{ opened: [{ id: w.id }, { id: w.id }] }]);
});

it("says nothing of a report without a name, and nothing to a collector that keeps no trail", async () => {
  const nameless = await world();
  await nameless.name(null);
  await nameless.engine.opened(nameless.id);
  const plain = await world([]);
  await plain.engine.opened(plain.id);
  expect([...nameless.told(), ...plain.told()]).toEqual([]);
});
