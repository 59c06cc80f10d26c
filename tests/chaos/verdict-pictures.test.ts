import { describe, expect, it } from "vitest";
import { judgePictures, keyOf, type PicturesSaid } from "./verdict-pictures";
import { storedWith } from "./verdict.test-support";

const picture = { subject: "r", sha256: "ab" };
const said: PicturesSaid = { taken: [picture], states: new Map([[keyOf(picture), "stored"]]), ended: new Set() };
const attachment = { sha256: "ab", size: 7, type: "image/webp" as const, stored: true };
const row = { report: "r", sha256: "ab", isStored: true };
const file = { name: "ab", sha256: "ab" };
const all = { pictures: [row], files: [file], timelines: { r: [] }, more: { attachments: [attachment] } };

describe("the verdict on pictures", () => {
  it("is good where each is there, as it was taken", () => {
    expect(judgePictures(said, storedWith(all))).toEqual({ taken: 1, arrived: 1, ended: 0, wrong: [] });
  });

  it.each<[string, PicturesSaid, object, string]>([
    ["one that was not sent", { ...said, states: new Map([[keyOf(picture), "wanted"]]) }, {}, "waits here (wanted)"],
    ["one that stands nowhere", { ...said, states: new Map() }, {}, "waits here (nowhere)"],
    ["one that the collector does not have", said, { pictures: [{ ...row, isStored: false }] }, "has 0 times"],
    ["one whose bytes are gone", said, { files: [] }, "without its file"],
    ["one whose bytes have changed", said, { files: [{ name: "ab", sha256: "cd" }] }, "other bytes than named"],
    [
      "one that IT is not shown",
      said,
      { more: { attachments: [{ ...attachment, stored: false }] } },
      "its document does not show",
    ],
    ["one that nobody took", said, { pictures: [row, { ...row, sha256: "cd" }] }, "nobody took"],
    ["a file that is nobody's", said, { files: [file, { name: "cd", sha256: "cd" }] }, "no report names"],
  ])("sees %s", (_, has, more, part) => {
    const { wrong } = judgePictures(has, storedWith({ ...all, ...more }));
    expect(wrong).toEqual([expect.stringContaining(part)]);
  });

  it("waits for none whose report was to go", () => {
    const { taken, arrived, ended, wrong } = judgePictures({ ...said, ended: new Set(["r"]) }, storedWith({}));
    expect([taken, arrived, ended, wrong]).toEqual([1, 0, 1, []]);
  });
});
