// @vitest-environment jsdom
import { act as settle, createElement, useEffect } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Once, useOnce } from "./use-once";

let root: Root;
let held: Once;
const ended = vi.fn<(how: string) => void>();
const act = (work: Promise<unknown>) =>
  void work.then(
    () => ended("done"),
    () => ended("failed"),
  );

function Holder({ onRendered }: { onRendered: (once: Once) => void }) {
  const once = useOnce(act);
  useEffect(() => onRendered(once));
  return null;
}

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  ended.mockClear();
  root = createRoot(document.createElement("div"));
  await settle(async () => root.render(createElement(Holder, { onRendered: (once) => void (held = once) })));
});

afterEach(async () => {
  await settle(async () => root.unmount());
  vi.unstubAllGlobals();
});

describe("work that is started once", () => {
  it("is not started again by a second press in the same turn, before anything is rendered", async () => {
    const work = vi.fn<() => Promise<void>>(() => new Promise(() => {}));
    await settle(async () => {
      held.once(work);
      held.once(work);
    });
    expect(work).toHaveBeenCalledTimes(1);
    expect(held.busy).toBe(true);
  });

  it("is not started again by a later press while it is under way", async () => {
    const work = vi.fn<() => Promise<void>>(() => new Promise(() => {}));
    await settle(async () => held.once(work));
    await settle(async () => held.once(work));
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("can be started again once it has ended", async () => {
    const work = vi.fn<() => Promise<void>>(() => Promise.resolve());
    await settle(async () => held.once(work));
    expect(held.busy).toBe(false);
    await settle(async () => held.once(work));
    expect(work).toHaveBeenCalledTimes(2);
  });

  it("can be started again after it has failed, and the failure is told", async () => {
    await settle(async () => held.once(() => Promise.reject(new Error("away"))));
    expect(held.busy).toBe(false);
    await settle(async () => held.once(() => Promise.resolve()));
    expect(ended.mock.calls).toEqual([["failed"], ["done"]]);
  });

  it("stays shut between its end and the render that shows it", async () => {
    let finish = () => {};
    const work = vi.fn<() => Promise<void>>(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    await settle(async () => held.once(work));
    await settle(async () => {
      finish();
      await vi.waitFor(() => expect(ended).toHaveBeenCalled());
      // Ended, but the page still shows the old words.
      held.once(work);
    });
    expect(work).toHaveBeenCalledTimes(1);
  });
});
