import { setImmediate } from "node:timers/promises";
import { changesPageSchema } from "@/lib/protocol/documents";
import { must, same, type Clause } from "../clause";
import { makeAnonymous, makeEvent, makeReport, makeTag, ORIGIN } from "../make";
import { jsonOf, type World } from "../world";

/** A cursor behind everything that there is by now. */
async function here(world: World): Promise<string> {
  return (await world.changesSince(null)).next;
}

async function page(world: World, query: string) {
  return jsonOf(await world.ask(`/v1/changes?${query}`, { as: "session" }), changesPageSchema, "a page of changes");
}

const since = (cursor: string) => `since=${encodeURIComponent(cursor)}`;

/** Writers beside each other, each with reports of its own. */
const WRITERS = 8;
const ROUNDS = 6;

export const changesClauses: Clause[] = [
  {
    id: "changes.newest",
    section: 3,
    says: "Each report comes once, at its newest revision, in the order of revisions",
    needs: "session",
    async check(world) {
      const cursor = await here(world);
      const [one, two] = [await world.file(), await world.file()];
      await world.send([makeEvent("burden.set.v1", one.id, { burden: {} })], one, `/v1/threads/${one.id}/events`);
      const { items } = await world.changesSince(cursor);
      const mine = items.filter(({ id }) => [one.id, two.id].includes(id));
      same(
        mine.map(({ id }) => id),
        [two.id, one.id],
        "the order",
      );
      const revs = items.map(({ rev }) => BigInt(rev));
      must(
        revs.every((rev, at) => at === 0 || rev > (revs[at - 1] ?? 0n)),
        "revisions are not in order, or twice the same",
      );
    },
  },
  {
    id: "changes.complete",
    section: 5,
    says: "Under eight writers a reader misses nothing and ends with the newest of everything",
    needs: "session",
    async check(world) {
      const cursor = await here(world);
      let writing = true;
      const seen = new Map<string, bigint>();
      const reader = (async () => {
        let next = cursor;
        for (;;) {
          const wasOver = !writing;
          const { items, next: after, more } = await page(world, `limit=3&${since(next)}`);
          for (const { id, rev } of items) {
            must(BigInt(rev) > (seen.get(id) ?? 0n), "an older revision came after a newer one");
            seen.set(id, BigInt(rev));
          }
          next = after;
          // A reader that asks at once again could keep a collector in the same process from ever getting to writing.
          await setImmediate();
          if (wasOver && !more && items.length === 0) return;
        }
      })();
      const written = Promise.all(
        Array.from({ length: WRITERS }, async () => {
          for (let round = 0; round < ROUNDS; round += 1) {
            const { id } = await world.file();
            const join = makeAnonymous("metoo.set.v1", id, { tag: makeTag(), on: true });
            if (round === 0) await world.send([join], "ingest", "/v1/anon/events");
          }
        }),
      ).finally(() => {
        writing = false;
      });
      await Promise.all([written, reader]);
      const { items } = await world.changesSince(cursor);
      const missed = items.filter(({ id, rev }) => seen.get(id) !== BigInt(rev));
      must(items.length >= WRITERS * ROUNDS, `only ${items.length} of ${WRITERS * ROUNDS} reports are there`);
      same(missed.length, 0, "reports that the reader has not, or not as they are");
    },
  },
  {
    id: "changes.limit",
    section: 3,
    says: "A page has at most as many as were asked for, and says whether there is more",
    needs: "session",
    async check(world) {
      const cursor = await here(world);
      for (let count = 0; count < 3; count += 1) await world.file();
      const first = await page(world, `limit=2&${since(cursor)}`);
      same([first.items.length, first.more], [2, true], "the first page");
      const second = await page(world, `limit=2&${since(first.next)}`);
      must(
        second.items.length >= 1 && !second.items.some(({ id }) => first.items.some((each) => each.id === id)),
        "the second page",
      );
      same((await world.ask("/v1/changes?limit=501", { as: "session" })).status, 400, "limit=501");
    },
  },
  {
    id: "changes.etag",
    section: 3,
    says: "Nothing new since If-None-Match is answered 304",
    needs: "session",
    async check(world) {
      const path = `/v1/changes?${since(await here(world))}`;
      const etag = (await world.ask(path, { as: "session" })).headers.get("etag");
      must(etag !== null, "no ETag");
      const headers = { "if-none-match": etag };
      same((await world.ask(path, { as: "session", headers })).status, 304, "nothing new");
      await world.file();
      same((await world.ask(path, { as: "session", headers })).status, 200, "something new");
    },
  },
  {
    id: "changes.expired",
    section: 3,
    says: "A cursor that is none, or of another epoch, is answered 410: cursor-expired",
    needs: "session",
    async check(world) {
      const cursor = await here(world);
      const other = cursor.replace(/[0-9a-f]{8}-/, "00000000-");
      for (const bad of ["nonsense", other === cursor ? `${cursor}x` : other]) {
        same((await world.ask(`/v1/changes?${since(bad)}`, { as: "session" })).said, "410 cursor-expired", bad);
      }
    },
  },
  {
    id: "changes.wait",
    section: 3,
    says: "A question that waits is answered as soon as there is news",
    needs: "session",
    async check(world) {
      if (!world.config.features.includes("longpoll")) return;
      const path = `/v1/changes?wait=15&${since(await here(world))}`;
      const began = Date.now();
      const [answer, report] = await Promise.all([world.ask(path, { as: "session" }), world.file()]);
      const { items } = jsonOf(answer, changesPageSchema, "a page that was waited for");
      must(
        items.some(({ id }) => id === report.id),
        "the news is missing",
      );
      must(Date.now() - began < 14_000, "it waited to the end all the same");
    },
  },
  {
    id: "changes.scope",
    section: 3,
    says: "scope narrows to origins, and the cursor still gets past what it leaves out",
    needs: "session",
    async check(world) {
      const other = "https://elsewhere.example";
      const of = `scope=${encodeURIComponent(other)}`;
      let cursor = "";
      for (let more = true; more;)
        ({ next: cursor, more } = await page(world, `limit=500&${of}${cursor && `&${since(cursor)}`}`));
      await world.file({ context: { origin: ORIGIN } });
      const theirs = await world.file({ context: { origin: other } });
      const { items, next } = await page(world, `${of}&${since(cursor)}`);
      same(
        items.map(({ id }) => id),
        [theirs.id],
        "its items",
      );
      same((await page(world, `${of}&${since(next)}`)).items, [], "after them");
    },
  },
  {
    id: "changes.secrets",
    section: 4,
    says: "What is handed to reviewers holds neither reply hash nor tag",
    needs: "session",
    async check(world) {
      const report = makeReport();
      world.filed.push(report);
      await world.send([report.event]);
      const text = JSON.stringify(await world.doc(report.id));
      for (const name of ["replyHash", "ownTag"]) {
        must(!text.includes(String(report.event.data[name])), `${name} is told`);
      }
    },
  },
];
