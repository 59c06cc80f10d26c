import type { Left, TakenBack } from "./said";
import type { Stored } from "./stored";

/** What somebody said and does not want to be anywhere any more, by report. */
export type Unsaid = ReadonlyMap<string, readonly string[]>;

/**
 * What is left of reports that were taken back, in the browsers (`left`: of authors and reviewers) and at the collector;
 * pure. One line for each thing, so none where all is well. What their authors said is looked for in all that there is.
 */
export function judgeTakenBack(takenBack: TakenBack, unsaid: Unsaid, left: readonly Left[], stored: Stored): string[] {
  return [...takenBack].flatMap(([id, became]) => [
    ...leftHere(id, left).map((what) => `${what} of ${id}, which was taken back, in a browser`),
    ...leftThere(id, became, stored).map((what) => `${what} of ${id}, which was taken back, at the collector`),
    ...(unsaid.get(id) ?? []).flatMap((words) => [
      ...left.filter(({ text }) => text.includes(words)).map(() => `the words "${words}" of ${id} in a browser`),
      ...(stored.text.includes(words) ? [`the words "${words}" of ${id} at the collector`] : []),
    ]),
  ]);
}

function leftHere(id: string, left: readonly Left[]): string[] {
  return left.flatMap(({ outbox, reports, blobs, bytes }) => [
    ...outbox
      .filter(({ subject, route }) => subject === id && route !== "erase" && route !== "session")
      .map(({ type, state }) => `${type} (${state})`),
    ...reports.filter((row) => row.id === id).map(() => "a reviewer's copy"),
    ...blobs.filter(({ subject }) => subject === id).map(({ state }) => `a picture (${state})`),
    ...bytes.filter(({ subject }) => subject === id).map(() => "a picture's bytes"),
  ]);
}

function leftThere(id: string, became: "deleted" | "erased", stored: Stored): string[] {
  const document = stored.documents.get(id);
  const isWrong = became === "erased" ? document?.doc !== null : document !== undefined;
  return [
    ...(isWrong ? [document === undefined ? "no trace" : "a document"] : []),
    ...stored.events
      .filter(({ subject, isBlank }) => subject === id && (became === "deleted" || !isBlank))
      .map(({ type }) => type),
    ...stored.voices.filter((report) => report === id).map(() => "a voice"),
    ...stored.pictures.filter(({ report }) => report === id).map(() => "a picture"),
  ];
}
