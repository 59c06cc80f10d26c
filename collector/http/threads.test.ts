import { randomBytes, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { threadDocSchema } from "@/lib/protocol/documents";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { anonymous, envelope, fileReport, newTag, openDesk, outcomes, type Desk } from "../test-kit";

async function read(desk: Desk, id: string, key: string) {
  const response = await desk.ask(`/v1/threads/${id}`, { token: key });
  expect(response.status).toBe(200);
  return { thread: threadDocSchema.parse(await response.json()), etag: response.headers.get("etag") ?? "" };
}

onBothEngines("a thread", (db) => {
  it("shows the reporter what became of the report, and who answered", async () => {
    const desk = await openDesk(db());
    const { id, key } = await fileReport(desk);
    const heard = envelope("comment.added.v1", id, { text: "Which list?", lang: "en", visibility: "thread" });
    const internal = envelope("comment.added.v1", id, { text: "not again", lang: "en", visibility: "internal" });
    const planned = envelope("status.set.v1", id, {
      status: "planned",
      basedOn: heard.id,
      note: "In the next release",
      lang: "en",
    });
    await desk.send(desk.reviewer, "/v1/events", [heard, internal, planned]);
    await desk.send(key, `/v1/threads/${id}/events`, [
      envelope("burden.set.v1", id, { burden: { often: "daily", minutes: 5 } }),
      envelope("comment.added.v1", id, { text: "Thanks", lang: "en", visibility: "thread" }),
    ]);
    const { thread } = await read(desk, id, key);
    expect(thread).toMatchObject({
      id,
      status: "planned",
      statusEvent: planned.id,
      statusBy: "Robin",
      note: "In the next release",
      people: 1,
      mine: { burden: { often: "daily", minutes: 5 }, answer: null },
    });
    expect(thread.timeline.map(({ text, by }) => [by.name, text])).toEqual([
      ["Kim", null],
      ["Robin", "Which list?"],
      ["Robin", "In the next release"],
      ["Kim", "Thanks"],
    ]);
    expect(JSON.stringify(thread)).not.toContain("not again");
  });

  it("keeps the reporter's answer and burden, and lets the hours follow", async () => {
    const desk = await openDesk(db());
    const { id, key } = await fileReport(desk, { burden: { often: "daily", minutes: 15, holdsBack: "blocks" } });
    const done = envelope("status.set.v1", id, { status: "done", basedOn: null });
    await desk.send(desk.reviewer, "/v1/events", [done]);
    const yes = envelope("helped.answered.v1", id, {
      answer: "partly",
      forEvent: done.id,
      minutesNow: 5,
      text: "Nearly",
    });
    await desk.send(key, `/v1/threads/${id}/events`, [yes]);
    const { thread } = await read(desk, id, key);
    expect(thread.mine).toEqual({
      burden: { often: "daily", minutes: 15, holdsBack: "blocks" },
      answer: "partly",
      minutesNow: 5,
      forEvent: done.id,
    });
    const page = (await (await desk.ask("/v1/changes", { token: desk.reviewer })).json()) as { items: object[] };
    expect(page.items).toMatchObject([
      {
        doc: { blocked: 1, hoursAWeek: 1.25, attention: "not-helped", helped: { partly: 1, hoursGivenBack: 0.833333 } },
      },
    ]);
    expect(JSON.stringify(page.items)).not.toContain("ownTag");
  });

  it("looks the same for an unknown report, a wrong key, no key and no id", async () => {
    const desk = await openDesk(db());
    const { id, key } = await fileReport(desk);
    const wrong = `reply:${randomBytes(32).toString("base64url")}`;
    const asked: [string, string | undefined][] = [
      [randomUUID(), key],
      [id, wrong],
      [id, undefined],
      [id, desk.admin],
      [id, "reply:short"],
      ["nothing", key],
      ["%27%20or%201=1", key],
    ];
    const seen = new Set<string>();
    for (const [thread, token] of asked) {
      for (const path of [`/v1/threads/${thread}`, `/v1/threads/${thread}/events`]) {
        const body = path.endsWith("/events") ? "[]" : undefined;
        const response = await desk.ask(path, { token, body });
        seen.add(`${response.status} ${await response.text()}`);
      }
      const erasing = await desk.ask(`/v1/threads/${thread}`, { token, method: "DELETE" });
      seen.add(`${erasing.status} ${await erasing.text()}`);
    }
    expect([...seen]).toEqual(['404 {"type":"urn:earshot:problem:not-found","title":"Not found","status":404}']);
  });

  it("answers 304 until something changes", async () => {
    const desk = await openDesk(db());
    const { id, key } = await fileReport(desk);
    const { etag } = await read(desk, id, key);
    const again = () => desk.ask(`/v1/threads/${id}`, { token: key, headers: { "if-none-match": etag } });
    const same = await again();
    expect([same.status, same.headers.get("etag"), await same.text()]).toEqual([304, etag, ""]);
    const join = anonymous("metoo.set.v1", id, { tag: newTag(), on: true });
    await desk.send(desk.ingest, "/v1/anon/events", [join]);
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ people: 2 });
  });

  it("is gone when the report was taken back, and takes nothing more", async () => {
    const desk = await openDesk(db());
    const { id, key, event } = await fileReport(desk);
    await desk.ask(`/v1/threads/${id}`, { token: key, method: "DELETE" });
    expect((await desk.ask(`/v1/threads/${id}`, { token: key })).status).toBe(410);
    const join = anonymous("metoo.set.v1", id, { tag: newTag(), on: true });
    expect(outcomes(await desk.send(desk.ingest, "/v1/anon/events", [join]), [join])).toEqual([
      "rejected subject-erased",
    ]);
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [event]), [event])).toEqual(["duplicate"]);
  });
});
