import type { Policy } from "./policy";

const NAMES_ONE = /^(\*|https?):\/\/([^/*]+?)(?::\*)?\//i;

/**
 * The origins that the policy's patterns name, without those of hosts with a star: from them nobody can tell which
 * hosts there are. A pattern for any scheme names two, one for any port the usual one.
 */
export function originsOf({ sites }: Pick<Policy, "sites">): string[] {
  const origins = sites.flatMap(({ matches }) =>
    matches.flatMap((text) => {
      const [, scheme, host] = NAMES_ONE.exec(text) ?? [];
      if (scheme === undefined || host === undefined) return [];
      const schemes = scheme === "*" ? ["https", "http"] : [scheme];
      return schemes.map((one) => `${one}://${host}`).filter((address) => URL.canParse(address));
    }),
  );
  return [...new Set(origins.map((address) => new URL(address).origin))];
}
