import type { FirefoxBrowser } from "@/tests/support/firefox/browser";
import { goThroughMainLoop } from "@/tests/support/firefox/main-loop";
import { press, reads, write } from "@/tests/support/firefox/screen";
import { test, whyNoFirefox } from "./fixtures";

test.skip(whyNoFirefox !== null, whyNoFirefox ?? "");

test("somebody who sets it up by hand goes through the whole loop", async ({
  launchFirefox,
  wiki,
  gate,
  collector,
  words,
}) => {
  test.setTimeout(150_000);
  const firefox = await launchFirefox();
  await setUpByHand(firefox, {
    "Address of IT's service": gate.url,
    "Key for sending": collector.ingestToken,
    "Name that people know": "Nordwind handbook",
    "Addresses, one a line": `${wiki.url}/*`,
    "Access token for reviewers": collector.reviewerToken,
  });
  await goThroughMainLoop(firefox, wiki.url, words("The list is slow"));
});

async function setUpByHand(firefox: FirefoxBrowser, fields: Record<string, string>): Promise<void> {
  const options = await firefox.open("options.html");
  for (const [name, value] of Object.entries(fields)) await write(options, name, value);
  await press(options, "Save");
  await reads(options, "Saved.");
}
