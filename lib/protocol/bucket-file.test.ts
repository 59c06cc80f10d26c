import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known } from "@/tests/support/known-file";
import { bucketFileSchema, packBucketFile } from "./bucket-file";
import type { KnownAnnoyance } from "./summary";
import { STATUSES } from "./vocabulary";

const HOUR_MS = 3_600_000;

const item: fc.Arbitrary<KnownAnnoyance> = fc
  .record({
    reportId: fc.uuid({ version: 4 }),
    originHash: fc.constantFrom("a".repeat(64), "0".repeat(64)),
    path: fc.option(fc.constantFrom("/", "/orders/{id}"), { nil: undefined }),
    title: fc.string({ minLength: 1, maxLength: 40 }).map((text) => `x${text.replaceAll(/[^\x20-\x7e]/g, "")}`),
    text: fc.option(fc.constantFrom("More of it.", "Only here."), { nil: undefined }),
    workaround: fc.option(fc.constant("Use the other door."), { nil: undefined }),
    lang: fc.constantFrom("en", "de", "pt-BR"),
    texts: fc.option(fc.constant({ de: { title: "Auf Deutsch", workaround: "Andere Tür." } }), { nil: undefined }),
    status: fc.constantFrom(...STATUSES),
    claim: fc.uuid({ version: 4 }),
    people: fc.integer({ min: 0, max: 10_000 }),
    hour: fc.integer({ min: 0, max: 600_000 }),
  })
  .map(({ claim, hour, ...rest }) => ({
    ...(JSON.parse(JSON.stringify(rest)) as typeof rest),
    statusEvent: rest.status === "done" || rest.status === "possible" ? claim : null,
    updated: new Date(hour * HOUR_MS).toISOString(),
  }));

/** Over the wire and back. */
function sent(items: KnownAnnoyance[]) {
  return bucketFileSchema.parse(JSON.parse(JSON.stringify(packBucketFile({ v: 1, bits: 3, items }))));
}

describe("the file of known annoyances on its way", () => {
  it("arrives as it was", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        expect(sent(items)).toEqual({ v: 1, bits: 3, items });
      }),
    );
  });

  it("leaves out what nobody reads: the minute, and most of the event of a status that asks for nothing", () => {
    const event = "11111111-1111-4111-8111-111111111111";
    const [planned, done, unknown] = sent([
      known(1, { status: "planned", statusEvent: event, updated: "2026-03-04T10:59:59.999Z" }),
      known(2, { status: "done", statusEvent: event }),
      known(3, { status: "done", statusEvent: null }),
    ]).items;
    expect(planned).toMatchObject({
      statusEvent: "11111111-0000-4000-8000-000000000000",
      updated: "2026-03-04T10:00:00.000Z",
    });
    expect(done?.statusEvent).toBe(event);
    expect(unknown?.statusEvent).toBeNull();
  });

  it.each([
    ["a column that is too short", { title: [] }],
    ["a column that is too long", { people: [1, 2] }],
    ["an origin that is not there", { origin: [7] }],
    ["a language that is not there", { lang: [1] }],
    ["a status that is not there", { status: [40] }],
    ["half an id", { ids: "abc" }],
    ["another claim than is made", { claims: "0".repeat(32) }],
    ["a mark too many", { marks: "0".repeat(16) }],
    ["no hash", { origins: ["https://erp.example"] }],
    ["rows, as it once was", { items: [], ids: undefined }],
  ])("is refused with %s", (_, wrong) => {
    const wire = { ...packBucketFile({ v: 1, bits: 0, items: [known(1)] }), ...wrong };
    expect(bucketFileSchema.safeParse(wire).success).toBe(false);
  });
});
