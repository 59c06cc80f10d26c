import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIREFOX, filesOf, readManifest, SHIPPED } from "./built";

/** What people (or their admin) are asked to allow. Longer only with a decision in docs/decisions. */
const PERMISSIONS = [
  "activeTab",
  "alarms",
  "contextMenus",
  // Why it is not asked for later: docs/decisions/0068-signing-in-is-there-from-the-start.md.
  "identity",
  "notifications",
  "scripting",
  "storage",
  "unlimitedStorage",
];

describe.each([
  // Why this may be asked for later: docs/decisions/0024-the-browsers-account-is-asked-only-by-the-person.md.
  ["Chromium", SHIPPED, ["identity.email"]],
  ["Firefox", FIREFOX, []],
])("the manifest for %s", (_, build, optional) => {
  const manifest = readManifest(build);

  it("asks for what is on the committed list and nothing else", () => {
    expect(manifest.permissions.toSorted()).toEqual(PERMISSIONS);
    expect(manifest.host_permissions).toEqual(["<all_urls>"]);
    expect(manifest.optional_permissions ?? []).toEqual(optional);
  });

  it("puts nothing into pages by itself: policy says where the button is", () => {
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  it("has one command, with the key that no other program has taken", () => {
    // Why this key: docs/decisions/0013-keyboard-command.md.
    expect(manifest.commands).toEqual({
      report: { suggested_key: { default: "Alt+Shift+Y" }, description: expect.stringContaining("__MSG_") },
    });
  });

  it("lets pages frame the panel and see nothing else", () => {
    const resources = (manifest.web_accessible_resources ?? []).flatMap((entry) => entry.resources);
    expect(resources).toContain("panel.html");
    for (const resource of resources) expect(resource).not.toMatch(/popup|options|background|\*/);
  });
});

it("asks for nothing that docs/permissions.md does not explain, and that explains nothing else", () => {
  const docs = readFileSync(join(import.meta.dirname, "../../docs/permissions.md"), "utf8");
  const explained = [...docs.matchAll(/^\| `([^`]+)` +\| \S/gm)].map(([, name = ""]) => name);
  const { host_permissions: hosts, optional_permissions: later = [] } = readManifest(SHIPPED);
  expect(explained.toSorted()).toEqual([...hosts, ...PERMISSIONS, ...later].toSorted());
});

it("hides the panel's address from pages in Chromium", () => {
  for (const entry of readManifest(SHIPPED).web_accessible_resources ?? []) expect(entry.use_dynamic_url).toBe(true);
});

it("has the fixed id's key in Chromium, and its own id in Firefox", () => {
  expect(readManifest(SHIPPED).key).toMatch(/^MII/);
  expect(readManifest(FIREFOX).browser_specific_settings?.gecko.id).toBe("earshot@earshot.example");
});

it("ships no test, no source map and no picture that nobody needs", () => {
  for (const file of filesOf(SHIPPED)) expect(file).not.toMatch(/\.map$|\.test\.|\.ts$/);
});
