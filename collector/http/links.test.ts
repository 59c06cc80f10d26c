import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { changesPageSchema, threadDocSchema } from "@/lib/protocol/documents";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { envelope, fileReport, newReport, openDesk, outcomes, takeBack, type Desk, type Filed } from "../test-kit";

const link = (of: { id: string }, into: { id: string } | null) =>
  envelope("report.linked.v1", of.id, { into: into?.id ?? null });

async function docsOf(desk: Desk) {
  const response = await desk.ask("/v1/changes", { token: desk.reviewer });
  const { items } = changesPageSchema.parse(await response.json());
  return new Map(items.flatMap((item) => ("doc" in item ? [[item.id, { ...item.doc, rev: item.rev }] as const] : [])));
}

async function threadOf(desk: Desk, { id, key }: Filed) {
  return threadDocSchema.parse(await (await desk.ask(`/v1/threads/${id}`, { token: key })).json());
}

onBothEngines("the same as another report", (db) => {
  it("gives every reporter the answer, and asks each whether it helped", async () => {
    const desk = await openDesk(db());
    const [one, two, three] = [await fileReport(desk), await fileReport(desk), await fileReport(desk)];
    const planned = envelope("status.set.v1", one.id, { status: "planned", basedOn: null, note: "In March" });
    await desk.send(desk.reviewer, "/v1/events", [planned]);
    // Linked on: three is the same as two, which is the same as one.
    await desk.send(desk.reviewer, "/v1/events", [link(three, two), link(two, one)]);
    const joined = await docsOf(desk);
    expect(joined.get(one.id)?.children).toEqual([two.id]);
    expect(joined.get(two.id)).toMatchObject({ canonical: one.id, children: [three.id], status: "planned" });
    expect(joined.get(three.id)).toMatchObject({ canonical: two.id, status: "planned", note: "In March" });
    expect(new Set([...joined.values()].map(({ rev }) => rev)).size).toBe(3);

    const done = envelope("status.set.v1", one.id, { status: "done", basedOn: planned.id, note: "Try again" });
    await desk.send(desk.reviewer, "/v1/events", [done]);
    const thread = await threadOf(desk, three);
    expect(thread).toMatchObject({ canonical: two.id, status: "done", note: "Try again", statusEvent: done.id });
    expect(thread.timeline.map(({ text }) => text)).toEqual([null, "In March", "Try again"]);
    const helped = envelope("helped.answered.v1", three.id, { answer: "yes", forEvent: done.id });
    await desk.send(three.key, `/v1/threads/${three.id}/events`, [helped]);
    expect((await docsOf(desk)).get(three.id)?.helped).toMatchObject({ forEvent: done.id, yes: 1 });
  });

  it("ends well where two reviewers join A into B and B into A", async () => {
    const desk = await openDesk(db());
    const [a, b] = [await fileReport(desk), await fileReport(desk)];
    const both = [link(a, b), link(b, a)];
    const receipts = await Promise.all(both.map((each) => desk.send(desk.reviewer, "/v1/events", [each])));
    expect(receipts.map((receipt, at) => outcomes(receipt, both.slice(at, at + 1)))).toEqual([
      ["accepted"],
      ["accepted"],
    ]);
    const docs = await docsOf(desk);
    // Whichever came first: one is the canonical, the other its only child.
    const [top, below] = docs.get(a.id)?.canonical ? [b, a] : [a, b];
    expect(docs.get(top.id)).toMatchObject({ children: [below.id] });
    expect(docs.get(top.id)?.canonical ?? null).toBeNull();
    expect(docs.get(below.id)).toMatchObject({ canonical: top.id });
    expect(docs.get(below.id)?.children ?? []).toEqual([]);
    // The link that came to nothing has moved its report on: else a client would show it for ever.
    const lost = receipts[top.id === a.id ? 0 : 1]?.results[0]?.seq;
    expect(BigInt(docs.get(top.id)?.rev ?? 0)).toBeGreaterThanOrEqual(BigInt(lost ?? "999"));
  });

  it("keeps what was answered to one of them alone, until the next status for all", async () => {
    const desk = await openDesk(db());
    const [child, top] = [await fileReport(desk), await fileReport(desk)];
    const planned = envelope("status.set.v1", top.id, { status: "planned", basedOn: null });
    await desk.send(desk.reviewer, "/v1/events", [planned, link(child, top)]);
    const asked = envelope("status.set.v1", child.id, { status: "asked", basedOn: planned.id, note: "Which one?" });
    const comment = envelope("comment.added.v1", top.id, { text: "Soon", lang: "en", visibility: "thread" });
    await desk.send(desk.reviewer, "/v1/events", [asked, comment]);
    expect((await docsOf(desk)).get(child.id)).toMatchObject({ status: "asked", note: "Which one?" });
    const done = envelope("status.set.v1", top.id, { status: "done", basedOn: planned.id });
    await desk.send(desk.reviewer, "/v1/events", [done]);
    expect((await docsOf(desk)).get(child.id)).toMatchObject({ status: "done", statusEvent: done.id });
  });

  it("can be taken back, and then a later answer is for the one alone", async () => {
    const desk = await openDesk(db());
    const [a, b] = [await fileReport(desk), await fileReport(desk)];
    await desk.send(desk.reviewer, "/v1/events", [link(a, b), link(a, null)]);
    const heard = envelope("status.set.v1", b.id, { status: "heard", basedOn: null });
    await desk.send(desk.reviewer, "/v1/events", [heard]);
    const docs = await docsOf(desk);
    expect(docs.get(a.id)).toMatchObject({ canonical: null, status: "new" });
    expect(docs.get(b.id)).toMatchObject({ children: [], status: "heard" });
  });

  it("leaves nothing of an erased report in the others", async () => {
    const desk = await openDesk(db());
    const [a, b, c] = [await fileReport(desk), await fileReport(desk), await fileReport(desk)];
    await desk.send(desk.reviewer, "/v1/events", [link(a, b), link(b, c)]);
    expect((await takeBack(desk, b)).status).toBe(204);
    const docs = await docsOf(desk);
    expect(docs.get(a.id)).toMatchObject({ canonical: null });
    expect(docs.get(c.id)).toMatchObject({ children: [] });
  });

  it("needs a report to link into", async () => {
    const desk = await openDesk(db());
    const a = await fileReport(desk);
    const erased = await fileReport(desk);
    await takeBack(desk, erased);
    const events = [link(a, { id: randomUUID() }), link(a, erased), link(a, a), link(newReport(), a)];
    expect(outcomes(await desk.send(desk.reviewer, "/v1/events", events), events)).toEqual([
      "retry unknown-subject",
      "rejected subject-erased",
      "accepted",
      "retry unknown-subject",
    ]);
    const mine = link(a, null);
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [mine]), [mine])).toEqual(["rejected forbidden"]);
    expect((await docsOf(desk)).get(a.id)?.canonical ?? null).toBeNull();
  });

  it("joins nothing across what the reviewer may not see", async () => {
    const desk = await openDesk(db());
    const a = await fileReport(desk);
    const elsewhere = await fileReport(desk, { context: { origin: "https://hr.example.com", path: "/" } });
    await db().query("update session set scope = $2::jsonb where org = $1 and role = 'reviewer'", [
      desk.org,
      JSON.stringify(["https://erp.example.com"]),
    ]);
    const across = [link(a, elsewhere), link(elsewhere, a)];
    expect(outcomes(await desk.send(desk.reviewer, "/v1/events", across), across)).toEqual([
      "rejected forbidden",
      "rejected forbidden",
    ]);
    expect((await docsOf(desk)).get(a.id)?.canonical ?? null).toBeNull();
  });
});
