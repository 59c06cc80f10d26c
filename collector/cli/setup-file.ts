import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { StartError } from "../start-error";
import { createCredentials } from "../tokens/credentials";
import type { TokenStore } from "../tokens/token-store";

/** What a first client needs: where the collector is, and one token of each kind. Readable by its owner alone. */
const setupSchema = z.object({
  endpoint: z.string(),
  ingestToken: z.string(),
  reviewerToken: z.string(),
  adminToken: z.string(),
});
export type Setup = z.infer<typeof setupSchema>;

const OWNER_ONLY = 0o600;

/** The file's content, or null where there is none or it is not ours. */
export function readSetup(path: string): Setup | null {
  try {
    return setupSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/**
 * Writes the setup file: with the tokens that it has as long as they are good in this database, so that a second
 * start finds what the first one handed out, else with new ones.
 */
export async function keepSetup(
  path: string,
  endpoint: string,
  tokens: TokenStore,
  reviewerName: string,
  now: () => Date,
): Promise<Setup> {
  const before = readSetup(path);
  const good = before !== null && (await areGood(before, tokens, now));
  const setup: Setup = good ? { ...before, endpoint } : { endpoint, ...(await newTokens(tokens, reviewerName)) };
  try {
    mkdirSync(dirname(path), { recursive: true });
    // Written beside it and moved: whoever waits for the file reads it whole.
    writeFileSync(`${path}.new`, `${JSON.stringify(setup, null, 2)}\n`, { mode: OWNER_ONLY });
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw new StartError(`The setup file ${path} cannot be written.`, { cause: error });
  }
  return setup;
}

async function newTokens(tokens: TokenStore, reviewerName: string): Promise<Omit<Setup, "endpoint">> {
  const create = async (kind: "ingest" | "reviewer" | "admin", name: string) =>
    (await tokens.create(kind, name, "setup")).token;
  return {
    ingestToken: await create("ingest", "first"),
    reviewerToken: await create("reviewer", reviewerName),
    adminToken: await create("admin", "first"),
  };
}

async function areGood(setup: Setup, tokens: TokenStore, now: () => Date): Promise<boolean> {
  const credentials = createCredentials(tokens, now);
  const found = await Promise.all(
    [setup.ingestToken, setup.reviewerToken, setup.adminToken].map((token) => credentials.ofHeader(`Bearer ${token}`)),
  );
  return found.every(({ kind }) => kind !== "none");
}
