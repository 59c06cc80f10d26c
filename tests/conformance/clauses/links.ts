import { same, type Clause } from "../clause";
import { makeEvent } from "../make";

const link = (id: string, into: string | null) => makeEvent("report.linked.v1", id, { into });

export const linkClauses: Clause[] = [
  {
    id: "link.follow",
    section: 4,
    says: "A linked report is named by both, and its reporter gets the canonical report's status and note",
    needs: "session",
    async check(world) {
      const [one, two] = [await world.file(), await world.file()];
      await world.send([link(two.id, one.id)], "session");
      const done = makeEvent("status.set.v1", one.id, { status: "done", basedOn: null, note: "Try again", lang: "en" });
      await world.send([done], "session");
      same((await world.doc(one.id)).children?.join(), two.id, "the children of the canonical report");
      const thread = await world.thread(two);
      same(thread.canonical, one.id, "the canonical report in the thread");
      same(thread.status, "done", "the status in the thread");
      same(thread.note, "Try again", "the note in the thread");
      same(thread.statusEvent, done.id, "what the reporter is asked about");
    },
  },
  {
    id: "link.circle",
    section: 4,
    says: "A link that would make a circle changes nothing but the revision",
    needs: "session",
    async check(world) {
      const [one, two] = [await world.file(), await world.file()];
      await world.send([link(two.id, one.id)], "session");
      await world.send([link(one.id, two.id)], "session");
      same((await world.doc(one.id)).canonical ?? null, null, "the canonical report of the first");
      same((await world.doc(two.id)).canonical, one.id, "the canonical report of the second");
      await world.send([link(two.id, null)], "session");
      same((await world.doc(two.id)).canonical ?? null, null, "the canonical report after unlinking");
    },
  },
];
