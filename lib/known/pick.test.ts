import { describe, expect, it } from "vitest";
import { sha256Hex } from "@/lib/platform/digest";
import { known, ORIGIN } from "@/tests/support/known-file";
import { ofPage, readBy } from "./pick";

const hash = sha256Hex(ORIGIN);
const nobody = { own: new Set<string>(), joined: new Map(), langs: ["en"] };

describe("what is known here", () => {
  it("is of this page first, then of the whole site, each with most people first; nothing of elsewhere", () => {
    const everywhere = known(1, { people: 90 });
    delete everywhere.path;
    const all = [
      everywhere,
      known(2, { people: 3 }),
      known(3, { people: 8 }),
      known(4, { path: "/invoices" }),
      known(5, { originHash: "b".repeat(64) }),
      known(6, { people: 3, updated: "2026-05-01T00:00:00.000Z" }),
    ];
    const titles = (path: string | null) => ofPage(all, hash, path).map(({ title }) => title);
    expect(titles("/orders/{id}")).toEqual(["Known 3", "Known 6", "Known 2", "Known 1"]);
    expect(titles(null)).toEqual(["Known 1"]);
  });

  it.each([
    [["de"], "Die Liste", "de"],
    [["de-AT", "en"], "Die Liste", "de"],
    [["pt-BR"], "A lista", "pt"],
    [["en-GB"], "The list", "en"],
    [["fr", "de"], "Die Liste", "de"],
    [["fr"], "The list", "en"],
  ])("is read in %s", (langs, title, lang) => {
    const texts = { de: { title: "Die Liste" }, pt: { title: "A lista", workaround: "Filtre" } };
    const item = known(1, { title: "The list", workaround: "Filter it", texts });
    expect(readBy(item, { ...nobody, langs })).toMatchObject({ title, lang });
  });

  it("does not mix languages: what is not said in one is left out", () => {
    const item = known(1, { workaround: "Filter it", texts: { de: { title: "Die Liste" } } });
    expect(readBy(item, { ...nobody, langs: ["de"] })).toMatchObject({ title: "Die Liste", workaround: null });
  });

  it("says what is the person's own and what they joined", () => {
    const joined = new Map([[known(2).reportId, { burden: { often: "daily" as const } }]]);
    const reader = { ...nobody, own: new Set([known(1).reportId]), joined };
    expect(readBy(known(1), reader)).toMatchObject({ own: true, joined: null });
    expect(readBy(known(2), reader)).toMatchObject({ own: false, joined: { often: "daily" } });
  });
});
