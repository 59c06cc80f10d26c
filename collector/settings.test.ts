import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_SETTINGS, settingsSchema } from "./settings";

/** Names with dots, and the default beside each. */
function flat(value: object, prefix = ""): [string, string][] {
  return Object.entries(value).flatMap(([key, child]) =>
    typeof child === "object" && child !== null
      ? flat(child as object, `${prefix}${key}.`)
      : [[prefix + key, textOf(child)]],
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : value === null ? "none" : JSON.stringify(value);
}

it("are all in docs/collector.md, with their defaults", () => {
  const docs = readFileSync(new URL("../docs/collector.md", import.meta.url), "utf8");
  const rows = [...docs.matchAll(/^\| `([\w.]+)` +\| (\S+) +\|/gm)].map(([, name, standard]) => [
    name,
    standard?.replaceAll("`", ""),
  ]);
  const documented = new Map(rows.map(([name, standard]) => [name, standard]));
  for (const [name, standard] of flat(DEFAULT_SETTINGS)) {
    expect([name, documented.get(name)]).toEqual([name, standard]);
  }
});

it("take a file that names some of them, and no name that they do not know", () => {
  expect(settingsSchema.parse({ rates: { orgPerSecond: null } })).toMatchObject({
    rates: { orgPerSecond: null, installPerMinute: 120 },
    retention: { reportsMonths: 24 },
  });
  expect(settingsSchema.safeParse({ rates: { perSecond: 1 } }).success).toBe(false);
});
