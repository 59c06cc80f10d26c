import { createHash } from "node:crypto";
import { bucketFileSchema } from "@/lib/protocol/bucket-file";
import { newsFileSchema } from "@/lib/protocol/digest";
import { organisationSubject } from "@/lib/protocol/organisation-subject";
import { must, same, type Clause } from "../clause";
import { makeEvent, ORIGIN } from "../make";
import { jsonOf, type World } from "../world";

const SAID = { title: "The list is slow", text: "On Mondays.", workaround: "Filter it first.", lang: "en" };
const publish = (id: string, data: object = SAID) => makeEvent("summary.published.v1", id, data);

/** The address of the file in which the conformance site's annoyances stand. */
function addressOf({ config }: World): string {
  must(config.publicToken !== undefined, "/v1/config names no publicToken");
  const bits = config.bucketBits;
  const hash = createHash("sha256").update(ORIGIN).digest();
  const number = hash.readUInt16BE(0) >> (16 - bits);
  const bucket = bits === 0 ? "all" : number.toString(16).padStart(Math.ceil(bits / 4), "0");
  return `/p/${config.publicToken}/${bucket}.json`;
}

async function itemOf(world: World, id: string) {
  const { items } = jsonOf(await world.ask(addressOf(world)), bucketFileSchema, "what is published");
  return items.find(({ reportId }) => reportId === id);
}

/** Nobody shares it otherwise, and it is among the newest wherever others are shared. */
const MONTH = "9999-11";

const newsOf = ({ config }: World) => `/p/${config.publicToken}/news.json`;
const offersNews = ({ config }: World) => config.features.includes("news");

const offers = ({ config }: World) => config.features.includes("summaries");

export const knownClauses: Clause[] = [
  {
    id: "known.published",
    section: 4,
    says: "What IT publishes of a report is read by everybody, replaced by the next, and gone without a title",
    needs: "session",
    async check(world) {
      if (!offers(world)) return;
      const { id } = await world.file();
      await world.send([publish(id)], "session");
      const item = await itemOf(world, id);
      same(item?.title, SAID.title, "the title");
      same(item?.workaround, SAID.workaround, "the workaround");
      same(item?.path, "/orders/{id}", "the page");
      same(item?.originHash, createHash("sha256").update(ORIGIN).digest("hex"), "the hash of the site");
      await world.send([publish(id, { title: "Slow", lang: "en", place: "site" })], "session");
      const next = await itemOf(world, id);
      same([next?.title, next?.workaround, next?.path], ["Slow", undefined, undefined], "what replaced it");
      await world.send([publish(id, { title: null, lang: "en" })], "session");
      same(await itemOf(world, id), undefined, "what was taken away");
    },
  },
  {
    id: "known.no-words",
    section: 3,
    says: "No word of a person is in what everybody may read, nor the address of the site",
    needs: "session",
    async check(world) {
      if (!offers(world)) return;
      const { id } = await world.file({ words: "Xylophone 4711", goal: "Zeppelin", reporter: { name: "Quentin" } });
      await world.file({ words: "Xylophone that nobody publishes" });
      await world.send([publish(id)], "session");
      const { text } = await world.ask(addressOf(world));
      for (const word of ["Xylophone", "4711", "Zeppelin", "Quentin", ORIGIN]) {
        must(!text.includes(word), `it is told: ${word}`);
      }
    },
  },
  {
    id: "known.cache",
    section: 3,
    says: "What everybody may read is public to caches, with a strong entity tag: 304 where it is unchanged",
    async check(world) {
      if (!offers(world)) return;
      const first = await world.ask(addressOf(world));
      must(first.headers.get("cache-control")?.includes("public") === true, "it is not public to caches");
      const etag = first.headers.get("etag");
      must(etag !== null && etag.startsWith('"'), "it has no strong entity tag");
      same((await world.ask(addressOf(world), { headers: { "if-none-match": etag } })).status, 304, "asked again");
    },
  },
  {
    id: "known.address",
    section: 3,
    says: "Another public token, and a file that there is not, are answered 404",
    async check(world) {
      if (!offers(world)) return;
      const address = addressOf(world);
      const guess = `/p/${"A".repeat(22)}/${address.split("/").at(-1) ?? ""}`;
      same((await world.ask(guess)).status, 404, "a guessed token");
      same((await world.ask(`${address}x`)).status, 404, "no such file");
    },
  },
  {
    id: "known.news",
    section: 4,
    says: "A month that IT shares is read by everybody, as it was last said, and gone once it is taken back",
    needs: "session",
    async check(world) {
      if (!offersNews(world)) return;
      const subject = organisationSubject(world.config.org.id);
      const share = (title: string | null) =>
        makeEvent("digest.published.v1", subject, {
          month: MONTH,
          lang: "en",
          blocks: title === null ? null : [{ block: "fix", status: "done", title, lang: "en" }],
        });
      const months = async () => jsonOf(await world.ask(newsOf(world)), newsFileSchema, "what was shared").months;
      const titles = async () =>
        (await months()).filter(({ month }) => month === MONTH).flatMap(({ blocks }) => blocks.map(titleOf));
      await world.send([share("The list is quick")], "session");
      same(await titles(), ["The list is quick"], "what was shared");
      await world.send([share("The list is quick now")], "session");
      same(await titles(), ["The list is quick now"], "what replaced it");
      await world.send([share(null)], "session");
      same(await titles(), [], "what was taken back");
    },
  },
  {
    id: "known.news-few",
    section: 2,
    says: "A figure of fewer than five people is refused, whoever shares it",
    needs: "session",
    async check(world) {
      if (!offersNews(world)) return;
      const data = { month: MONTH, lang: "en", blocks: [{ block: "figure", name: "given", people: 4, hours: 3 }] };
      const event = makeEvent("digest.published.v1", organisationSubject(world.config.org.id), data);
      const { results } = await world.send([event], "session");
      same(results[0]?.status, "rejected", "a figure of four people");
    },
  },
];

const titleOf = (block: object) => ("title" in block ? block.title : null);
