#!/usr/bin/env node
// Who may import whom: writes the table below into .oxlintrc.json as one override a room.
// `node scripts/import-table.mjs` writes, `--check` only says whether the file is what the table makes.
// Types may come from anywhere, since they leave nothing in a bundle; the table is about what runs.
import { readFileSync, writeFileSync } from "node:fs";

/** Rooms with their files. A file belongs to one room only, since a later override replaces an earlier one. */
const ROOMS = {
  "lib/platform": ["lib/platform/**"],
  "lib/protocol": ["lib/protocol/**"],
  "lib/reports": ["lib/reports/**"],
  "lib/impact": ["lib/impact/**"],
  "lib/likeness": ["lib/likeness/**"],
  "lib/capture": ["lib/capture/**"],
  "lib/policy": ["lib/policy/**"],
  "lib/database": ["lib/database/**"],
  "lib/copies": ["lib/copies/**"],
  "lib/outbox": ["lib/outbox/**"],
  "lib/sync": ["lib/sync/**"],
  "lib/inbox": ["lib/inbox/**"],
  "lib/notice": ["lib/notice/**"],
  "lib/answers": ["lib/answers/**"],
  "lib/known": ["lib/known/**"],
  "lib/launch": ["lib/launch/**"],
  "lib/messaging/client": ["lib/messaging/client.ts"],
  "lib/messaging/server": ["lib/messaging/*.ts", "!lib/messaging/client.ts"],
  components: ["components/**"],
  "entrypoints/in-page": [
    "entrypoints/launcher.content/**",
    "entrypoints/launcher-menu/**",
    "entrypoints/picker/**",
    "entrypoints/highlight/**",
    "entrypoints/picture-rects/**",
    "entrypoints/page-context.ts",
    "entrypoints/panel-early.ts",
  ],
  "entrypoints/panel": ["entrypoints/panel/**"],
  "entrypoints/popup": ["entrypoints/popup/**"],
  "entrypoints/options": ["entrypoints/options/**"],
  "entrypoints/sheet": ["entrypoints/sheet/**"],
  "entrypoints/background": ["entrypoints/background/**"],
  collector: ["collector/**"],
};

/** Libraries that only some rooms may run. */
const LIBRARIES = {
  dexie: ["dexie", "dexie/**"],
  zod: ["zod", "zod/**"],
  react: ["react", "react/**", "react-dom", "react-dom/**", "@base-ui/react", "@base-ui/react/**", "lucide-react/**"],
  server: [
    "hono",
    "hono/**",
    "@hono/**",
    "pg",
    "@electric-sql/**",
    "rate-limiter-flexible",
    "prom-client",
    "openid-client",
    "node:*",
  ],
  browser: ["wxt/browser", "#i18n"],
  charts: ["d3-scale"],
};

/** Nobody's: by the index whoever imports one icon seems to need all of them, and the build cannot tell whose they are. */
const NOBODYS = [{ name: "lucide-react", message: "Import icons one by one: lucide-react/icons/heart." }];

const TABLE = {
  "lib/platform": ["browser"],
  "lib/protocol": ["zod"],
  "lib/reports": ["lib/protocol"],
  "lib/impact": ["lib/protocol", "lib/reports"],
  "lib/likeness": ["lib/protocol"],
  "lib/capture": [],
  "lib/policy": ["zod", "lib/protocol"],
  "lib/database": ["dexie", "lib/protocol"],
  "lib/outbox": ["lib/database", "lib/protocol", "lib/reports"],
  "lib/copies": ["lib/database", "lib/reports"],
  "lib/sync": ["lib/protocol", "lib/policy", "lib/outbox", "lib/database", "lib/copies"],
  "lib/inbox": ["lib/database", "lib/protocol", "lib/reports", "lib/likeness", "lib/copies"],
  "lib/notice": ["lib/database", "lib/inbox", "lib/outbox", "lib/reports"],
  "lib/answers": [],
  "lib/known": ["lib/database", "lib/outbox", "lib/likeness", "lib/reports"],
  "lib/launch": ["browser", "zod", "lib/protocol", "lib/capture", "lib/messaging/server", "lib/policy", "lib/database"],
  "lib/messaging/client": ["browser"],
  "lib/messaging/server": ["browser", "zod", "lib/protocol"],
  components: ["react", "browser", "lib/capture"],
  "entrypoints/in-page": ["browser", "lib/messaging/client", "lib/capture"],
  "entrypoints/panel": ["react", "browser", "components", "lib/messaging/client", "lib/capture", "lib/reports"],
  "entrypoints/popup": [
    "react",
    "charts",
    "browser",
    "components",
    "lib/messaging/client",
    "lib/impact",
    "lib/inbox",
    "lib/known",
    "lib/answers",
    "lib/outbox",
    "lib/policy",
    "lib/reports",
    "lib/database",
    "lib/protocol",
  ],
  "entrypoints/options": ["react", "browser", "components", "lib/messaging/client", "lib/policy"],
  "entrypoints/sheet": ["react", "browser", "components", "lib/messaging/client", "lib/policy"],
  "entrypoints/background": ["browser", ...Object.keys(ROOMS).filter((room) => room.startsWith("lib/"))],
  collector: ["server", "zod", "lib/protocol", "lib/reports", "lib/impact"],
};

/** What a room's files look like from an import statement. */
const importsOf = (room) => {
  if (room === "lib/messaging/client") return ["@/lib/messaging/client"];
  if (room === "lib/messaging/server") return ["@/lib/messaging/server"];
  return [`@/${room}`, `@/${room}/**`];
};

const override = (room) => {
  const allowed = new Set([room, "lib/platform", ...TABLE[room]]);
  const rooms = Object.keys(ROOMS).filter((other) => !allowed.has(other));
  const libraries = Object.entries(LIBRARIES).filter(([name]) => !allowed.has(name));
  return {
    files: ROOMS[room].filter((glob) => !glob.startsWith("!")),
    excludeFiles: [
      "**/*.test.ts",
      "**/*.test.tsx",
      ...ROOMS[room].filter((g) => g.startsWith("!")).map((g) => g.slice(1)),
    ],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: NOBODYS,
          patterns: [
            {
              group: rooms.flatMap(importsOf),
              allowTypeImports: true,
              message: `${room} may not run this: see the import table in scripts/import-table.mjs.`,
            },
            {
              group: libraries.flatMap(([, names]) => names),
              allowTypeImports: true,
              message: `${room} may not run this library: see the import table in scripts/import-table.mjs.`,
            },
            { group: ["../../*", "../../**"], message: "Reach across rooms by @/, so that a move is seen." },
          ].filter((pattern) => pattern.group.length > 0),
        },
      ],
    },
  };
};

const path = new URL("../.oxlintrc.json", import.meta.url);
const current = readFileSync(path, "utf8");
const config = JSON.parse(current);
const own = config.overrides.filter((entry) => !("no-restricted-imports" in entry.rules));
const wanted = { ...config, overrides: [...own, ...Object.keys(ROOMS).map(override)] };
const same = JSON.stringify(config) === JSON.stringify(wanted);

if (process.argv.includes("--check")) {
  if (!same) {
    console.error("The import table and .oxlintrc.json differ: run node scripts/import-table.mjs");
    process.exit(1);
  }
} else if (!same) {
  writeFileSync(path, `${JSON.stringify(wanted, null, 2)}\n`);
}
