import { managedSchema, type SchemaNode } from "@/lib/policy/managed-schema";
import type { PolicyValue, PolicyValues } from "../kit-file";

/** How an administrative template asks for a setting. `json`: a list of groups, as one text. */
type Control = "text" | "switch" | "lines" | "json";

/** A setting of the group policy editor: one key of the policy. */
export interface TemplateSetting {
  /** `capture.patterns` */
  key: string;
  /** The registry key below that of the extension's policy, "" for none, and the value's name in it. */
  group: string;
  valueName: string;
  control: Control;
  what: string;
  without: string;
}

/** Every key of the schema, one by one: a template has no groups of values. */
export function templateSettings(): TemplateSetting[] {
  return Object.entries(managedSchema().properties ?? {}).flatMap(([name, node]) =>
    node.properties
      ? Object.entries(node.properties).map(([inner, child]) => settingOf(child, inner, name))
      : [settingOf(node, name, "")],
  );
}

function settingOf(node: SchemaNode, valueName: string, group: string): TemplateSetting {
  return {
    key: group === "" ? valueName : `${group}.${valueName}`,
    group,
    valueName,
    control: controlOf(node),
    what: plain(node.description ?? ""),
    without: plain(node.without ?? ""),
  };
}

function controlOf({ type, items }: SchemaNode): Control {
  if (type === "boolean") return "switch";
  if (type === "array") return items?.type === "string" ? "lines" : "json";
  return type === "object" ? "json" : "text";
}

/** The descriptions are written for docs/policy.md: without its marks here. */
function plain(text: string): string {
  return text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "");
}

/** What policy has for a setting; undefined where it is not set. */
export function valueOf(policy: PolicyValues, { group, valueName }: TemplateSetting): PolicyValue | undefined {
  const holder = group === "" ? policy : policy[group];
  if (typeof holder !== "object" || Array.isArray(holder)) return undefined;
  return Object.hasOwn(holder, valueName) ? holder[valueName] : undefined;
}
