import { expect, it } from "vitest";
import { anchorRow } from "./anchor-row";

const rows = ["a", "b", "c", "d", "e"].map((id, at) => ({ id, start: at * 100, end: at * 100 + 100 }));
const anchor = (offset: number, height: number, chosen: string | null = null) =>
  anchorRow(rows, { offset, height }, chosen)?.id;

it("holds on to the first row that is wholly in view", () => {
  expect(anchor(0, 250)).toBe("a");
  expect(anchor(100, 250)).toBe("b");
  expect(anchor(130, 250)).toBe("c");
});

it("rather holds on to the chosen one, for as long as it is wholly in view", () => {
  expect(anchor(130, 270, "d")).toBe("d");
  expect(anchor(130, 269, "d")).toBe("c");
  expect(anchor(130, 270, "b")).toBe("c");
  expect(anchor(130, 270, "gone")).toBe("c");
});

it("takes what there is where no row is wholly in view", () => {
  expect(anchor(130, 50)).toBe("b");
  expect(anchor(500, 250)).toBeUndefined();
  expect(anchorRow([], { offset: 10, height: 250 }, "a")).toBeUndefined();
});
