import { fileURLToPath } from "node:url";
import { checkNode, prepare } from "./setup/dependencies.mjs";

checkNode();
const root = fileURLToPath(new URL("..", import.meta.url));
const startedAt = Date.now();
prepare(root);
const installMs = Date.now() - startedAt;
await import("tsx");
const { main } = await import("./test.ts");
process.exit(await main({ root, installMs, only: process.argv.slice(2) }));
