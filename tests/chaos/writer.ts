import { createHash } from "node:crypto";
import type { Picture, ReportForm } from "@/lib/messaging/messages";
import type { Burden } from "@/lib/protocol/burden";
import { ALPHANUMERIC, type Random } from "@/tests/support/random";
import { createPerson, type Person, type PersonOptions } from "./person";
import { createTakingBack, type TakingBack } from "./taking-back";
import { pause } from "./within";

export interface WriterOptions extends PersonOptions {
  random: Random;
}

/** Somebody who files reports, adds to them and takes some of them back, without a pause. */
export interface Writer extends Person {
  write(isOver: () => boolean): Promise<void>;
  /** One report with a name on it; false where it was not saved, or nobody knows. */
  file(withPicture: boolean): Promise<boolean>;
  /** What was said, by report. */
  words: ReadonlyMap<string, readonly string[]>;
  /** The pictures that were called saved. */
  pictures: readonly TakenPicture[];
  takenBack: TakingBack;
}

export interface TakenPicture {
  subject: string;
  sha256: string;
}

/** Milliseconds between two things that somebody does here. */
const BETWEEN = [50, 400] as const;
const CREATED = "org.earshot.report.created.v1";
const COMMENT = "org.earshot.comment.added.v1";
const BURDEN = "org.earshot.burden.set.v1";

export async function createWriter({ random, ...options }: WriterOptions): Promise<Writer> {
  const person = await createPerson(options);
  const { name, profile, acknowledged, note } = person;
  const words = new Map<string, string[]>();
  const pictures: TakenPicture[] = [];
  const reports: string[] = [];
  const takenBack = createTakingBack(profile, random);
  let said = 0;

  /** Nothing that is said here is a part of anything else that is. */
  const say = () => `${name}-${++said}.`;

  async function file(picture: Picture | null, isAnonymous = false): Promise<boolean | string> {
    const text = say();
    const outcome = await profile.file(formWith(text, isAnonymous ? null : options.setup.name, picture));
    if (!outcome.ok) return outcome.reason;
    const { reportId, withoutPicture } = outcome;
    acknowledged.push({ subject: reportId, type: CREATED });
    words.set(reportId, [text]);
    reports.push(reportId);
    if (picture && !withoutPicture) pictures.push({ subject: reportId, sha256: digestOf(picture) });
    return true;
  }

  async function add(subject: string): Promise<boolean> {
    const burden: Burden = { often: "daily", minutes: random.pick([1, 5, 15] as const) };
    const isBurden = random.chance(0.5);
    const text = `${say()} And more`;
    // Noted before it is known to be saved: it may be, whatever a kill lets us hear.
    if (!isBurden) words.get(subject)?.push(text);
    const { ok } = await (isBurden
      ? profile.ask("report.burden", { reportId: subject, burden })
      : profile.ask("mine.comment", { reportId: subject, text, lang: "en" }));
    if (ok) acknowledged.push({ subject, type: isBurden ? BURDEN : COMMENT });
    return ok;
  }

  async function takeBack(subject: string): Promise<boolean> {
    reports.splice(reports.indexOf(subject), 1);
    if ((await takenBack.ask(subject)) === "undone") reports.push(subject);
    return true;
  }

  async function act(): Promise<void> {
    const share = random.int(1, 100);
    // The newest are on their way still, or have not set out.
    const subject = reports.length === 0 ? null : random.pick(reports.slice(random.chance(0.7) ? -3 : -30));
    if (subject !== null && share > 50) return void (await note(share > 94 ? takeBack(subject) : add(subject)));
    const isFiled = await note(file(random.chance(0.3) ? draw(random) : null, random.chance(0.2)));
    const [filed] = reports.slice(-1);
    if (isFiled && filed !== undefined && random.chance(0.12)) await note(takeBack(filed));
  }

  return {
    ...person,
    words,
    pictures,
    takenBack,
    file: (withPicture) => note(file(withPicture ? draw(random) : null)),
    async write(isOver) {
      while (!isOver()) {
        await act();
        await pause(random.int(...BETWEEN));
      }
    },
  };
}

function formWith(words: string, name: string | null, picture: Picture | null): ReportForm {
  const rest = { lang: "en", goal: "", kind: null, burden: {}, context: null };
  return { ...rest, words, anonymous: name === null, name, picture };
}

/** Bytes that begin as a WebP file does; no two are alike. */
function draw(random: Random): Picture {
  const bytes = Buffer.from(`RIFF\u0010\0\0\0WEBP${random.text(random.int(300, 20_000), ALPHANUMERIC)}`, "latin1");
  return { base64: bytes.toString("base64"), type: "image/webp", w: 40, h: 30 };
}

function digestOf({ base64 }: Picture): string {
  return createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex");
}
