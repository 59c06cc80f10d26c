import type { z } from "zod";
import { auditPageSchema } from "../audit/audit-trail";
import { StartError } from "../start-error";
import { createdTokenSchema, tokenListSchema } from "../http/schemas";
import type { Remote } from "./options";
import type { TokenDesk } from "./token";

const TIMEOUT_MS = 20_000;

/** Tokens by way of a running collector, with an admin's token. */
export function remoteTokens({ endpoint, adminToken }: Remote): TokenDesk {
  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(new URL(path, endpoint), {
      method,
      headers: { Authorization: `Bearer ${adminToken}`, "Content-Type": "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new StartError(`No collector answers at ${endpoint}.`, { cause: error });
    });
    if (response.status === 401) throw new StartError("The collector does not know this admin token.");
    if (response.status === 403) throw new StartError("This token is not an admin's.");
    return response;
  }

  async function read<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
    const parsed = schema.safeParse(await response.json().catch(() => null));
    if (!response.ok || !parsed.success) {
      throw new StartError(`What answers at ${endpoint} is not an Earshot collector (status ${response.status}).`);
    }
    return parsed.data;
  }

  return {
    create: async (kind, name) => read(await ask("POST", "/v1/admin/tokens", { kind, name }), createdTokenSchema),
    list: async () => (await read(await ask("GET", "/v1/admin/tokens"), tokenListSchema)).tokens,
    revoke: async (id) => (await ask("DELETE", `/v1/admin/tokens/${encodeURIComponent(id)}`)).status === 204,
    async audit(before, limit) {
      const query = new URLSearchParams({ limit: String(limit), ...(before !== null && { before }) });
      return read(await ask("GET", `/v1/admin/audit?${query}`), auditPageSchema);
    },
    close: () => Promise.resolve(),
  };
}
