import { expect, it } from "vitest";
import { type Moment, NOTHING_TOLD, notePending, tell } from "./telling";

const now = (waiting: string[], more: Partial<Moment> = {}): Moment => ({
  isOn: true,
  isHeldBack: false,
  waiting: new Set(waiting),
  ...more,
});

it("tells of many at once, and of each only once", () => {
  const noted = notePending(notePending(NOTHING_TOLD, ["a", "b"]), ["b", "c"]);
  const first = tell(noted, now(["a", "b", "c"]));
  expect(first).toEqual({
    does: "show",
    telling: { pending: [], shown: ["a", "b", "c"], told: ["a", "b", "c"] },
  });
  expect(tell(notePending(first.telling, ["a", "b", "c"]), now(["a", "b", "c"])).does).toBeNull();
});

it("says a later one together with those that still wait", () => {
  const { telling } = tell(notePending(NOTHING_TOLD, ["a", "b"]), now(["a", "b"]));
  expect(tell(notePending(telling, ["c"]), now(["b", "c"]))).toMatchObject({
    does: "show",
    telling: { shown: ["b", "c"] },
  });
});

it("keeps what comes in quiet hours until they are over, and forgets who was heard meanwhile", () => {
  const quiet = tell(notePending(NOTHING_TOLD, ["a", "b"]), now(["a", "b"], { isHeldBack: true }));
  expect(quiet).toMatchObject({ does: null, telling: { pending: ["a", "b"], told: [] } });
  expect(tell(quiet.telling, now(["b"]))).toMatchObject({ does: "show", telling: { shown: ["b"] } });
  expect(tell(quiet.telling, now([])).does).toBeNull();
});

it("takes a notification away once all of it is heard", () => {
  const { telling } = tell(notePending(NOTHING_TOLD, ["a", "b"]), now(["a", "b"]));
  const one = tell(telling, now(["b"]));
  expect(one.does).toBeNull();
  expect(tell(one.telling, now([])).does).toBe("clear");
});

it("never tells later of what came while it was switched off", () => {
  const shown = tell(notePending(NOTHING_TOLD, ["a"]), now(["a"])).telling;
  const off = tell(notePending(shown, ["b"]), now(["a", "b"], { isOn: false }));
  expect(off).toMatchObject({ does: "clear", telling: { pending: [], shown: [] } });
  expect(tell(notePending(off.telling, ["a", "b"]), now(["a", "b"])).does).toBeNull();
});
