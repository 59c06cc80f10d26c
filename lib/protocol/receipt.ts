import { z } from "zod";
import { problemSchema } from "./problem";

/** A feed position: a decimal integer as a string, since it may pass 2^53. */
export const seqSchema = z.string().regex(/^\d{1,19}$/);

const receiptItemSchema = z.object({
  id: z.uuid(),
  /** `accepted` and `duplicate` are durable; `rejected` is final for this event; `retry` is for this event alone. */
  status: z.enum(["accepted", "duplicate", "rejected", "retry"]),
  seq: seqSchema.optional(),
  problem: problemSchema.optional(),
  /** Seconds. */
  retryAfter: z.number().nonnegative().max(86_400).optional(),
});
export type ReceiptItem = z.infer<typeof receiptItemSchema>;

/** The collector's acknowledgement of a batch: what it lists as accepted or duplicate is committed. */
export const receiptSchema = z.object({
  epoch: z.uuid(),
  head: seqSchema,
  results: z.array(receiptItemSchema),
  wantBlobs: z.array(z.string().regex(/^[0-9a-f]{64}$/)).default([]),
});
export type Receipt = z.infer<typeof receiptSchema>;
