import { expect, it } from "vitest";
import { createAsker } from "./asker";

it("asks once more for all that was wanted while it waited, and goes on after a failure", async () => {
  const waiting: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const heard: (number | "failed")[] = [];
  const asker = createAsker<number>(
    () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
    (answer) => heard.push(answer),
    () => heard.push("failed"),
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  asker.take(Promise.resolve(0));
  asker.refresh();
  asker.refresh();
  await settled();
  expect(waiting).toHaveLength(1);
  waiting[0]?.reject(new Error("nobody listens"));
  await settled();
  asker.refresh();
  waiting[1]?.resolve(2);
  await settled();
  expect(heard).toEqual([0, "failed", 2]);
  expect(waiting).toHaveLength(2);
});
