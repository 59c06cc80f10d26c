import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summaryPublishedData } from "@/lib/protocol/summary";
import { draftOf, type KnownDraft, languagesOf, planKnown, recallDraft, tooLong, withText } from "./known-draft";

const NOTHING = draftOf(undefined);
const ENGLISH = { title: "Search forgets the filter", text: "", workaround: "Use a new tab." };

describe("what would be published", () => {
  it("is the writer's language first, the others beside it, without what is empty", () => {
    const draft = withText(withText(NOTHING, "en", ENGLISH), "de", { title: " Die Suche vergisst " });
    expect(planKnown(draft, "de")).toEqual({
      kind: "publish",
      said: {
        title: "Die Suche vergisst",
        lang: "de",
        texts: { en: { title: "Search forgets the filter", workaround: "Use a new tab." } },
        place: "page",
      },
    });
    expect(planKnown(draft, "pt-BR")).toMatchObject({ said: { lang: "en", texts: { de: {} } } });
  });

  it("needs a title, in every language that anything stands in", () => {
    expect(planKnown(NOTHING, "de")).toEqual({ kind: "title-needed", lang: "de" });
    const draft = withText(withText(NOTHING, "en", ENGLISH), "pt-BR", { workaround: "Nova aba" });
    expect(planKnown(draft, "en")).toEqual({ kind: "title-needed", lang: "pt-BR" });
  });

  it("is not cut where it is too long", () => {
    const draft = withText(NOTHING, "en", { ...ENGLISH, text: "x".repeat(603) });
    expect(planKnown(draft, "en")).toEqual({ kind: "too-long", lang: "en" });
    expect([tooLong("text", "x".repeat(603)), tooLong("title", "x".repeat(120))]).toEqual([3, 0]);
  });

  it("always fits the protocol", () => {
    const part = fc.string({ unit: fc.constantFrom("a", " ", "é", "\n"), maxLength: 130 });
    const typed = fc.record({ title: part, text: part, workaround: part });
    const draft: fc.Arbitrary<KnownDraft> = fc.record({
      place: fc.constantFrom("page", "site"),
      texts: fc.dictionary(fc.constantFrom("en", "de", "pt-BR", "fr"), typed),
    });
    fc.assert(
      fc.property(draft, fc.constantFrom("en", "de"), (any, own) => {
        const plan = planKnown(any, own);
        if (plan.kind === "publish") expect(summaryPublishedData.safeParse(plan.said).success).toBe(true);
        expect(recallDraft(JSON.stringify(any))).toEqual(any);
      }),
    );
  });
});

it("what is published comes back as it was typed", () => {
  const draft = {
    ...withText(withText(NOTHING, "en", ENGLISH), "fr", { title: "La recherche" }),
    place: "site" as const,
  };
  const plan = planKnown(draft, "en");
  if (plan.kind !== "publish") throw new Error(plan.kind);
  const { title, text, workaround, lang, texts } = plan.said;
  const back = draftOf({ title: title ?? "", text, workaround, lang, texts, place: "site", by: "Robin", at: "" });
  expect(planKnown(back, "en")).toEqual(plan);
  expect(languagesOf(back, "de")).toEqual(["de", "en", "pt-BR", "fr"]);
});

it.each([
  "",
  "null",
  "{",
  "[]",
  '{"place":"page"}',
  '{"place":"moon","texts":{}}',
  '{"place":"page","texts":{"en":{"title":1}}}',
])("what was kept and cannot be read is let go: %s", (kept) => expect(recallDraft(kept)).toBeNull());
