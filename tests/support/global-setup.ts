import { fileURLToPath } from "node:url";
import { provideBrowser } from "@/scripts/browser/find";
import { buildExtension } from "@/scripts/build/extension";
import removeLeftOverPolicy from "./left-over-policy";

/** Builds what the suite drives, unless it is there already, and hands its place on to the workers. */
export default async function globalSetup(): Promise<void> {
  removeLeftOverPolicy();
  const root = fileURLToPath(new URL("../..", import.meta.url));
  process.env["EARSHOT_BROWSER"] = provideBrowser(root).path;
  // A build that was made by hand is taken as it is.
  process.env["EARSHOT_EXTENSION"] ??= (await buildExtension(root, "e2e")).folder;
}
