import { isPolicyKey, POLICY_KEYS } from "./keys";
import type { KeyState, RefusedItem } from "./policy";

/**
 * What became of each key of a policy: of those that arrived, and of those that `delivered` names. In the order of the
 * schema, what this version does not know last. Values are not in it.
 */
export function keyStates(arrived: Record<string, unknown>, refused: readonly RefusedItem[]): KeyState[] {
  const dropped = refused.flatMap(({ place, reason }) => (reason === "not-delivered" ? [place] : []));
  const names = [...new Set([...Object.keys(arrived), ...dropped])];
  const known = POLICY_KEYS.filter((key) => names.includes(key));
  const states = known.map((key): KeyState => ({ key, state: stateOf(key, refused) }));
  const unknown = names.filter((key) => !isPolicyKey(key)).toSorted();
  return [...states, ...unknown.map((key): KeyState => ({ key, state: "unknown" }))];
}

function stateOf(key: string, refused: readonly RefusedItem[]): KeyState["state"] {
  const own = refused.filter(({ place }) => place.split(/[.[]/)[0] === key);
  if (own.some(({ reason }) => reason === "not-delivered")) return "dropped";
  if (own.some(({ place }) => place === key)) return "refused";
  return own.length > 0 ? "partly" : "used";
}
