import { toBase64 } from "@/lib/platform/digest";

/** A picture as the form hands it over: bytes that begin as a WebP file does, different for each size. */
export function fakePicture(size = 400) {
  const bytes = new Uint8Array(size).fill(7);
  bytes.set(new TextEncoder().encode("RIFF\u0010\0\0\0WEBP"));
  return { base64: toBase64(bytes), type: "image/webp" as const, w: 40, h: 30 };
}
