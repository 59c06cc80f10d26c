import { randomUUID } from "node:crypto";
import { must, same, type Clause } from "../clause";
import { makeAnonymous, makeEvent, makeReport, makeTag, type Report } from "../make";
import { outcomesOf, type World } from "../world";

async function setStatus(world: World, report: Report, status: string, basedOn: string | null, note?: string) {
  const event = makeEvent("status.set.v1", report.id, { status, basedOn, ...(note && { note, lang: "en" }) });
  const receipt = await world.send([event], "session");
  return { id: event.id, outcome: outcomesOf(receipt, [event])[0] };
}

function say(world: World, report: Report, visibility: string, text: string) {
  return world.send([makeEvent("comment.added.v1", report.id, { text, lang: "en", visibility })], "session");
}

export const threadClauses: Clause[] = [
  {
    id: "thread.key",
    section: 3,
    says: "A thread is shown for its reply key; an unknown report, a wrong key and none look alike: 404",
    async check(world) {
      const [mine, other] = [await world.file(), await world.file()];
      same((await world.thread(mine)).id, mine.id, "one's own");
      for (const [path, as] of [
        [mine.id, other],
        [mine.id, undefined],
        [mine.id, "ingest"],
        [randomUUID(), mine],
      ] as const) {
        const { status, text } = await world.ask(`/v1/threads/${path}`, { as });
        const nowhere = await world.ask(`/v1/threads/${randomUUID()}`, { as: other });
        same([status, text], [404, nowhere.text], "a stranger's");
        same((await world.post(`/v1/threads/${path}/events`, [], { as })).status, 404, "writing into a stranger's");
      }
    },
  },
  {
    id: "thread.etag",
    section: 3,
    says: "A thread has an ETag, is answered 304 where it is unchanged, and has another one after a change",
    async check(world) {
      const report = await world.file();
      const path = `/v1/threads/${report.id}`;
      const etag = (await world.ask(path, { as: report })).headers.get("etag");
      must(etag !== null, "no ETag");
      const headers = { "if-none-match": etag };
      same((await world.ask(path, { as: report, headers })).status, 304, "unchanged");
      const burden = makeEvent("burden.set.v1", report.id, { burden: { often: "weekly", minutes: 5 } });
      await world.send([burden], report, `${path}/events`);
      same((await world.ask(path, { as: report, headers })).status, 200, "changed");
    },
  },
  {
    id: "thread.private",
    section: 3,
    says: "A thread holds no internal note, and nothing of other people's words",
    needs: "session",
    async check(world) {
      const report = await world.file();
      await say(world, report, "internal", "Only IT reads this note");
      await say(world, report, "thread", "Everybody here reads this answer");
      const tag = makeTag();
      const done = await setStatus(world, report, "done", (await world.thread(report)).statusEvent);
      const helped = { tag, answer: "no", forEvent: done.id, text: "A colleague's words" };
      await world.send(
        [
          makeAnonymous("metoo.set.v1", report.id, { tag, on: true }),
          makeAnonymous("helped.answered.v1", report.id, helped),
        ],
        "ingest",
        "/v1/anon/events",
      );
      const { text } = await world.ask(`/v1/threads/${report.id}`, { as: report });
      must(text.includes("Everybody here reads this answer"), "the answer is missing");
      for (const secret of ["Only IT reads this note", "A colleague's words", tag]) {
        must(!text.includes(secret), `it holds ${secret}`);
      }
    },
  },
  {
    id: "status.compare-and-set",
    section: 4,
    says: "A status applies only on the one that its reviewer saw; else it stands in the timeline alone",
    needs: "session",
    async check(world) {
      const report = await world.file();
      const first = await setStatus(world, report, "planned", null, "Next week");
      const late = await setStatus(world, report, "declined", null, "From offline");
      same([first.outcome, late.outcome], ["accepted", "accepted"], "both are stored");
      const doc = await world.doc(report.id);
      same([doc.status, doc.statusEvent, doc.note], ["planned", first.id, "Next week"], "the status");
      same(doc.timeline.find(({ id }) => id === late.id)?.applied, false, "the late one applied");
      must(!(await world.thread(report)).timeline.some(({ id }) => id === late.id), "the reporter sees the late one");
    },
  },
  {
    id: "status.words",
    section: 4,
    says: "asked, possible and declined owe the person words",
    needs: "session",
    async check(world) {
      const report = await world.file();
      for (const status of ["asked", "possible", "declined"]) {
        same((await setStatus(world, report, status, null)).outcome, "rejected invalid-event", status);
      }
    },
  },
  {
    id: "status.heard",
    section: 4,
    says: "The first answer implies heard, an internal note does not, and reading sets nothing",
    needs: "session",
    async check(world) {
      const report = await world.file();
      await say(world, report, "internal", "A note");
      await world.doc(report.id);
      same((await world.thread(report)).status, "new", "after a note");
      await say(world, report, "thread", "An answer");
      same((await world.thread(report)).status, "heard", "after an answer");
    },
  },
  {
    id: "helped.counts",
    section: 4,
    says: "Only answers to the standing claim count, each person once; a tag must have said me too",
    needs: "session",
    async check(world) {
      const report = await world.file({ burden: { often: "daily", minutes: 60 } });
      const path = `/v1/threads/${report.id}/events`;
      const early = makeEvent("helped.answered.v1", report.id, { answer: "yes", forEvent: randomUUID() });
      await world.send([early], report, path);
      const done = await setStatus(world, report, "done", null);
      const reply = (answer: string) =>
        world.send([makeEvent("helped.answered.v1", report.id, { answer, forEvent: done.id })], report, path);
      const stranger = { tag: makeTag(), answer: "yes", forEvent: done.id };
      await world.send([makeAnonymous("helped.answered.v1", report.id, stranger)], "ingest", "/v1/anon/events");
      const figures = async () => {
        const { yes, partly, no, hoursGivenBack } = (await world.doc(report.id)).helped;
        return { yes, partly, no, hoursGivenBack };
      };
      same(await figures(), { yes: 0, partly: 0, no: 0, hoursGivenBack: 0 }, "before an answer");
      await reply("no");
      await reply("yes");
      same(await figures(), { yes: 1, partly: 0, no: 0, hoursGivenBack: 5 }, "after no, then yes");
      await setStatus(world, report, "planned", done.id);
      same(await figures(), { yes: 0, partly: 0, no: 0, hoursGivenBack: 0 }, "after the claim was taken back");
    },
  },
  {
    id: "burden.sums",
    section: 4,
    says: "Hours a week add up over people; what was not said is unknown, and not zero",
    needs: "session",
    async check(world) {
      const report = await world.file({ burden: { often: "daily", minutes: 60 } });
      const join = (burden?: object) =>
        makeAnonymous("metoo.set.v1", report.id, { tag: makeTag(), on: true, ...(burden && { burden }) });
      await world.send(
        [join({ often: "weekly", minutes: 5, holdsBack: "blocks" }), join()],
        "ingest",
        "/v1/anon/events",
      );
      const { people, hoursAWeek, hoursUnknown, blocked } = await world.doc(report.id);
      same(
        { people, hoursAWeek, hoursUnknown, blocked },
        { people: 3, hoursAWeek: 5.25, hoursUnknown: 1, blocked: 1 },
        "sums",
      );
    },
  },
  {
    id: "report.once",
    section: 4,
    says: "A second creation changes neither the report nor whose it is",
    async check(world) {
      const report = await world.file();
      const thief = makeReport({ words: "Mine now" });
      await world.send([{ ...thief.event, subject: report.id }]);
      same((await world.thread(report)).id, report.id, "its own key");
      same((await world.ask(`/v1/threads/${report.id}`, { as: thief })).status, 404, "the other key");
    },
  },
];
