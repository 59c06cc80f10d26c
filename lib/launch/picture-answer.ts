import { z } from "zod";
import type { PictureAnswer } from "@/entrypoints/picture-rects";
import type { CoverKind, NoPicture } from "@/lib/capture/picture/shot";

// What comes back from the page's process is looked at like everything from outside: a shape, and no more than that.
const length = z.number().min(-1e7).max(1e7);
const rect = z.strictObject({ x: length, y: length, w: length.nonnegative(), h: length.nonnegative() });
const size = z.number().positive().max(100_000);
const reasons: readonly NoPicture[] = ["not-in-front", "moving", "too-much", "failed"];
const kinds: readonly CoverKind[] = [
  "card",
  "iban",
  "email",
  "phone",
  "token",
  "password",
  "person-id",
  "pattern",
  "selector",
  "frame",
  "canvas",
  "video",
  "plugin",
  "text",
];

const answer = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    collected: z.strictObject({
      view: z.strictObject({ x: length, y: length, w: size, h: size }),
      covers: z.array(z.strictObject({ kind: z.enum(kinds), rects: z.array(rect).max(5000) })).max(5000),
    }),
    element: rect.nullable(),
  }),
  z.strictObject({ ok: z.literal(false), reason: z.enum(reasons) }),
]);

/** The answer of the injected script. What is not one counts as failed: no picture without what must be black in it. */
export function readPictureAnswer(raw: unknown): PictureAnswer {
  const parsed = answer.safeParse(raw);
  return parsed.success ? parsed.data : { ok: false, reason: "failed" };
}
