import { expectAccessible } from "@/tests/support/axe";
import { ask } from "@/tests/support/extension-page";
import { expect, test } from "./fixtures";

test("who manages their own browser says how they answer, when it is quiet, and that what waits moves along", async ({
  launch,
}) => {
  const browser = await launch();
  const options = await browser.open("options.html");
  await options.getByRole("radio", { name: "By signing in" }).check();
  await options.getByLabel("What waits for another address goes to this one too").check();
  await options.getByText("Quiet hours").click();
  await options.getByLabel("From", { exact: true }).fill("18:00");
  await options.getByLabel("To", { exact: true }).fill("07:30");
  const days = options.getByRole("group", { name: "Days without notifications" });
  await days.getByRole("checkbox", { name: "Sunday" }).check();
  await days.getByRole("checkbox", { name: "Saturday" }).check();
  await days.getByRole("checkbox", { name: "Monday" }).check();
  await days.getByRole("checkbox", { name: "Monday" }).uncheck();
  await expectAccessible(options);
  await options.getByRole("button", { name: "Save", exact: true }).click();
  await expect(options.getByText("Saved.").first()).toBeVisible();
  expect((await ask(options, "popup.state", null)).policy).toMatchObject({
    refused: [],
    policy: {
      moveWaiting: true,
      reviewers: { signIn: "oidc", token: null },
      notifications: { quietHours: { from: 18 * 60, to: 7 * 60 + 30 }, quietDays: ["sat", "sun"] },
    },
  });

  await options.reload();
  await options.getByText("Quiet hours").click();
  await expect(options.getByLabel("From", { exact: true })).toHaveValue("18:00");
  await expect(days.getByRole("checkbox", { name: "Saturday" })).toBeChecked();
  await expect(options.getByRole("radio", { name: "By signing in" })).toBeChecked();
});
