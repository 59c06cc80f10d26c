import { randomUUID } from "node:crypto";
import { same, must, type Clause } from "../clause";
import { hour, makeAnonymous, makeEvent, makeReport, makeTag, type CloudEvent, type Report } from "../make";
import { outcomesOf, type Asked, type World } from "../world";

type Row = [what: string, as: Asked["as"], path: string, event: CloudEvent, expected: string];

async function checkRows({ send }: World, rows: Row[]): Promise<void> {
  for (const [what, as, path, event, expected] of rows) {
    same(outcomesOf(await send([event], as, path), [event])[0], expected, what);
  }
}

const comment = (id: string, visibility = "thread") =>
  makeEvent("comment.added.v1", id, { text: "A conformance test", lang: "en", visibility });
const status = (id: string) => makeEvent("status.set.v1", id, { status: "heard", basedOn: null });
const eventsOf = (report: Report) => `/v1/threads/${report.id}/events`;

export const senderClauses: Clause[] = [
  {
    id: "sender.ingest",
    section: 3,
    says: "With the ingest token alone nobody answers, sets a status, or speaks for a reporter",
    async check(world) {
      const { id } = await world.file();
      await checkRows(world, [
        ["a status", "ingest", "/v1/events", status(id), "rejected forbidden"],
        ["a comment", "ingest", "/v1/events", comment(id), "rejected forbidden"],
        ["a burden", "ingest", "/v1/events", makeEvent("burden.set.v1", id, { burden: {} }), "rejected forbidden"],
        [
          "a me too with an install id",
          "ingest",
          "/v1/events",
          makeEvent("metoo.set.v1", id, { tag: makeTag(), on: true }),
          "rejected forbidden",
        ],
        [
          "something published",
          "ingest",
          "/v1/events",
          makeEvent("summary.published.v1", id, { title: "Known", lang: "en" }),
          "rejected forbidden",
        ],
        [
          "an erasure",
          "ingest",
          "/v1/events",
          makeEvent("report.erased.v1", id, { reason: "request" }),
          "rejected forbidden",
        ],
      ]);
    },
  },
  {
    id: "sender.thread",
    section: 3,
    says: "With a reply key a person speaks in that one thread, and only as its reporter",
    async check(world) {
      const report = await world.file();
      const { id } = report;
      const path = eventsOf(report);
      const helped = { answer: "yes", forEvent: randomUUID() };
      await checkRows(world, [
        ["a comment", report, path, comment(id), "accepted"],
        ["a burden", report, path, makeEvent("burden.set.v1", id, { burden: { often: "daily" } }), "accepted"],
        ["an answer", report, path, makeEvent("helped.answered.v1", id, helped), "accepted"],
        ["an internal note", report, path, comment(id, "internal"), "rejected forbidden"],
        ["a status", report, path, status(id), "rejected forbidden"],
        ["an erasure", report, path, makeEvent("report.erased.v1", id, { reason: "request" }), "rejected forbidden"],
        ["another report", report, path, comment(randomUUID()), "rejected invalid-event"],
      ]);
    },
  },
  {
    id: "sender.session",
    section: 3,
    says: "With a session a person answers, and files nothing",
    needs: "session",
    async check(world) {
      const { id } = await world.file();
      await checkRows(world, [
        ["a comment", "session", "/v1/events", comment(id), "accepted"],
        ["an internal note", "session", "/v1/events", comment(id, "internal"), "accepted"],
        ["a report", "session", "/v1/events", makeReport().event, "rejected forbidden"],
        ["a burden", "session", "/v1/events", makeEvent("burden.set.v1", id, { burden: {} }), "rejected forbidden"],
      ]);
    },
  },
  {
    id: "sender.stamped",
    section: 2,
    says: "Who answered is what the session says, not what the event says",
    needs: "session",
    async check(world) {
      const report = await world.file();
      const { name } = JSON.parse((await world.ask("/v1/auth/session", { as: "session" })).text) as { name: string };
      const event = { ...comment(report.id), actor: "Somebody else", actorkind: "admin" };
      await world.send([event], "session");
      const entry = (await world.thread(report)).timeline.find((each) => each.id === event.id);
      same(entry?.by.name, name, "the name on the answer");
    },
  },
  {
    id: "anonymous.form",
    section: 6,
    says: "Without a name only the anonymous form is taken: its source, an id without a time, its own path",
    async check(world) {
      const anonymous = () => makeReport({}, true).event;
      const v7 = `0195a1b2-c3d4-7e5f-8a9b-${randomUUID().slice(-12)}`;
      await checkRows(world, [
        ["on the named path", "ingest", "/v1/events", anonymous(), "rejected invalid-event"],
        ["a named report", "ingest", "/v1/anon/events", makeReport().event, "rejected invalid-event"],
        ["an id with a time", "ingest", "/v1/anon/events", { ...anonymous(), id: v7 }, "rejected invalid-event"],
        [
          "with a title of the page",
          "ingest",
          "/v1/anon/events",
          makeReport({ context: { origin: "https://conformance.example", title: "Order 7" } }, true).event,
          "rejected invalid-event",
        ],
      ]);
    },
  },
  {
    id: "anonymous.one-subject",
    section: 6,
    says: "An anonymous request speaks of one report, and carries no session: 400",
    async check({ post, hasSession }) {
      const two = [makeReport({}, true).event, makeReport({}, true).event];
      same((await post("/v1/anon/events", two)).said, "400 mixed-subjects", "two reports");
      if (!hasSession) return;
      same((await post("/v1/anon/events", [two[0]], { as: "session" })).status, 400, "with a session");
    },
  },
  {
    id: "anonymous.hours",
    section: 6,
    says: "An anonymous report shows hours and no times, whatever its client sent",
    async check(world) {
      const before = hour();
      const report = makeReport({}, true);
      world.filed.push(report);
      await world.send([{ ...report.event, time: new Date().toISOString() }], "ingest", "/v1/anon/events");
      await world.send([{ ...comment(report.id), source: "urn:earshot:anon" }], report, eventsOf(report));
      const thread = await world.thread(report);
      const times = [thread.createdAt, ...thread.timeline.map(({ at }) => at)];
      for (const at of times) must(/T\d\d:00:00(\.000)?Z$/.test(at) && at >= before, `a time is told: ${at}`);
    },
  },
  {
    id: "anonymous.me-too",
    section: 4,
    says: "A me too counts a person once, can be taken back, and the reporter's own counts nothing more",
    async check(world) {
      const report = await world.file();
      const join = (tag: string, on: boolean) =>
        world.send([makeAnonymous("metoo.set.v1", report.id, { tag, on })], "ingest", "/v1/anon/events");
      const people = async () => (await world.thread(report)).people;
      const tag = makeTag();
      same(await people(), 1, "alone");
      await join(tag, true);
      await join(tag, true);
      await join(makeTag(), true);
      await join(report.tag, true);
      same(await people(), 3, "with two others");
      await join(tag, false);
      same(await people(), 2, "after one took it back");
    },
  },
];
