import type { Collector } from "@/scripts/services/collector";
import { type CloudEvent, makeAnonymous, makeEvent, makeReport, makeTag } from "@/tests/conformance/make";

export interface Told {
  words: string;
  /** Of its reporter, and of everybody who says me too; left out where nobody says what it costs. */
  burden?: object;
  /** How many have it, the reporter among them. */
  people: number;
  /** Policy's name of the site. */
  site?: string;
  /** What becomes of it; left out where IT has not said anything yet. */
  status?: "planned" | "done" | "possible";
  /** What its people say of that, the reporter first. */
  answers?: readonly ("yes" | "partly" | "no")[];
}

/** One annoyance from beginning to end, straight at the collector, from as many computers as it has people. */
export async function peopleTell(collector: Collector, told: Told): Promise<void> {
  const { words, burden, people, site = "Orders", status, answers = [] } = told;
  const cost = burden === undefined ? {} : { burden };
  const context = { origin: "https://orders.example", path: "/lines", site };
  const { id, key, event } = makeReport({ words, context, ...cost });
  await post(collector, "/v1/events", `Bearer ${collector.ingestToken}`, [event]);
  const tags = Array.from({ length: people - 1 }, () => makeTag());
  const anonymously = (events: readonly CloudEvent[]) =>
    post(collector, "/v1/anon/events", `Bearer ${collector.ingestToken}`, events);
  await anonymously(tags.map((tag) => makeAnonymous("metoo.set.v1", id, { tag, on: true, ...cost })));
  if (status === undefined) return;
  const claim = makeEvent(
    "status.set.v1",
    id,
    { status, basedOn: null, note: "You have it now.", lang: "en" },
    { source: "urn:earshot:reviewer" },
  );
  await post(collector, "/v1/events", `Bearer ${collector.reviewerToken}`, [claim]);
  const [own, ...others] = answers;
  const said = { forEvent: claim.id };
  if (own === undefined) return;
  const verdict = makeEvent("helped.answered.v1", id, { ...said, answer: own });
  await post(collector, `/v1/threads/${id}/events`, `Reply ${key}`, [verdict]);
  await anonymously(
    others.map((answer, at) => makeAnonymous("helped.answered.v1", id, { ...said, answer, tag: tags[at] })),
  );
}

async function post(
  { url }: Collector,
  path: string,
  authorization: string,
  events: readonly CloudEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const sent = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { authorization, "content-type": "application/cloudevents-batch+json" },
    body: JSON.stringify(events),
  });
  const text = await sent.text();
  if (!sent.ok || /"status":"(rejected|retry)"/.test(text)) throw new Error(`${path} ${sent.status}: ${text}`);
}
