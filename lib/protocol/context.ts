import { z } from "zod";
import { plainText } from "./text";

const ms = z.number().nonnegative().finite();

/** What the browser had recorded of the page, in milliseconds; `cls` is the unitless layout shift score. */
export const timingsSchema = z.object({
  ttfb: ms.optional(),
  load: ms.optional(),
  lcp: ms.optional(),
  inp: ms.optional(),
  longTasks: ms.optional(),
  cls: z.number().nonnegative().finite().optional(),
});

const quoteSchema = z.object({
  prefix: plainText(64),
  exact: plainText(120),
  suffix: plainText(64),
});

/** The element that the person pointed at. `name` and `quote` only for controls and headings. */
export const elementSchema = z.object({
  role: plainText(60),
  name: plainText(120).optional(),
  within: plainText(200).optional(),
  css: z.string().max(500).optional(),
  quote: quoteSchema.optional(),
});

/**
 * The page that a report is about. `origin` is scheme, host and port; `path` has its ids templated (`/orders/{id}`)
 * and may end in a hash route (`#/orders/{id}`). Everything but `origin` can be left out by the person.
 */
export const contextSchema = z.object({
  origin: z
    .string()
    .max(300)
    .regex(/^https?:\/\/[^/\s?#]+$/),
  path: plainText(512).optional(),
  query: z.record(z.string().max(100), plainText(200)).optional(),
  exactPath: plainText(2048).optional(),
  title: plainText(200).optional(),
  site: plainText(120).optional(),
  element: elementSchema.optional(),
  timings: timingsSchema.optional(),
  failedRequests: z
    .array(z.object({ path: plainText(512), status: z.number().int().min(0).max(999) }))
    .max(10)
    .optional(),
  browser: plainText(60).optional(),
  os: plainText(60).optional(),
  viewport: z
    .string()
    .regex(/^\d{1,5}x\d{1,5}$/)
    .optional(),
  zoom: z.number().positive().max(10).optional(),
  locale: z.string().max(35).optional(),
});

export type PageContext = z.infer<typeof contextSchema>;
export type Timings = z.infer<typeof timingsSchema>;
