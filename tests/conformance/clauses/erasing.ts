import { randomUUID } from "node:crypto";
import { must, same, type Clause } from "../clause";
import { makeAnonymous, makeEvent, makePicture, makeTag } from "../make";
import { outcomesOf } from "../world";

export const erasingClauses: Clause[] = [
  {
    id: "erase.gone",
    section: 10,
    says: "With the reply key a report is taken back: 204, and 410 from then on",
    async check({ ask, file, post }) {
      const report = await file();
      const path = `/v1/threads/${report.id}`;
      same((await ask(path, { as: report, method: "DELETE" })).status, 204, "DELETE");
      same((await ask(path, { as: report })).said, "410 subject-erased", "GET afterwards");
      same((await ask(path, { as: report, method: "DELETE" })).status, 204, "DELETE once more");
      same((await post(`${path}/events`, [], { as: report })).status, 410, "writing afterwards");
    },
  },
  {
    id: "erase.key",
    section: 10,
    says: "Nobody else can take it back, nor find out that it is there",
    async check({ ask, file, thread }) {
      const [report, stranger] = [await file(), await file()];
      const other = await ask(`/v1/threads/${report.id}`, { as: stranger, method: "DELETE" });
      const nowhere = await ask(`/v1/threads/${randomUUID()}`, { as: stranger, method: "DELETE" });
      same([other.status, other.text], [404, nowhere.text], "a stranger's key");
      same((await thread(report)).id, report.id, "the report");
    },
  },
  {
    id: "erase.stays",
    section: 10,
    says: "What was taken back does not come again: its events are known, and others about it rejected",
    async check({ ask, file, send }) {
      const report = await file();
      await ask(`/v1/threads/${report.id}`, { as: report, method: "DELETE" });
      same(outcomesOf(await send([report.event]), [report.event]), ["duplicate"], "its creation");
      const join = makeAnonymous("metoo.set.v1", report.id, { tag: makeTag(), on: true });
      const receipt = await send([join], "ingest", "/v1/anon/events");
      same(outcomesOf(receipt, [join]), ["rejected subject-erased"], "a me too");
    },
  },
  {
    id: "erase.told",
    section: 10,
    says: "Reviewers are told, without a word of what it was, and the picture is gone",
    needs: "session",
    async check({ ask, file, send, changesSince }) {
      const picture = makePicture();
      const report = await file({ words: "These words are taken back", attachments: [picture.attachment] });
      const headers = { "content-type": "image/webp" };
      await ask(`/v1/blobs/${picture.sha256}`, { as: "ingest", method: "PUT", headers, body: picture.bytes });
      await send(
        [makeEvent("comment.added.v1", report.id, { text: "Hm", lang: "en", visibility: "thread" })],
        "session",
      );
      const { next } = await changesSince(null);
      await ask(`/v1/threads/${report.id}`, { as: report, method: "DELETE" });
      const { items } = await changesSince(next);
      const item = items.find(({ id }) => id === report.id);
      must(item !== undefined && "erased" in item, "the change does not say so");
      must(!JSON.stringify(items).includes("These words are taken back"), "its words are told");
      same((await ask(`/v1/blobs/${picture.sha256}`, { as: "session" })).status, 404, "the picture");
    },
  },
];
