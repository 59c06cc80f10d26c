import type { Calmed } from "./calm";
import type { Reviewer } from "./reviewer";
import { eventsOf, readLeft, stillClaimed, takenBackOf, type Left, type TakenBack } from "./said";
import type { Stored } from "./stored";
import { judge, type Verdict } from "./verdict";
import { judgeAnswers, type AnswerVerdict } from "./verdict-answers";
import { judgePictures, keyOf, type PictureVerdict, type PicturesSaid } from "./verdict-pictures";
import { judgeTakenBack } from "./verdict-taken-back";
import type { Writer } from "./writer";

export interface Judged {
  verdict: Verdict;
  pictures: PictureVerdict & {
    /** See `Calmed`. */
    waited: number;
    heldBack: number;
  };
  takenBack: {
    /** Never left the computer, and erased at the collector. */
    deleted: number;
    erased: number;
    undone: number;
    /** What is left of them, a line each. */
    left: string[];
  };
  answers: AnswerVerdict;
}

export interface ToJudge {
  writers: readonly Writer[];
  reviewer: Reviewer;
  calmed: Calmed;
  /** Stops the collector. */
  read(): Promise<Stored>;
}

/** Reads what everybody has in the end, and compares it. */
export async function judgeAll({ writers, reviewer, calmed, read }: ToJudge): Promise<Judged> {
  const left = await Promise.all(writers.map((writer) => readLeft(writer.profile)));
  const desk = await readLeft(reviewer.profile);
  const stored = await read();
  const pairs = writers.map((writer, n): [Writer, Left] => [writer, left[n] ?? desk]);
  const takenBack: TakenBack = new Map(pairs.flatMap(([writer, its]) => [...takenBackOf(its, writer.takenBack)]));
  const said = pairs.map(([{ acknowledged }, its]) => ({
    acknowledged: stillClaimed(acknowledged, takenBack),
    events: eventsOf(its),
  }));
  const became = [...takenBack.values()];
  const unsaid = new Map(writers.flatMap(({ words }) => [...words].filter(([id]) => takenBack.has(id))));
  return {
    verdict: judge([...said, { acknowledged: reviewer.acknowledged, events: eventsOf(desk) }], stored, takenBack),
    pictures: { ...judgePictures(picturesOf(pairs), stored), ...calmed },
    takenBack: {
      deleted: became.filter((one) => one === "deleted").length,
      erased: became.filter((one) => one === "erased").length,
      undone: writers.reduce((total, { takenBack: { undone } }) => total + undone.size, 0),
      left: judgeTakenBack(takenBack, unsaid, [...left, desk], stored),
    },
    answers: judgeAnswers(desk, left, stored, takenBack),
  };
}

function picturesOf(pairs: readonly [Writer, Left][]): PicturesSaid {
  const rows = pairs.flatMap(([, { blobs }]) => blobs);
  const taken = [...pairs.flatMap(([{ pictures }]) => pictures), ...rows];
  return {
    taken: [...new Map(taken.map(({ subject, sha256 }) => [keyOf({ subject, sha256 }), { subject, sha256 }])).values()],
    states: new Map(rows.map((row) => [keyOf(row), row.state])),
    ended: new Set(pairs.flatMap(([{ takenBack }]) => [...takenBack.asked])),
  };
}
