/** The pictures that are taken in, by what they begin with: a name or a header can say anything. */
export const MEDIA = ["image/webp", "image/jpeg", "image/png"] as const;
export type Media = (typeof MEDIA)[number];

/** What the bytes are, or null for no picture of ours. */
export function mediaOf(bytes: Uint8Array): Media | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "image/webp";
  if (head.startsWith("\xFF\xD8\xFF")) return "image/jpeg";
  return head.startsWith("\x89PNG\r\n\x1A\n") ? "image/png" : null;
}
