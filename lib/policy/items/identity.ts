import { IDENTITY_MODES, NAME_SOURCES } from "../choices";
import type { Identity } from "../policy";
import { readChoice } from "./values";
import { record } from "./record";
import { isUnset, type Refuse } from "./refusals";

export function readIdentity(value: unknown, refuse: Refuse): Identity {
  const parsed = record.safeParse(value);
  if (!isUnset(value) && !parsed.success) refuse("identity", "wrong-shape", value);
  const { mode, name } = parsed.data ?? {};
  return {
    mode: readChoice(mode, "identity.mode", IDENTITY_MODES, "optional", refuse),
    name: readChoice(name, "identity.name", NAME_SOURCES, "typed", refuse),
  };
}
