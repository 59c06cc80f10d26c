import { auditPageSchema } from "../audit/audit-trail";
import { z } from "zod";
import { collectorConfigSchema, sessionInfoSchema, signedInSchema } from "@/lib/protocol/collector-config";
import { changesPageSchema, reportDocSchema, threadDocSchema } from "@/lib/protocol/documents";
import { newsFileSchema } from "@/lib/protocol/digest";
import { EVENT_DATA, envelopeSchema } from "@/lib/protocol/event";
import { problemSchema } from "@/lib/protocol/problem";
import { receiptSchema } from "@/lib/protocol/receipt";
import { bucketFileSchema } from "@/lib/protocol/bucket-file";
import { TOKEN_KINDS } from "../tokens/token-store";

/** The shapes that have a name in the OpenAPI description, beside those of the protocol itself. */
const tokenInfoSchema = z.object({
  id: z.string(),
  kind: z.enum(TOKEN_KINDS),
  name: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  signedIn: z.boolean(),
});
export const createdTokenSchema = tokenInfoSchema.extend({ token: z.string() });
export const tokenListSchema = z.object({ tokens: z.array(tokenInfoSchema) });

/** What an event of each known type looks like; each is one of these, or of a type from the future. */
const knownEvents = Object.entries(EVENT_DATA).map(([type, data]) =>
  envelopeSchema.extend({ type: z.literal(type), data }),
);
const eventSchema = z.union([...knownEvents, envelopeSchema]);
export const batchSchema = z.array(eventSchema);

/** A receipt as our collector writes it: it also tells of items that no result can name. */
export const fullReceiptSchema = receiptSchema.extend({
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

export const statusSchema = z.object({ status: z.string() });

/** Names in `components/schemas`. */
export const NAMED: Readonly<Record<string, z.ZodType>> = {
  Config: collectorConfigSchema,
  Session: sessionInfoSchema,
  SignedIn: signedInSchema,
  Event: eventSchema,
  Receipt: fullReceiptSchema,
  Report: reportDocSchema,
  ChangesPage: changesPageSchema,
  Thread: threadDocSchema,
  KnownAnnoyances: bucketFileSchema,
  News: newsFileSchema,
  Token: tokenInfoSchema,
  CreatedToken: createdTokenSchema,
  AuditPage: auditPageSchema,
  Problem: problemSchema,
};
