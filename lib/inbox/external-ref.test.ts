import { expect, test } from "vitest";
import { triageSchema } from "@/lib/protocol/event";
import { refOf } from "./external-ref";

test.each([
  [" https://tracker.example/browse/OPS-42 ", "tracker.example", "OPS-42"],
  ["https://www.tracker.example/x?issue=WEB_2-7", "tracker.example", "WEB_2-7"],
  ["https://git.example/team/tool/issues/123", "git.example", "123"],
  ["http://desk.example/", "desk.example", "desk.example"],
  ["https://desk.example/a/caf%C3%A9", "desk.example", "café"],
  ["https://desk.example/a/%20", "desk.example", "desk.example"],
  ["https://desk.example/OPS-7?enc=UTF-8", "desk.example", "OPS-7"],
  ["https://desk.example/a/%E0%A4%A", "desk.example", "%E0%A4%A"],
])("%s is %s's %s", (pasted, system, key) => {
  expect(refOf(pasted)).toMatchObject({ system, key });
});

test.each(["", "OPS-42", "javascript:alert(1)", "file:///etc/passwd", "https://kim:secret@tracker.example/OPS-1"])(
  "%j is none",
  (pasted) => {
    expect(refOf(pasted)).toBeNull();
  },
);

test("whatever is pasted becomes something that the protocol takes, or nothing", () => {
  expect(refOf(`https://a.example/${"ü".repeat(400)}`)).toBeNull();
  for (const long of [`https://${"a".repeat(60)}.example/${"x".repeat(300)}`, `https://a.example/${"y".repeat(990)}`]) {
    const ref = refOf(long);
    if (ref) expect(triageSchema.safeParse({ externalRefs: [ref] }).success).toBe(true);
  }
});
