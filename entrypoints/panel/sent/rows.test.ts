import { describe, expect, it, vi } from "vitest";
import type { ReportForm } from "@/lib/messaging/messages";
import type { PageContext } from "@/lib/protocol/context";
import { type SentEvent, sentGroups } from "./rows";

vi.mock("wxt/browser", () => ({ browser: { i18n: { getMessage: (key: string) => key } } }));
vi.mock("#i18n", () => ({
  i18n: {
    t: (key: string, values: unknown = []) =>
      key === "words.locale" ? "en" : [key, ...(Array.isArray(values) ? values : [values])].join(" "),
  },
}));

const context: Required<PageContext> = {
  origin: "https://erp.test",
  path: "/po/{id}",
  query: { view: "late" },
  exactPath: "/po/4711",
  title: "Late orders",
  site: "Orders",
  element: { role: "button", name: "Approve", css: "#a", quote: { prefix: "", exact: "Approve", suffix: "" } },
  timings: { ttfb: 120, load: 6200, cls: 0.1 },
  failedRequests: [{ path: "/api/{id}", status: 500 }],
  browser: "Edge 141",
  os: "Windows",
  viewport: "1280x800",
  zoom: 1.5,
  locale: "en",
};
const offered: ReportForm = {
  words: "w",
  lang: "de",
  goal: "g",
  kind: "slow",
  burden: { often: "daily" },
  context,
  anonymous: false,
  name: "Ada",
  picture: { base64: "", type: "image/webp", w: 800, h: 600 },
};
const event: SentEvent = {
  specversion: "1.0",
  id: "0193d0f2-0000-7000-8000-000000000000",
  source: "urn:earshot:install:0193d0f2-0000-4000-8000-000000000000",
  type: "org.earshot.report.created.v1",
  subject: "0193d0f2-0000-4000-8000-000000000001",
  time: "2026-03-10T10:40:30.500Z",
  datacontenttype: "application/json",
  partitionkey: "0193d0f2-0000-4000-8000-000000000001",
  data: {
    words: "w",
    lang: "de",
    goal: "g",
    kind: "slow",
    burden: { often: "daily" },
    context,
    replyHash: "0".repeat(64),
    ownTag: "t".repeat(22),
    identity: "claimed",
    reporter: { name: "Ada" },
    attachments: [{ sha256: "0".repeat(64), size: 204_800, type: "image/webp", w: 800, h: 600 }],
  },
};

const rowsOf = (one: SentEvent, from = offered) => sentGroups(one, from, true).flatMap(({ rows }) => rows);
const valueOf = (one: SentEvent, part: string, from = offered) =>
  rowsOf(one, from).find(({ of }) => of.includes(part))?.value;

describe("the list of what will be sent", () => {
  it("has words for every part of the event", () => {
    const parts = [
      ...Object.keys(event).filter((key) => key !== "data"),
      ...Object.keys(event.data)
        .filter((key) => key !== "context")
        .map((key) => `data.${key}`),
      ...Object.keys(context).map((key) => `data.context.${key}`),
    ];
    const rows = rowsOf(event);
    expect(rows.flatMap(({ of }) => of).toSorted()).toEqual(parts.toSorted());
    expect(rows.filter(({ label }) => label === "sent.other")).toEqual([]);
    for (const { value } of rows) expect(value).not.toBe("");
  });

  it("shows no code, id or selector", () => {
    const said = rowsOf(event)
      .map(({ value }) => value)
      .join("\n");
    expect(said).not.toMatch(/0193d0f2|0000|urn:|\{id\}|500|#a|tttt/);
    expect(said).toContain("6.2 seconds");
    expect(said).toContain("German");
  });

  it("still says what it has no words for", () => {
    const strange = { ...event, data: { ...event.data, mood: "bad" }, extra: 1 } as SentEvent;
    expect(rowsOf(strange).filter(({ label }) => label === "sent.other")).toMatchObject([
      { value: "extra: 1" },
      { value: 'data.mood: "bad"' },
    ]);
  });

  it("lets everything be left out but the words and what the way needs, and keeps its place", () => {
    const rows = rowsOf(event);
    const fixed = rows.filter(({ field }) => field === null).flatMap(({ of }) => of);
    expect(fixed.toSorted()).toEqual(
      "data.ownTag data.replyHash data.words datacontenttype id partitionkey source specversion subject time type".split(
        " ",
      ),
    );
    for (const { field, of } of rows) {
      const [part = ""] = of;
      if (field === null || field === "name" || field === "page" || field === "lang") continue;
      const holder = part.startsWith("data.context.") ? "context" : "data";
      const data = holder === "data" ? without(event.data, field) : event.data;
      const page = holder === "context" ? without(context, field) : context;
      expect(valueOf({ ...event, data: { ...data, context: page } }, part)).toBeNull();
    }
    expect(valueOf({ ...event, data: { ...event.data, lang: "und" } }, "data.lang")).toBeNull();
    expect(valueOf({ ...event, data: { ...event.data, context: null } }, "data.context")).toBeNull();
  });

  it("says of a report without a name what is not sent", () => {
    const { reporter: _reporter, ...data } = event.data;
    const nameless: SentEvent = {
      ...event,
      source: "urn:earshot:anon",
      time: "2026-03-10T10:00:00.000Z",
      data: { ...data, identity: "anon", context: null },
    };
    const from = { ...offered, context: null, anonymous: true };
    expect(valueOf(nameless, "time", from)).toContain("sent.timeHour");
    expect(valueOf(nameless, "source", from)).toBe("sent.browserNumberNone");
    expect(valueOf(nameless, "data.identity", from)).toBe("sent.noName");
    expect(valueOf(nameless, "data.context", from)).toBe("sent.noPage");
    expect(sentGroups(nameless, from, true).at(-1)?.hint).toBe("name.notSeen name.couldBeSeen");
  });
});

function without<T extends object>(all: T, key: string): T {
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => !name.startsWith(key.replace("picture", "attach"))),
  ) as T;
}
