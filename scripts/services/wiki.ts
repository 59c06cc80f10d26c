import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WIKI_PAGES } from "./wiki-pages";
import { type ProcessGroup, startProcess, waitUntilServing } from "./process-group";

export interface Wiki {
  /** Origin without a trailing slash. */
  url: string;
  name: string;
  process: ProcessGroup;
}

/** Lays the wiki's folder out once; what people write in it later stays. */
function layOut(folder: string): void {
  if (existsSync(join(folder, "tiddlywiki.info"))) return;
  mkdirSync(join(folder, "tiddlers"), { recursive: true });
  writeFileSync(
    join(folder, "tiddlywiki.info"),
    JSON.stringify({
      description: "IT handbook",
      plugins: ["tiddlywiki/tiddlyweb", "tiddlywiki/filesystem"],
      themes: ["tiddlywiki/vanilla", "tiddlywiki/snowwhite"],
    }),
  );
  const pages = [
    ...WIKI_PAGES,
    { title: "$:/SiteTitle", tags: "", text: "Nordwind handbook" },
    { title: "$:/SiteSubtitle", tags: "", text: "How things work here" },
    { title: "$:/DefaultTiddlers", tags: "", text: "[[IT handbook]]" },
  ];
  for (const [index, { title, tags, text }] of pages.entries()) {
    writeFileSync(
      join(folder, "tiddlers", `page-${String(index).padStart(2, "0")}.tid`),
      `title: ${title}\ntags: ${tags}\ntype: text/vnd.tiddlywiki\n\n${text}\n`,
    );
  }
}

/** TiddlyWiki's server edition, a real internal tool that somebody else wrote, on the loopback address. */
export async function startWiki(options: { root: string; folder: string; port: number; log?: string }): Promise<Wiki> {
  layOut(options.folder);
  const process_ = startProcess({
    name: "The internal tool (TiddlyWiki)",
    command: process.execPath,
    args: [
      join(options.root, "node_modules/tiddlywiki/tiddlywiki.js"),
      options.folder,
      "--listen",
      "host=127.0.0.1",
      `port=${options.port}`,
    ],
    cwd: options.root,
    log: options.log,
  });
  const url = `http://127.0.0.1:${options.port}`;
  try {
    await waitUntilServing(process_, `${url}/status`);
  } catch (error) {
    await process_.kill();
    throw error;
  }
  return { url, name: "Nordwind handbook", process: process_ };
}
