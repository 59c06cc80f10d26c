import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "wxt";
import { fewScripts, type Layer } from "./scripts/build/few-scripts";
import { inlineStyles } from "./scripts/build/inline-styles";
import { addLaterLinks, filesFor } from "./scripts/build/later-links";

const NO_CONTEXT = fileURLToPath(new URL("./lib/launch/no-context.ts", import.meta.url));
const ONLY_CHROME = fileURLToPath(new URL("./lib/platform/only-chrome.ts", import.meta.url));

const ROOT = fileURLToPath(new URL(".", import.meta.url));

const DESK = "entrypoints/popup/inbox/desk.ts";
const DESK_LATER = "entrypoints/popup/inbox/later.ts";

/** The popup's scripts, each of which needs only those before it. */
const LAYERS: Layer[] = [
  { name: "app", of: ["entrypoints/popup/main.tsx"] },
  {
    name: "parts",
    of: [DESK, DESK_LATER],
    // What anybody may come upon: an employee needs nothing else of the Inbox.
    sharedWith: [
      "entrypoints/popup/mine/later.ts",
      "entrypoints/popup/news/WhatChanged.tsx",
      "entrypoints/popup/shell/SetAside.tsx",
      "entrypoints/popup/shell/SignIn.tsx",
    ],
  },
  { name: "desk", of: [DESK] },
  { name: "desk-later", of: [DESK_LATER] },
];

/** The files of `DESK`, once they are built. */
let deskFiles: string[] = [];

/** The public half of the key that fixes the extension's id on every machine: `keahcjdpfdiaghhgmacmblokcoloaibc`; see docs/decisions. */
const KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnuyVhvsFDETsr7JIcA93I+YC2CJqs0E5yXpHKVt4lW3ZUCMC/SrX3fUZCA2GF56q/N/8jI6uLVbY6+Q3I72qJw2a0aO8k7X+0iyqR7tVLIEMVqkrCyYvr6QUk9LiSywu7zms3q1BYjzGsp/MkCx5+tfek8wAb30qEq312o4YzIHVd72gU8QfozLjQZ8dcQfJCp/mxbI7bVA4dWZEFk6h6BSFb2JrVuMmKi0C/A83c8oK71MRr1pU8UNpwbCM/KrddDNz/XetnCfqAW4GO+gzyx1Q4yOj+c3514KNrdjRfKKY5WZOtl+WfwjbXl+69aJQ8j8ldJaB8vgV3ItD1tEN8wIDAQAB";

/**
 * `wxt build --mode e2e` is the build that the end-to-end suite drives: its shadow root is open and its delays are
 * divided. `tests/build` asserts that neither seam is in the shipped build.
 */
export default defineConfig({
  modules: ["@wxt-dev/module-react", "@wxt-dev/i18n/module"],
  imports: false,
  manifestVersion: 3,
  outDir: process.env.OUT_DIR ?? ".output",
  outDirTemplate: "{{browser}}-mv{{manifestVersion}}{{modeSuffix}}",
  hooks: {
    // What two pages share is a file of its own, or dozens of them, and each takes the browser its time. Those for which
    // somebody waits are built by themselves, and share nothing.
    "entrypoints:grouped": (_wxt, groups) => {
      const pages = groups.filter(Array.isArray).flat();
      const alone = pages.filter(({ name }) => name === "popup" || name === "panel");
      const others = [
        ...groups.filter((group) => !Array.isArray(group)),
        pages.filter((page) => !alone.includes(page)),
      ];
      groups.splice(0, groups.length, ...others, ...alone.map((page) => [page]));
    },
    "vite:build:extendConfig": (entrypoints, config) => {
      if (!entrypoints.some(({ name }) => name === "popup")) return;
      config.plugins ??= [];
      config.plugins.push({
        name: "few-scripts",
        outputOptions: (options) => ({
          ...options,
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: fewScripts(ROOT, LAYERS), debugName: "layers" }],
          },
        }),
        generateBundle(_options, bundle) {
          deskFiles = filesFor(bundle, join(ROOT, DESK));
        },
      });
    },
    "build:done": ({ config }) => {
      if (config.command !== "build") return;
      for (const page of ["panel.html", "popup.html"]) inlineStyles(config.outDir, page);
      addLaterLinks(config.outDir, "popup.html", deskFiles);
    },
  },
  vite: ({ mode, browser }) => ({
    define: {
      __OPEN_SHADOW__: JSON.stringify(mode === "e2e"),
      __DELAY_DIVISOR__: JSON.stringify(mode === "e2e" ? 100 : 1),
    },
    // WXT's own context adds a listener and an event that the page sees; see lib/launch/no-context.ts.
    resolve: {
      alias: {
        "wxt/utils/content-script-context": NO_CONTEXT,
        ...(browser === "firefox" ? {} : { "wxt/browser": ONLY_CHROME }),
      },
    },
    build: {
      sourcemap: false,
      // Every browser that Earshot runs in knows `modulepreload`.
      modulePreload: { polyfill: false },
      // WXT's wrapper says what fails at the start, and in a production build says it to nobody.
      rolldownOptions: { treeshake: { manualPureFunctions: ["logger.error"] } },
    },
  }),
  manifest: ({ browser }) => ({
    name: "__MSG_app_name__",
    description: "__MSG_app_description__",
    default_locale: "en",
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "earshot@earshot.example",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["websiteContent"] },
            },
          },
        }
      : {
          key: KEY,
          minimum_chrome_version: "123",
          storage: { managed_schema: "managed-schema.json" },
          // Asked for where policy says `identity.name: "profile"` and the person presses the button for it.
          optional_permissions: ["identity.email"],
        }),
    icons: { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" },
    permissions: [
      "storage",
      "unlimitedStorage",
      "alarms",
      "scripting",
      "contextMenus",
      "activeTab",
      "notifications",
      "identity",
    ],
    host_permissions: ["<all_urls>"],
    // The panel's frame. Its address changes with every session, so that no page can probe for it.
    web_accessible_resources: [{ resources: ["panel.html"], matches: ["<all_urls>"], use_dynamic_url: true }],
    commands: {
      // Why this one: docs/decisions/0013-keyboard-command.md.
      report: { suggested_key: { default: "Alt+Shift+Y" }, description: "__MSG_launcher_command__" },
    },
  }),
});
