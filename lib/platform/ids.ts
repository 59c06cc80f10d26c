import { v4, v7 } from "uuid";

/** UUIDs of version 7 tell their time of making; those of version 4 tell nothing, and anonymous events need that. */
export interface Ids {
  ordered(): string;
  random(): string;
}

export const systemIds: Ids = { ordered: () => v7(), random: () => v4() };
