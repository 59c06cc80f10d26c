import { expect, it } from "vitest";
import { parsePolicy } from "../parse-policy";

const read = (notifications: unknown) => {
  const { policy, refused } = parsePolicy({ notifications });
  return { ...policy.notifications, refused: refused.map(({ place, reason }) => `${place} ${reason}`) };
};

it("tells at any hour where nothing is set", () => {
  const usual = { answers: true, cannotWork: true, quietHours: null, quietDays: [], refused: [] };
  expect(read(undefined)).toEqual(usual);
  expect(read({ quietFrom: "", quietTo: null })).toEqual(usual);
});

it("takes hours of the day and days of the week", () => {
  expect(
    read({ answers: false, cannotWork: false, quietFrom: "18:00", quietTo: "07:30", quietDays: ["sun", "sat", "sun"] }),
  ).toEqual({
    answers: false,
    cannotWork: false,
    quietHours: { from: 1080, to: 450 },
    quietDays: ["sat", "sun"],
    refused: [],
  });
});

it("refuses item by item, and takes a wrong switch for off", () => {
  expect(read({ cannotWork: "no", quietFrom: "24:00", quietTo: "7:30", quietDays: ["sat", "Sunday"] })).toEqual({
    answers: true,
    cannotWork: false,
    quietHours: null,
    quietDays: ["sat"],
    refused: [
      "notifications.quietFrom not-a-time",
      "notifications.quietTo not-a-time",
      "notifications.quietDays[1] not-a-choice",
      "notifications.cannotWork wrong-shape",
    ],
  });
  expect(read("18:00-07:30").refused).toEqual(["notifications wrong-shape"]);
});

it("has no quiet hours where only one end is named", () => {
  expect(read({ quietFrom: "18:00" }).quietHours).toBeNull();
});
