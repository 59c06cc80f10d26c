import { describe, expect, it } from "vitest";
import type { Incoming } from "./accept";
import { createGroupCommit, QueueFull } from "./group-commit";
import type { Written } from "./write-group";

const events = (...ids: string[]): Incoming[] =>
  ids.map((sentId) => ({
    sentId,
    hash: "",
    sender: { via: "ingest", tokenId: "t" },
    event: { unknown: true } as Incoming["event"],
  }));

function written(group: readonly Incoming[]): Written {
  return { epoch: "e", head: "0", results: group.map(({ sentId }) => ({ id: sentId, status: "accepted" })) };
}

const ids = ({ results }: Written) => results.map(({ id }) => id);

describe("group commit", () => {
  it("gathers what comes in together, and gives everybody their own results", async () => {
    const groups: number[] = [];
    const commit = createGroupCommit({
      sleep: () => Promise.resolve(),
      write: async (group) => {
        groups.push(group.length);
        return written(group);
      },
    });
    const results = await Promise.all([
      commit.submit(events("a", "b")),
      commit.submit(events("c")),
      commit.submit(events(...Array.from({ length: 398 }, (_, at) => `n${at}`))),
    ]);
    expect(results.slice(0, 2).map(ids)).toEqual([["a", "b"], ["c"]]);
    // 400 at most: the third does not fit beside the first two.
    expect(groups).toEqual([3, 398]);
  });

  it("lets only the guilty request fail", async () => {
    const commit = createGroupCommit({
      sleep: () => Promise.resolve(),
      write: async (group) => {
        if (group.some(({ sentId }) => sentId === "bad")) throw new Error("no");
        return written(group);
      },
    });
    const settled = await Promise.allSettled([
      commit.submit(events("a")),
      commit.submit(events("bad")),
      commit.submit(events("c")),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(ids(await commit.submit(events("d")))).toEqual(["d"]);
  });

  it("does not ask a database that is away once for each request", async () => {
    let asked = 0;
    const commit = createGroupCommit({
      sleep: () => Promise.resolve(),
      write: async () => {
        asked += 1;
        throw Object.assign(new Error("away"), { code: "ECONNREFUSED" });
      },
    });
    const settled = await Promise.allSettled(["a", "b", "c"].map((id) => commit.submit(events(id))));
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(asked).toBe(1);
  });

  it("sends away what would wait too long", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const commit = createGroupCommit({
      sleep: () => held,
      write: (group) => Promise.resolve(written(group)),
    });
    const many = events(...Array.from({ length: 20_000 }, (_, at) => `n${at}`));
    const first = commit.submit(many);
    await expect(commit.submit(events("late"))).rejects.toThrow(QueueFull);
    release();
    expect((await first).results).toHaveLength(20_000);
    await commit.idle();
    expect(ids(await commit.submit(events("later")))).toEqual(["later"]);
  });
});
