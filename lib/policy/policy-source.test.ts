import { describe, expect, it, vi } from "vitest";
import { fakeClock } from "@/tests/support/fake-world";
import { createPolicySource } from "./policy-source";

const managedPolicy = { endpoint: "https://collector.example" };
const own = { endpoint: "https://own.example", ingestToken: "", sites: [], reviewers: { token: "" } };

function world(stored = new Map<string, unknown>()) {
  const state = {
    raw: {} as Record<string, unknown> | null,
    /** The browser's answer, where it takes its time. */
    wait: null as Promise<Record<string, unknown>> | null,
    changed: () => {},
  };
  const clock = fakeClock();
  const source = createPolicySource({
    managed: { read: async () => state.wait ?? state.raw, onChange: (callback) => (state.changed = callback) },
    kv: {
      get: async (key) => stored.get(key),
      set: async (key, value) => void stored.set(key, value),
      delete: async (key) => void stored.delete(key),
    },
    clock,
  });
  source.register();
  return { state, source, stored, clock };
}

describe("createPolicySource", () => {
  it("is none where nothing is set", async () => {
    const { source } = world();
    expect(await source.current()).toMatchObject({ source: "none", policy: { endpoint: null, sites: [] } });
  });

  it("takes a policy that comes late, and says so", async () => {
    const { source, state } = world();
    await source.current();
    const onChange = vi.fn();
    source.onChange(onChange);
    state.raw = managedPolicy;
    state.changed();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
    expect(await source.current()).toMatchObject({ source: "managed", policy: managedPolicy });
  });

  it("is none for the ten seconds in which the browser has not read it, and nobody is told otherwise", async () => {
    const { source, state, clock } = world();
    expect(source.known()).toBeNull();
    const onChange = vi.fn();
    source.onChange(onChange);
    for (let second = 0; second < 10; second += 1) {
      expect((await source.current()).policy).toMatchObject({ endpoint: null, sites: [] });
      state.changed();
      clock.move(1000);
    }
    expect(onChange).not.toHaveBeenCalled();
    state.raw = managedPolicy;
    state.changed();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
    expect(source.known()).toMatchObject({ source: "managed", policy: managedPolicy });
  });

  it("has nobody act on a guess while the browser does not answer", async () => {
    const { source, state } = world(new Map([["policy.managed", { endpoint: "https://of-the-last-run.example" }]]));
    let answer = (_raw: Record<string, unknown>): void => {};
    state.wait = new Promise<Record<string, unknown>>((resolve) => (answer = resolve));
    const asked = source.current();
    const also = source.current();
    expect(source.known()).toBeNull();
    answer(managedPolicy);
    expect(await asked).toMatchObject({ policy: managedPolicy });
    expect(await also).toBe(await asked);
  });

  it("keeps the last run's policy while the browser still says {}", async () => {
    const first = world();
    first.state.raw = managedPolicy;
    await first.source.current();
    const second = world(first.stored);
    expect((await second.source.current()).policy.endpoint).toBe(managedPolicy.endpoint);
  });

  it("lets it go when the browser says that it is gone, or has said {} for a minute", async () => {
    const first = world();
    first.state.raw = managedPolicy;
    await first.source.current();
    const second = world(new Map(first.stored));
    await second.source.current();
    second.state.changed();
    await vi.waitFor(async () => expect((await second.source.current()).source).toBe("none"));

    const third = world(new Map(first.stored));
    await third.source.current();
    const fourth = world(third.stored);
    fourth.clock.move(61_000);
    expect((await fourth.source.current()).source).toBe("none");
  });

  it("believes at once a browser that knows that there is none (Firefox)", async () => {
    const { source, state, stored } = world(new Map([["policy.managed", managedPolicy]]));
    state.raw = null;
    expect((await source.current()).source).toBe("none");
    expect(stored.has("policy.managed")).toBe(false);
  });

  it("ignores own settings where the organisation names the endpoint", async () => {
    const { source, state, stored } = world();
    state.raw = managedPolicy;
    const saved = await source.saveOwn(own);
    expect(saved).toMatchObject({ source: "managed", policy: managedPolicy });
    expect(stored.has("policy.own")).toBe(false);
  });

  it("takes own settings else, and tells a change from none by its time", async () => {
    const { source, clock } = world();
    const before = await source.current();
    clock.move(1000);
    const saved = await source.saveOwn(own);
    expect(saved).toMatchObject({ source: "own", policy: { endpoint: "https://own.example" } });
    expect(saved.changedAt).toBeGreaterThan(before.changedAt);
    clock.move(1000);
    expect((await source.saveOwn(own)).changedAt).toBe(saved.changedAt);
  });
});
