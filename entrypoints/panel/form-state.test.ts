import { describe, expect, it } from "vitest";
import type { PanelOpened } from "@/lib/messaging/messages";
import {
  contextToSend,
  type FormState,
  EMPTY_FORM,
  fromDraft,
  isNameFree,
  lacksName,
  toDraft,
  toReport,
  whatIsMissing,
  withChange,
  withDraftWords,
} from "./form-state";

const opened: PanelOpened = {
  known: { items: [], elsewhere: 0 },
  ask: null,
  siteName: "Orders",
  context: { origin: "https://erp.test", path: "/po/{id}", title: "Order of Jane", browser: "Edge 141" },
  exactPath: "/po/4711",
  draft: null,
  name: "Jane",
  identity: { mode: "optional", name: "typed" },
  picture: "ask",
  patterns: [],
  hasEndpoint: true,
  isShared: false,
  isSample: false,
};

describe("what will be sent", () => {
  it("is the page without its exact address, until the person adds it", () => {
    expect(contextToSend(opened, EMPTY_FORM)).toEqual(opened.context);
    expect(contextToSend(opened, { ...EMPTY_FORM, exactPath: true })).toMatchObject({ exactPath: "/po/4711" });
  });

  it.each<[string, PanelOpened, FormState]>([
    ["the person wants no name", opened, { ...EMPTY_FORM, exactPath: true, anonymous: true }],
    ["no name is known", { ...opened, name: null }, { ...EMPTY_FORM, exactPath: true }],
    [
      "the organisation wants none",
      { ...opened, identity: { mode: "anonymous", name: "typed" } },
      { ...EMPTY_FORM, exactPath: true },
    ],
  ])("has neither title nor exact address where %s", (_why, panel, form) => {
    expect(contextToSend(panel, form)).toEqual({ origin: "https://erp.test", path: "/po/{id}", browser: "Edge 141" });
    expect(toReport("x", "en", panel, form)).toMatchObject({ anonymous: true, name: null });
  });

  it("has a name where the organisation requires one, whatever an old draft says", () => {
    const required: PanelOpened = { ...opened, identity: { mode: "required", name: "typed" } };
    const form = { ...EMPTY_FORM, anonymous: true };
    expect(toReport("x", "en", required, form)).toMatchObject({ anonymous: false, name: "Jane" });
    expect(contextToSend(required, form)).toHaveProperty("title");
    expect(lacksName(required)).toBe(false);
    expect(lacksName({ ...required, name: null })).toBe(true);
    expect(lacksName({ ...opened, name: null })).toBe(false);
  });

  it.each([
    ["optional", "Jane", true],
    ["optional", null, false],
    ["required", "Jane", false],
    ["anonymous", "Jane", false],
  ] as const)("leaves the name to the person where it is %s and %s is known: %s", (mode, name, isFree) => {
    expect(isNameFree({ identity: { mode, name: "typed" }, name })).toBe(isFree);
  });

  it("lacks what the person left out, and always says where", () => {
    const form = { ...EMPTY_FORM, leftOut: new Set(["path", "title", "browser"] as const) };
    expect(contextToSend(opened, form)).toEqual({ origin: "https://erp.test" });
  });

  it("has nothing of what was left out, and is sent only if something else is said", () => {
    const form = {
      ...EMPTY_FORM,
      goal: "g",
      kind: "slow" as const,
      burden: { minutes: 5 as const },
      leftOut: new Set(["goal", "kind", "burden", "lang", "page"] as const),
    };
    expect(toReport("w", "de", opened, form)).toMatchObject({
      lang: "und",
      goal: "",
      kind: null,
      burden: {},
      context: null,
    });
    expect(whatIsMissing("", form)).toBe("words");
    expect(whatIsMissing("", withChange(form, { kind: "broken" }))).toBeNull();
    expect(withChange(form, { goal: "" }).leftOut).toEqual(new Set(["kind", "burden", "lang", "page"]));
  });

  it("has nothing of a page without a page", () => {
    expect(contextToSend({ ...opened, context: null }, { ...EMPTY_FORM, exactPath: true })).toBeNull();
  });
});

it.each([
  ["", "", ""],
  ["kept", "", "kept"],
  ["", "typed", "typed"],
  ["kept", "typed", "kept\ntyped"],
  ["same", "same", "same"],
])("the draft %j and the keys %j become %j", (kept, typed, together) => {
  expect(withDraftWords(kept, typed)).toBe(together);
});

it.each([
  ["", null, "words"],
  ["  \n", null, "words"],
  ["  ", "slow", null],
  ["x", null, null],
  ["x".repeat(4000), null, null],
  ["x".repeat(4001), "slow", "shorter"],
] as const)("%j of kind %j lacks %j", (words, kind, missing) => {
  expect(whatIsMissing(words, { ...EMPTY_FORM, kind })).toBe(missing);
});

it("comes back from its draft as it was", () => {
  const form = { ...EMPTY_FORM, goal: "g", kind: "slow" as const, burden: { minutes: 5 as const }, anonymous: true };
  expect(fromDraft(toDraft("w", { ...form, leftOut: new Set(["title"]) })).leftOut).toEqual(new Set(["title"]));
  expect(fromDraft(toDraft("w", form))).toEqual(form);
});
