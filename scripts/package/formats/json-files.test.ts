import { expect, it } from "vitest";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { AWKWARD, OWN_ID, sampleDeployment, textOf } from "../sample.test-support";
import { firefoxFiles } from "./firefox";
import { googleAdminFiles } from "./google-admin";
import { linuxFiles } from "./linux";

const STORE_ID = "ponmlkjihgfedcbaponmlkjihgfedcba";
const deployment = sampleDeployment();
const linux = (browser: string, of = deployment) =>
  JSON.parse(textOf(linuxFiles(of), `linux/${browser}/earshot.json`)) as {
    ExtensionSettings: Record<string, object>;
    "3rdparty": { extensions: Record<string, unknown> };
  };

it("installs, pins and confines in each browser, in its own words", () => {
  const common = {
    installation_mode: "force_installed",
    update_url: "https://earshot.nordwind.example/extension/updates.xml",
    override_update_url: true,
    runtime_blocked_hosts: ["*://*"],
    runtime_allowed_hosts: [
      "https://till.nordwind.example",
      "https://earshot.nordwind.example",
      "https://login.nordwind.example",
    ],
  };
  const settings = (browser: string) => linux(browser).ExtensionSettings[OWN_ID];
  expect(settings("chrome")).toEqual({ ...common, toolbar_pin: "force_pinned" });
  expect(settings("chromium")).toEqual({ ...common, toolbar_pin: "force_pinned" });
  expect(settings("edge")).toEqual({ ...common, toolbar_state: "force_shown" });
});

it("names what it delivers, so that a dropped key is seen", () => {
  const arrived = linux("chrome")["3rdparty"].extensions[OWN_ID];
  expect(arrived).toEqual({ ...AWKWARD, delivered: Object.keys(AWKWARD) });
  expect(parsePolicy(arrived).refused).toEqual([]);
});

it("takes it from a store where the company has it there, under the store's id", () => {
  const inStore = sampleDeployment(AWKWARD, { store: { edge: STORE_ID } });
  expect(linux("edge", inStore).ExtensionSettings).toMatchObject({
    [STORE_ID]: { update_url: "https://edge.microsoft.com/extensionwebstorebase/v1/crx" },
  });
  expect(linux("edge", inStore).ExtensionSettings[STORE_ID]).not.toHaveProperty("override_update_url");
  expect(Object.keys(linux("edge", inStore)["3rdparty"].extensions)).toEqual([STORE_ID]);
  expect(Object.keys(linux("chrome", inStore).ExtensionSettings)).toEqual([OWN_ID]);
});

it("tells Firefox by its own id, with private windows off", () => {
  const { policies } = JSON.parse(textOf(firefoxFiles(deployment), "firefox/policies.json")) as { policies: object };
  expect(policies).toMatchObject({
    ExtensionSettings: {
      "earshot@nordwind.example": {
        installation_mode: "force_installed",
        install_url: "https://earshot.nordwind.example/extension/earshot-1.2.3.xpi",
        private_browsing: false,
      },
    },
    "3rdparty": { Extensions: { "earshot@nordwind.example": AWKWARD } },
  });
});

it("gives Google's console each value below its word", () => {
  const text = textOf(googleAdminFiles(deployment), "google-admin/policy-for-extension.json");
  const values = JSON.parse(text) as Record<string, object>;
  expect(values["sites"]).toEqual({ Value: AWKWARD["sites"] });
  expect(Object.keys(values)).toEqual(Object.keys(deployment.policy));
});
