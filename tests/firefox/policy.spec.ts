import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startCollector } from "@/scripts/services/collector";
import { freePort } from "@/scripts/services/ports";
import { goThroughMainLoop } from "@/tests/support/firefox/main-loop";
import { manageFirefox, unmanageFirefox, whyNotManageFirefox } from "@/tests/support/firefox/policies";
import { hasLauncher, reads } from "@/tests/support/firefox/screen";
import { prepareRollOut } from "@/tests/support/rolled-out";
import { expect, test, whyNoFirefox } from "./fixtures";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** As `company.json` names it: the kit puts it into the package and into the policy. */
const GECKO_ID = "earshot@nordwind.example";

const off = { Value: false, Status: "locked" };
const NEEDED_HERE = {
  // What is made here, Mozilla has not signed; ESR alone lets a policy say that it need not.
  "xpinstall.signatures.required": off,
  // The test's server has no certificate, and an update address without one makes the whole add-on "incompatible".
  "extensions.checkUpdateSecurity": off,
};

const whyNot = whyNoFirefox ?? whyNotManageFirefox();
test.skip(whyNot !== null, whyNot ?? "");
test.afterEach(() => unmanageFirefox());
test.afterAll(() => unmanageFirefox());

test("policy installs it from the collector and sets it up; what is taken away is gone at the next start", async ({
  launchFirefox,
  firefoxBuild,
  folder,
  wiki,
  words,
}) => {
  test.setTimeout(240_000);
  const rollOut = prepareRollOut(firefoxBuild, (read) => {
    const { policies } = read("firefox/policies.json") as { policies: object };
    manageFirefox({ ...policies, Preferences: NEEDED_HERE });
  });
  const place = { root: ROOT, folder: join(folder, "firefox-desk", "data"), port: await freePort() };
  const desk = await startCollector({ ...place, extension: rollOut.folder });
  const values = (sites: string[]) => ({
    updateAddress: `${desk.url}/extension/`,
    firefoxId: GECKO_ID,
    policy: {
      endpoint: desk.url,
      ingestToken: desk.ingestToken,
      reviewers: { token: desk.reviewerToken },
      identity: { mode: "optional", name: "typed" },
      sites: [{ matches: sites, name: "Nordwind handbook", corner: "top-left" }],
    },
  });
  await rollOut.publish("1.0.0", values([`${wiki.url}/*`]));
  const profile = join(folder, "managed-firefox");
  const firefox = await launchFirefox({ extension: null, geckoId: GECKO_ID, profile });
  const options = await firefox.open("options.html");
  await reads(options, "Set by your organisation");
  expect(await options.$$eval("button", (all) => all.map((one) => one.innerText))).not.toContain("Save");
  await goThroughMainLoop(firefox, wiki.url, words("The company set this up"));

  // Also where the site has a port, by which Firefox matches no script.
  const tool = await firefox.visit(wiki.url);
  const stands = await tool.$eval("earshot-launcher", (host) => {
    const { x, y } = host.getBoundingClientRect();
    return { x, y };
  });
  expect(stands).toEqual({ x: 16, y: 16 });

  // What changes while it runs, Firefox reads at its next start.
  await rollOut.publish("1.0.0", values(["https://elsewhere.example/*"]));
  await firefox.close();
  const again = await launchFirefox({ extension: null, geckoId: GECKO_ID, profile });
  const tab = await again.visit(wiki.url);
  const now = await again.open("options.html");
  await reads(now, "https://elsewhere.example/*");
  await tab.bringToFront();
  await tab.reload();
  expect(await hasLauncher(tab)).toBe(false);
  await desk.process.kill();
});
