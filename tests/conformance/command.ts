import { parseArgs } from "node:util";
import { readSetup } from "@/collector/cli/setup-file";
import { Broken } from "./clause";
import { runConformance, tableOf } from "./run";
import type { Fetch, Tokens } from "./world";

const USAGE = `Usage: npm run conformance -- https://collector.example.com --token INGEST_TOKEN [--session SESSION_TOKEN]
       npm run conformance -- --setup-file PATH

Tries a collector against the promises of docs/protocol.md, and prints a line for each. It files some reports about
https://conformance.example and takes them back in the end; better not try it on a collector that people use.
`;

export interface Out {
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Gives the exit code: 0 where every promise is kept, 1 where one is broken, 2 where nothing could be tried. */
export async function conformance(args: string[], { out, err }: Out, ask: Fetch = fetch): Promise<0 | 1 | 2> {
  const target = targetOf(args);
  if (target === null) {
    err(USAGE);
    return 2;
  }
  try {
    const done = await runConformance(target.endpoint, target.tokens, ask);
    out(tableOf(done));
    return done.results.some(({ outcome }) => outcome === "broken") ? 1 : 0;
  } catch (error) {
    const why = error instanceof Broken ? error.message : "nothing answers there";
    err(`The collector at ${target.endpoint} cannot be tried: ${why}.\n`);
    return 2;
  }
}

function targetOf(args: string[]): { endpoint: string; tokens: Tokens } | null {
  const given = parsed(args);
  if (!given) return null;
  const { values, positionals } = given;
  const path = values["setup-file"];
  const setup = path === undefined ? null : readSetup(path);
  const endpoint = positionals[0] ?? setup?.endpoint;
  const ingest = values.token ?? setup?.ingestToken;
  if (endpoint === undefined || !URL.canParse(endpoint) || ingest === undefined || positionals.length > 1) return null;
  return { endpoint, tokens: { ingest, session: values.session ?? setup?.reviewerToken ?? null } };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { token: { type: "string" }, session: { type: "string" }, "setup-file": { type: "string" } },
    });
  } catch {
    return null;
  }
}
