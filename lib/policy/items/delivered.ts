import { isPolicyKey } from "../keys";
import { isUnset, type Refuse } from "./refusals";

const MOST = 100;

/**
 * `delivered` names the keys that whoever wrote the policy has set. A browser drops a key with a value of the wrong type
 * without a word; only by this list it can be told from one that was never set.
 */
export function nameUndelivered(value: unknown, arrived: Record<string, unknown>, refuse: Refuse): void {
  if (isUnset(value)) return;
  if (!Array.isArray(value)) return refuse("delivered", "wrong-shape", value);
  if (value.length > MOST) refuse(`delivered[${MOST}]`, "too-many", value[MOST]);
  for (const [index, name] of value.slice(0, MOST).entries()) {
    if (typeof name !== "string") refuse(`delivered[${index}]`, "wrong-shape", name);
    // What this version has no schema for the browser drops in any case, whatever it is.
    else if (!isPolicyKey(name)) refuse(name.slice(0, MOST), "not-known", "");
    else if (!Object.hasOwn(arrived, name)) refuse(name, "not-delivered", "");
  }
}
