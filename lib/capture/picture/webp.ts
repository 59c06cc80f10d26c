/** Chunks with pixels in them; EXIF, XMP, colour profiles and whatever is not known are none of these. */
const PIXELS = /^(?:VP8 |VP8L|ALPH)$/;

/**
 * Whether these bytes are a WebP file (RIFF container, RFC 9649) with nothing in it but pixels. The extended header
 * VP8X is allowed when it announces nothing but transparency.
 */
export function isBareWebp(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 20 || name(0) !== "RIFF" || name(8) !== "WEBP") return false;
  if (view.getUint32(4, true) + 8 !== bytes.length) return false;
  let hasPixels = false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const chunk = name(at);
    const length = view.getUint32(at + 4, true);
    if (chunk === "VP8X") {
      if (length !== 10 || ((bytes[at + 8] ?? 0xff) & ~0x10) !== 0) return false;
    } else if (PIXELS.test(chunk)) hasPixels ||= chunk !== "ALPH";
    else return false;
    at += 8 + length + (length % 2);
  }
  return hasPixels && at === bytes.length;
}
