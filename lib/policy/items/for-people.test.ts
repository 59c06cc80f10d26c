import { expect, it } from "vitest";
import { parsePolicy } from "../parse-policy";

const read = (raw: object) => {
  const { policy, refused } = parsePolicy(raw);
  const { anonymousDelayMinutes: minutes, privacyNotice: notice, contact } = policy;
  return { minutes, notice, contact, refused: refused.map(({ place, reason }) => `${place} ${reason}`) };
};

it("waits ten minutes and names nobody where nothing is set", () => {
  for (const unset of [{}, { anonymousDelayMinutes: null, privacyNotice: "", contact: null }]) {
    expect(read(unset)).toEqual({ minutes: 10, notice: null, contact: null, refused: [] });
  }
});

it.each([
  [0, 0],
  [240, 240],
  [241, 10],
  [-1, 10],
  [2.5, 10],
  ["30", 10],
  [Number.NaN, 10],
])("of %j minutes makes %j", (said, minutes) => {
  const { minutes: got, refused } = read({ anonymousDelayMinutes: said });
  expect(got).toBe(minutes);
  expect(refused).toEqual(said === minutes ? [] : ["anonymousDelayMinutes not-a-number"]);
});

it.each([
  [" https://intra.example.com/privacy?a=1#b ", "https://intra.example.com/privacy?a=1#b", []],
  ["http://intra.example.com/", null, ["privacyNotice not-https"]],
  ["javascript:alert(1)", null, ["privacyNotice not-https"]],
  ["intra", null, ["privacyNotice not-an-address"]],
  ["https://user:pass@intra.example.com/", null, ["privacyNotice not-an-address"]],
  [7, null, ["privacyNotice wrong-shape"]],
])("reads the notice %j", (said, notice, refused) => {
  expect(read({ privacyNotice: said })).toMatchObject({ notice, refused });
});

it("takes a contact as it stands, and none that is no text or too long for a line", () => {
  expect(read({ contact: " it@example.com " })).toMatchObject({ contact: "it@example.com", refused: [] });
  for (const bad of ["x".repeat(201), " ", 7])
    expect(read({ contact: bad })).toMatchObject({ contact: null, refused: ["contact wrong-shape"] });
});
