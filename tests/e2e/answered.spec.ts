import { expectAccessible } from "@/tests/support/axe";
import { ask } from "@/tests/support/extension-page";
import { nextDayOfNotices } from "@/tests/support/fast-clock";
import { listenToNotices } from "@/tests/support/notices";
import { openPopup } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("one quiet notification says that IT has answered: many in one, no report twice a day, none of what is read or not wanted", async ({
  launch,
  setup,
  collector,
  site,
  words,
}) => {
  test.setTimeout(180_000);
  const { reviewerToken: _none, ...plain } = setup;
  const browser = await launch({ setup: plain });
  const options = await browser.open("options.html");
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  const person = await listenToNotices(browser, options, collector);
  const list = words("The list jumps");
  const print = words("The print is cut off");
  const search = words("The search forgets");
  const door = words("The door code is old");
  const late = words("It is late again");
  await person.files(tab, [list, print, search, door, late]);
  expect(await person.told()).toEqual([]);

  await person.hears(list, "We look at it on Monday.", "planned");
  const one = "answered: IT has answered you It is about what you said of Orders.";
  const many = (count: number) => `answered: IT has answered you There is something new in ${count} of your reports.`;
  await expect.poll(person.told).toEqual([one]);
  await person.hears(print, "Which printer do you use?", "asked");
  await expect.poll(person.told).toEqual([one, many(2)]);

  // Another word on the first one has to wait for tomorrow; the next one comes today.
  await person.hears(list, "It stands still now.", "done");
  await person.hears(search, "Thank you, we look at it.");
  await expect.poll(person.told).toEqual([one, many(2), many(3)]);
  expect(await person.standing()).toEqual(["answered"]);
  await nextDayOfNotices(options);
  await ask(options, "popup.refresh", null);
  await expect.poll(person.told, { timeout: 20_000 }).toEqual([one, many(2), many(3), many(3)]);

  // It goes when they read, and says nothing while they do.
  const popup = await openPopup(browser);
  await expect(popup.getByText("It stands still now.").first()).toBeVisible();
  await expect.poll(person.standing, { timeout: 20_000 }).toEqual([]);
  await popup.close();

  const box = options.getByRole("checkbox", { name: "Tell me when IT has answered me" });
  await options.bringToFront();
  await expectAccessible(options);
  await box.uncheck();
  await expect(options.getByText("Saved.")).toBeVisible();
  await person.hears(door, "The new one hangs at the door.", "done");
  await box.check();
  // Whoever has one of our pages before them is told nothing.
  await tab.bringToFront();
  await person.hears(late, "We know, and look into it.");
  await expect.poll(person.told).toHaveLength(5);
  expect((await person.told()).at(-1)).toBe(one);
});
