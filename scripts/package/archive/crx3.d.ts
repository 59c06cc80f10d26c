/** The package has no types of its own; this is the one way in which we use it. */
declare module "crx3" {
  import type { Readable } from "node:stream";

  /** Writes `crxPath`: the zip behind a header with its signature. The key must be there: else a new one is made. */
  export default function crx3(
    zip: Readable,
    options: { crxPath: string; keyPath: string },
  ): Promise<{ appId: string }>;
}
