import { ownSettings, type Setup } from "@/tests/support/extension-page";
import { openProfile, type Profile, type ProfileOptions } from "./profile";
import type { Acknowledged } from "./verdict";

export interface PersonOptions extends ProfileOptions {
  setup: Omit<Setup, "sites"> & { name: string };
}

/** Somebody with a browser that may be killed at any moment. */
export interface Person {
  name: string;
  profile: Profile;
  /** What the extension has called saved. */
  acknowledged: Acknowledged[];
  /** How often something was not saved, or it is not known whether it was, by reason. */
  unsaved: ReadonlyMap<string, number>;
  /** Waits for something that is said: true where it was saved; else false, or the reason. Never rejects. */
  note(saying: Promise<boolean | string>): Promise<boolean>;
  /** A change of the policy, after which closed ways are tried again; else one that a 404 closed stays so for hours. */
  changePolicy(): Promise<void>;
  /** Events that have no receipt yet, and why they wait. */
  waiting(): Promise<{ waiting: number; reason: string | null }>;
}

export async function createPerson({ setup, ...options }: PersonOptions): Promise<Person> {
  const profile = await openProfile(options);
  const unsaved = new Map<string, number>();
  let policies = 0;

  async function changePolicy(): Promise<void> {
    const sites = [{ matches: ["https://somewhere.test/*"], name: `Policy ${++policies}` }];
    await profile.ask("settings.save", ownSettings({ ...setup, sites }));
  }

  await changePolicy();
  await profile.ask("settings.name", { name: setup.name });
  return {
    name: options.name,
    profile,
    acknowledged: [],
    unsaved,
    async note(saying) {
      // A kill cuts off what was being said: whether it was saved is then not known, and not claimed.
      const outcome = await saying.catch(() => "cut off");
      if (outcome === true) return true;
      const reason = outcome === false ? "refused" : outcome;
      unsaved.set(reason, (unsaved.get(reason) ?? 0) + 1);
      return false;
    },
    changePolicy,
    waiting: async () => (await profile.ask("popup.state", null)).sync,
  };
}
