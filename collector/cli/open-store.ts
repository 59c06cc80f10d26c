import { openPglite, type PgliteFolder } from "../store/open-pglite";
import { openPostgres } from "../store/open-postgres";
import type { StoreOptions } from "./options";

export async function openStore({ databaseUrl, data }: StoreOptions): Promise<PgliteFolder> {
  if (databaseUrl !== null) return { db: await openPostgres(databaseUrl), recovery: null, copyTo: null };
  return openPglite(data);
}
