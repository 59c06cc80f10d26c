import type { Burden } from "@/lib/protocol/burden";
import type { ReportForm } from "@/lib/messaging/messages";
import { ownSettings, type Setup } from "@/tests/support/extension-page";
import type { Random } from "@/tests/support/random";
import { openProfile, type Profile, type ProfileOptions } from "./profile";
import type { Acknowledged, Said } from "./verdict";
import { pause } from "./within";

export interface WriterOptions extends ProfileOptions {
  setup: Setup & { name: string };
  random: Random;
}

/** Somebody who files reports and adds to them without a pause, in a profile that may be killed at any moment. */
export interface Writer {
  profile: Profile;
  write(isOver: () => boolean): Promise<void>;
  /** One report; false where it was not saved, or nobody knows. */
  file(): Promise<boolean>;
  /** A change of the policy, after which closed ways are tried again; else one that a 404 closed stays so for hours. */
  changePolicy(): Promise<void>;
  /** Events that have no receipt yet, and why they wait. */
  waiting(): Promise<{ waiting: number; reason: string | null }>;
  said(): Promise<Said>;
  /** How often something was not saved, or it is not known whether it was, by reason. */
  unsaved: ReadonlyMap<string, number>;
}

/** Milliseconds between two things that somebody does here. */
const BETWEEN = [50, 400] as const;
const CREATED = "org.earshot.report.created.v1";
const COMMENT = "org.earshot.comment.added.v1";
const BURDEN = "org.earshot.burden.set.v1";

export async function createWriter({ setup, random, ...options }: WriterOptions): Promise<Writer> {
  const { name } = options;
  const profile = await openProfile(options);
  const acknowledged: Acknowledged[] = [];
  const unsaved = new Map<string, number>();
  const reports: string[] = [];
  let said = 0;
  let policies = 0;

  const sites = () => [{ matches: ["https://somewhere.test/*"], name: `Policy ${++policies}` }];
  const savePolicy = () => profile.ask("settings.save", ownSettings({ ...setup, sites: sites() }));
  await savePolicy();
  await profile.ask("settings.name", { name: setup.name });

  async function file(): Promise<boolean | string> {
    const outcome = await profile.file(formWith(`${name} ${++said}`, random.chance(0.2) ? null : setup.name));
    if (!outcome.ok) return outcome.reason;
    acknowledged.push({ subject: outcome.reportId, type: CREATED });
    reports.push(outcome.reportId);
    return true;
  }

  async function add(subject: string): Promise<boolean> {
    const burden: Burden = { often: "daily", minutes: random.pick([1, 5, 15] as const) };
    const isBurden = random.chance(0.5);
    const { ok } = await (isBurden
      ? profile.ask("report.burden", { reportId: subject, burden })
      : profile.ask("mine.comment", { reportId: subject, text: `${name} ${++said}, and more`, lang: "en" }));
    if (ok) acknowledged.push({ subject, type: isBurden ? BURDEN : COMMENT });
    return ok;
  }

  async function note(saying: Promise<boolean | string>): Promise<boolean> {
    // A kill cuts off what was being said: whether it was saved is then not known, and not claimed.
    const outcome = await saying.catch(() => "cut off");
    if (outcome === true) return true;
    const reason = outcome === false ? "refused" : outcome;
    unsaved.set(reason, (unsaved.get(reason) ?? 0) + 1);
    return false;
  }

  async function act(): Promise<void> {
    const subject = reports.length > 0 && random.chance(0.45) ? random.pick(reports.slice(-10)) : null;
    await note(subject === null ? file() : add(subject));
  }

  return {
    profile,
    unsaved,
    file: () => note(file()),
    async write(isOver) {
      while (!isOver()) {
        await act();
        await pause(random.int(...BETWEEN));
      }
    },
    async changePolicy() {
      await savePolicy();
    },
    async waiting() {
      return (await profile.ask("popup.state", null)).sync;
    },
    async said() {
      const rows = await profile.readOutbox();
      const events = rows.map(({ id, subject, type, state, order = 0 }) => ({ id, subject, type, state, order }));
      return { acknowledged, events };
    },
  };
}

function formWith(words: string, name: string | null): ReportForm {
  const rest = { lang: "en", goal: "", kind: null, burden: {}, context: null, picture: null };
  return { ...rest, words, anonymous: name === null, name };
}
