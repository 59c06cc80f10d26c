import { RECEIVED } from "@/tests/support/panel";
import type { FirefoxBrowser } from "./browser";
import { named, openReport, panelIn, press, pressLauncher, reads, write } from "./screen";

/**
 * The whole loop as two people go through it in one browser: said in the page, at IT, answered in the Inbox, read in My
 * reports, and whether it helped. Gives up where one of them would not see what they are promised.
 */
export async function goThroughMainLoop(firefox: FirefoxBrowser, site: string, words: string): Promise<void> {
  const options = await firefox.open("options.html");
  // What goes without a name is held back for a while.
  await write(options, "Your name, as IT sees it", "Ada Example");
  await press(options, "Save name");

  const tab = await firefox.visit(site);
  await pressLauncher(tab);
  const panel = await panelIn(tab);
  await write(panel, "What annoys you here?", words);
  await press(panel, "Slow", "radio");
  await press(panel, "Send to IT");
  await reads(panel, RECEIVED);
  await press(panel, "Every day", "radio");
  await press(panel, "About 5 minutes", "radio");

  const desk = await firefox.open("popup.html");
  await press(desk, "Inbox", "tab");
  await openReport(desk, words);
  await answer(desk, `We look at it (${words})`, "Planned");

  const mine = await firefox.open("popup.html");
  await press(mine, "My reports", "tab");
  await openReport(mine, words);
  await reads(mine, `We look at it (${words})`);

  await desk.bringToFront();
  await answer(desk, `It is quick now (${words})`, "Done");
  await mine.bringToFront();
  await reads(mine, `It is quick now (${words})`);
  await press(mine, "My reports", "tab");
  await named(mine, "Did this help?", "group");
  await press(mine, "Yes");
  await reads(mine, "Thank you");
  await write(mine, "Say thanks, or what is still wrong", `Such a relief (${words})`);
  await press(mine, "Send");

  await desk.bringToFront();
  await reads(desk, `Such a relief (${words})`);
}

async function answer(desk: Parameters<typeof press>[0], text: string, status: string): Promise<void> {
  await write(desk, "Answer in plain words", text);
  await press(desk, status, "radio");
  await press(desk, "Send answer");
  await reads(desk, text);
}
