import { launcher, panelIn } from "@/tests/support/panel";
import type { ExtensionGlobal } from "@/tests/support/extension-page";
import { expect, test } from "./fixtures";

interface Commands extends ExtensionGlobal {
  chrome: ExtensionGlobal["chrome"] & {
    commands: {
      getAll(): Promise<{ name: string; shortcut: string }[]>;
      onCommand: { dispatch(command: string, tab: object | undefined): void };
    };
  };
}

// The keys themselves are the browser's: no driver can press what never reaches a page. Tested are what the browser
// has bound to them, and what happens when it says that they were pressed.
test("the browser has Alt+Shift+Y for it, and the command opens the form with the keyboard in it", async ({
  tab,
  earshot,
  wiki,
}) => {
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible();
  const worker = await earshot.worker();
  const commands = await worker.evaluate(() => (globalThis as unknown as Commands).chrome.commands.getAll());
  expect(commands.find(({ name }) => name === "report")?.shortcut).toBe("Alt+Shift+Y");
  await worker.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as Commands;
    const [found] = await chrome.tabs.query({ url: `${url}/*` });
    chrome.commands.onCommand.dispatch("report", { ...found });
  }, wiki.url);
  await expect(panelIn(tab).words).toBeFocused();
});
