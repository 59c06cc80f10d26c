import type { Deployment } from "../describe";
import { asJson, type KitFile } from "../kit-file";

/** For the field "Policy for extensions" of Google's Admin console, which wants each value below the word `Value`. */
export function googleAdminFiles({ policy }: Deployment): KitFile[] {
  const values = Object.entries(policy).map(([key, value]) => [key, { Value: value }]);
  return [{ path: "google-admin/policy-for-extension.json", content: asJson(Object.fromEntries(values)) }];
}
