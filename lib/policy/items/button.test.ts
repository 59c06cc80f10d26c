import { expect, it } from "vitest";
import { labelFor } from "../label-for";
import { parsePolicy } from "../parse-policy";

const read = (button: unknown) => {
  const { policy, refused } = parsePolicy({ button });
  return { ...policy.button, refused: refused.map(({ place, reason }) => `${place} ${reason}`) };
};

it("has Earshot's own name and corner where nothing is set", () => {
  for (const unset of [undefined, null, {}, { labels: null, corner: "" }]) {
    expect(read(unset)).toEqual({ labels: [], corner: "bottom-right", colour: null, refused: [] });
  }
});

it("refuses item by item", () => {
  const labels = [
    { language: "de", text: " Das nervt " },
    { language: "German", text: "x" },
    { language: "en", text: " " },
    { language: "en", text: "x".repeat(41) },
    "x",
    { language: "pt-BR", text: "Isso me irrita" },
  ];
  expect(read({ labels, corner: "middle" })).toEqual({
    labels: [
      { language: "de", text: "Das nervt" },
      { language: "pt-BR", text: "Isso me irrita" },
    ],
    corner: "bottom-right",
    colour: null,
    refused: [
      "button.labels[1] wrong-shape",
      "button.labels[2] wrong-shape",
      "button.labels[3] wrong-shape",
      "button.labels[4] wrong-shape",
      "button.corner not-a-choice",
    ],
  });
  expect(read({ labels: {}, corner: "top-left", colour: "#7A1FA2" })).toEqual({
    labels: [],
    corner: "top-left",
    colour: "#7a1fa2",
    refused: ["button.labels wrong-shape"],
  });
  for (const colour of ["red", "#fff", "#12345g", "rgb(0,0,0)", 7, "#123456;--x:url(https://a.example)"])
    expect(read({ colour })).toMatchObject({ colour: null, refused: ["button.colour not-a-colour"] });
  expect(read("red").refused).toEqual(["button wrong-shape"]);
  const many = Array.from({ length: 21 }, () => ({ language: "en", text: "x" }));
  expect(read({ labels: many }).refused).toEqual(["button.labels[20] too-many"]);
});

it("is called as the browser's language has it, else as its relatives have it, else as the first says", () => {
  const labels = [
    { language: "en", text: "Tell IT" },
    { language: "pt", text: "pt" },
    { language: "de-AT", text: "at" },
    { language: "de", text: "de" },
  ];
  expect(labelFor(labels, "de-AT")).toBe("at");
  expect(labelFor(labels, "de-CH")).toBe("de");
  expect(labelFor(labels, "pt-br")).toBe("pt");
  expect(labelFor(labels, "fr")).toBe("Tell IT");
  expect(labelFor([], "de")).toBeNull();
});
