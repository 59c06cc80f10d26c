import { shortText } from "./short-text";

const LONGEST_VALUE = 200;

/**
 * The parameters that policy names, of an address's query and of the query behind its hash route (`#/orders?view=open`);
 * several of one name are joined. Everything else of a query is dropped. What looks private in a value is hidden.
 */
export function namedQuery(search: string, hash: string, names: readonly string[]): Record<string, string> | undefined {
  const inRoute = /^#!?\//.test(hash) ? (hash.split("?").slice(1).join("?") ?? "") : "";
  const all = [...new URLSearchParams(search), ...new URLSearchParams(inRoute)];
  const kept = names.flatMap((name): [string, string][] => {
    const values = all.filter(([key, value]) => key === name && value !== "").map(([, value]) => value);
    return values.length > 0 ? [[name, shortText(values.join(", "), LONGEST_VALUE)]] : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
