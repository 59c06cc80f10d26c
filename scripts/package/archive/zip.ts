import { type Zippable, zipSync } from "fflate";

/** Files of an extension by their paths, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The first moment that a zip can name, by the local clock that it is written in: the same bytes in every time zone. */
const FIRST_MOMENT = () => new Date(1980, 0, 1);
const PLAIN_FILE = 0o644;
const SHIFT_OF_MODE = 16;
const UNIX = 3;

/**
 * The same bytes for the same files, whenever, wherever and by whomever it is packed: sorted, without times and rights,
 * and compressed by a library in JavaScript, since Node's own zlib gives other bytes in other versions.
 */
export function zipFiles(files: Files): Uint8Array {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const options = { level: 9, mtime: FIRST_MOMENT(), os: UNIX, attrs: PLAIN_FILE << SHIFT_OF_MODE } as const;
  const entries = sorted.map(([path, bytes]): [string, Zippable[string]] => [path, [bytes, options]]);
  return zipSync(Object.fromEntries(entries));
}
