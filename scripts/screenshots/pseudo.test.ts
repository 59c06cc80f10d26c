import { expect, it } from "vitest";
import { lengthen } from "./pseudo";

it.each(["Send to IT", "Yes", "$1 of $2 characters", "This form belongs to a page that is not open any more."])(
  "makes %j at least 40 %% longer and keeps what is filled in",
  (text) => {
    const longer = lengthen(text);
    expect(longer.length).toBeGreaterThanOrEqual(Math.ceil(text.length * 1.4));
    expect(longer.match(/\$\d/g)).toEqual(text.match(/\$\d/g));
  },
);
