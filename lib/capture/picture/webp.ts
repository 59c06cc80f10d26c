const HEADER = 12;

/**
 * A WebP file (RIFF container, RFC 9649) with nothing in it but the pixels of these bytes: one `VP8 ` or `VP8L` chunk.
 * Chromium puts a colour profile into every file; EXIF, XMP and whatever else there is goes the same way. null where
 * the bytes are no such file, or one whose pixels are spread over several chunks (transparency, animation).
 */
export function bareWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < HEADER + 8 || name(0) !== "RIFF" || name(8) !== "WEBP") return null;
  if (view.getUint32(4, true) + 8 !== bytes.length) return null;
  let pixels: Uint8Array | null = null;
  let at = HEADER;
  while (at + 8 <= bytes.length) {
    const chunk = name(at);
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (next > bytes.length || /^(?:ALPH|ANIM|ANMF)$/.test(chunk)) return null;
    if (/^VP8[ L]$/.test(chunk)) {
      if (pixels) return null;
      pixels = bytes.subarray(at, next);
    }
    at = next;
  }
  return pixels && at === bytes.length ? wrap(pixels) : null;
}

function wrap(chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(HEADER + chunk.length);
  const ascii = new TextEncoder();
  file.set(ascii.encode("RIFF"), 0);
  new DataView(file.buffer).setUint32(4, file.length - 8, true);
  file.set(ascii.encode("WEBP"), 8);
  file.set(chunk, HEADER);
  return file;
}
