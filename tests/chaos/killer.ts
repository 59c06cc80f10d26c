import type { Random } from "@/tests/support/random";
import { createBag } from "./bag";
import { pause } from "./within";
import type { Person } from "./person";

/** What is ended without a warning: the worker as the browser ends it, the others by SIGKILL. */
export type Kill = "worker" | "browser" | "collector";

export interface Killer {
  /** How many of each there were. */
  kills: Map<string, number>;
  run(isOver: () => boolean): Promise<void>;
}

export interface KillerOptions {
  /** How often each is among the kills. */
  deck: readonly Kill[];
  /** Milliseconds from one to the next, least and most. */
  between: readonly [number, number];
  people: readonly Person[];
  killCollector(): Promise<void>;
  random: Random;
}

/** Kills one after the other, and has what died started again. */
export function createKiller({ deck, between, people, killCollector, random }: KillerOptions): Killer {
  const bag = createBag(random, deck);
  const kills = new Map<string, number>();

  async function kill(what: Kill): Promise<boolean> {
    const { profile } = random.pick(people);
    switch (what) {
      case "worker":
        // One that is not running, or does not die, was not killed.
        return profile.killWorker().catch(() => false);
      case "browser":
        await profile.killBrowser();
        return true;
      case "collector":
        await killCollector();
        return true;
      default:
        return what satisfies never;
    }
  }

  return {
    kills,
    async run(isOver) {
      for (;;) {
        await pause(random.int(...between));
        const what = isOver() ? null : bag.draw();
        if (what === null) return;
        if (await kill(what)) kills.set(what, (kills.get(what) ?? 0) + 1);
      }
    },
  };
}
