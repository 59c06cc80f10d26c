import { expect, it } from "vitest";
import { keyStates } from "./key-states";
import { POLICY_KEYS } from "./keys";
import { managedSchema } from "./managed-schema";
import { parsePolicy } from "./parse-policy";

const statesOf = (raw: Record<string, unknown>) =>
  keyStates(raw, parsePolicy(raw).refused).map(({ key, state }) => `${key} ${state}`);

it("knows the keys of the schema, in its order", () => {
  expect([...POLICY_KEYS]).toEqual(Object.keys(managedSchema().properties ?? {}));
});

it("says of each key whether it is in force, in part, not at all, or never came", () => {
  const good = { name: "A", matches: ["https://a.example/*"] };
  expect(
    statesOf({
      newer: 1,
      sites: [good, { name: "B", matches: ["b"] }],
      endpoint: "http://a.example",
      ingestToken: "it_1_x",
      button: { corner: "middle" },
      sharedDevice: "x",
      delivered: ["sink", "sites", "tomorrow"],
    }),
  ).toEqual([
    "endpoint refused",
    "sink dropped",
    "ingestToken used",
    "sites partly",
    "button partly",
    "sharedDevice refused",
    "delivered used",
    "newer unknown",
  ]);
  expect(statesOf({})).toEqual([]);
});

it("tells a key that this version does not know from one that the browser dropped", () => {
  const { refused } = parsePolicy({ delivered: ["tomorrow", "sink"] });
  expect(refused.map(({ place, reason }) => `${place} ${reason}`)).toEqual([
    "tomorrow not-known",
    "sink not-delivered",
  ]);
});
