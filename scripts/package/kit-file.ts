/** A file of the kit; `path` is inside the output folder, with `/`. */
export interface KitFile {
  path: string;
  content: string | Uint8Array;
}

/** What a policy may hold. */
export type PolicyValue = string | number | boolean | PolicyValue[] | { [key: string]: PolicyValue };
export type PolicyValues = Record<string, PolicyValue>;

export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
