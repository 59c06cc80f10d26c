import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkNode, prepare } from "./setup/dependencies.mjs";

const HELP = `npm start                 opens a browser with Earshot in it, an internal tool to try it on, and a collector
npm start -- --sample     the same with a year of a made-up company in it; kept apart from everything else
npm start -- --check      plays the whole main job without a window and says ok or not, step by step
                          with --sample: looks at the made-up company instead, and takes pictures of it

  --no-browser            serve only: open a browser yourself
  --data DIR              where everything is kept (default: .data, with --sample .data/sample)
  --port-tool N           the internal tool's port (default: 4310, or a free one)
  --port-collector N      the collector's port (default: 4311, or a free one)
  --help`;

checkNode();
const options = readOptions();
if (options.help) {
  console.log(HELP);
} else {
  const root = fileURLToPath(new URL("..", import.meta.url));
  prepare(root);
  // From here on TypeScript: tsx was just installed.
  await import("tsx");
  const { main } = await import("./start.ts");
  const exitCode = await main({
    root,
    check: options.check ?? false,
    sample: options.sample ?? false,
    browser: !options["no-browser"],
    data: options.data ?? null,
    toolPort: port("port-tool"),
    collectorPort: port("port-collector"),
  }).catch((error) => {
    console.error(error.message);
    return 1;
  });
  // Also ends what a failed start has left running.
  process.exit(exitCode);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        check: { type: "boolean" },
        sample: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        "no-browser": { type: "boolean" },
        data: { type: "string" },
        "port-tool": { type: "string" },
        "port-collector": { type: "string" },
      },
    }).values;
  } catch (error) {
    // Node adds advice on positional arguments that would only mislead here.
    return refuse(error.message.split(". ")[0]);
  }
}

function port(name) {
  if (options[name] === undefined) return null;
  const number = Number(options[name]);
  return Number.isInteger(number) && number > 0 && number < 65536 ? number : refuse(`--${name} is not a port number`);
}

function refuse(why) {
  console.error(`${why}. See npm start -- --help.`);
  process.exit(2);
}
