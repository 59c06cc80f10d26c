import { describe, expect, it } from "vitest";
import { bareWebp } from "./webp";

const text = (letters: string) => [...new TextEncoder().encode(letters)];
const number = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];
const chunk = (name: string, ...bytes: number[]) => [
  ...text(name),
  ...number(bytes.length),
  ...bytes,
  ...(bytes.length % 2 ? [0] : []),
];
const file = (...chunks: number[][]) => {
  const body = [...text("WEBP"), ...chunks.flat()];
  return new Uint8Array([...text("RIFF"), ...number(body.length), ...body]);
};

describe("a WebP file without metadata", () => {
  const pixels = chunk("VP8 ", 1, 2, 3);
  const bare = file(pixels);

  it("stays as it is when there is none", () => expect(bareWebp(bare)).toEqual(bare));

  it("loses profile, EXIF, XMP and what nobody knows", () => {
    const full = file(
      chunk("VP8X", 0x2c, 0, 0, 0, 1, 0, 0, 1, 0, 0),
      chunk("ICCP", ...text("Some Display of Jane")),
      pixels,
      chunk("EXIF", ...text("GPS")),
      chunk("XMP ", ...text("<x:xmpmeta/>")),
      chunk("abcd", 9),
    );
    expect(bareWebp(full)).toEqual(bare);
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a PNG", new Uint8Array([0x89, ...text("PNG"), ...Array.from<number>({ length: 40 })])],
    ["one without pixels", file(chunk("EXIF", 1, 2))],
    ["one with transparency beside it", file(chunk("ALPH", 1), pixels)],
    ["an animation", file(chunk("ANIM", 1), chunk("ANMF", 1))],
    ["two pictures", file(pixels, pixels)],
    ["one that is cut off", bare.subarray(0, bare.length - 2)],
    ["one with something behind it", new Uint8Array([...bare, 1, 2])],
    ["a chunk that is longer than the file", file([...text("VP8 "), ...number(9999), 1, 2])],
  ])("refuses %s", (_, bytes) => expect(bareWebp(bytes)).toBeNull());
});
