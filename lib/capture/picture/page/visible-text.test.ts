// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Border, createReading, partsOf } from "./visible-text";

/** What the page has at the places where a piece of the long text is said to stand. */
const onPage = (reading: ReturnType<typeof createReading>, start: number, end: number) =>
  partsOf(reading.pieces, start, end).map((part) => part.node.data.slice(part.start, part.end));

describe("the texts in sight as one", () => {
  const read = (...texts: [string, Border][]) => {
    const reading = createReading();
    for (const [data, border] of texts) {
      reading.add(document.createTextNode(data), 0, data, border, false);
    }
    return reading;
  };

  it("reads a word that is half bold, and white space as it is shown", () => {
    const reading = read(["jane.", "\n"], ["roe", ""], ["@corp.test ", ""], ["DE89\n     3704", "\n"]);
    expect(reading.text()).toBe("jane.roe@corp.test \nDE89 3704");
    expect(onPage(reading, 0, 18)).toEqual(["jane.", "roe", "@corp.test"]);
    expect(onPage(reading, 20, 29)).toEqual(["DE89\n     3704"]);
    expect(onPage(reading, 25, 29)).toEqual(["3704"]);
  });

  it("joins a label and its value, once", () => {
    expect(read(["Password", "\n"], ["x", ": "]).text()).toBe("Password: x");
    expect(read(["Password:", "\n"], ["x", ": "]).text()).toBe("Password: x");
  });

  it("leads every character back to where it stands", () => {
    const data = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "\t", "7"), minLength: 1, maxLength: 30 });
    const border = fc.constantFrom<Border>("", " ", ": ", "\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(data, border), { minLength: 1, maxLength: 6 }), (texts) => {
        const reading = read(...texts);
        const text = reading.text();
        for (const piece of reading.pieces) {
          for (let at = piece.start; at < piece.end; at++) {
            const [found = ""] = onPage(reading, at, at + 1);
            if (/\S/.test(text.charAt(at))) expect(found).toBe(text.charAt(at));
            else expect(found).toMatch(/^\s+$/);
          }
        }
      }),
    );
  });
});
