import { z } from "zod";

/**
 * What an organisation's policy may hold, as the browser's own schema check sees it. It is loose on purpose: Chromium
 * drops a whole array for one bad item in it, without a word, so bounds and patterns are checked item by item in
 * `parse-policy.ts`, which can say what it refused. Only plain objects: Chromium does not load an extension whose
 * schema has `anyOf`, `additionalProperties: false`, or a property without a type.
 */
const managedSettings = z.object({
  endpoint: z
    .string()
    .optional()
    .describe("Base address of the collector. HTTPS; plain http only for localhost and 127.0.0.1."),
  sink: z
    .object({
      profile: z
        .string()
        .optional()
        .describe("collector: Earshot's own; ce-batch: a CloudEvents webhook; json: any address that takes JSON."),
      headers: z
        .array(z.object({ name: z.string().optional(), value: z.string().optional() }))
        .optional()
        .describe("Sent with every request to a webhook, such as a key of its own."),
    })
    .optional()
    .describe("Who stands at the endpoint. Webhooks only take reports: no answers, no pictures."),
  ingestToken: z.string().optional().describe("The organisation's token for sending reports."),
  sites: z
    .array(
      z.object({
        matches: z.array(z.string()).optional().describe("Match patterns, such as https://erp.example.com/*"),
        name: z.string().optional().describe("The name that people know it by."),
        purpose: z.string().optional().describe("What the business does with it."),
        owner: z.string().optional().describe("Who looks after it."),
        titles: z.boolean().optional().describe("false: the titles of its pages are not sent."),
      }),
    )
    .optional()
    .describe("The internal web tools that get the button."),
  reviewers: z
    .object({ token: z.string().optional().describe("Access token; deliver it to IT's own machines only.") })
    .optional()
    .describe("For the people who answer reports."),
  identity: z
    .object({
      mode: z
        .string()
        .optional()
        .describe("anonymous: never with a name; optional: the person decides; required: only with a name."),
      name: z
        .string()
        .optional()
        .describe("typed: by the person; profile: the form offers the address of the browser's account."),
    })
    .optional()
    .describe("Whether reports have a name."),
  capture: z
    .object({
      picture: z.string().optional().describe("off: never; ask: by the person's tick; on: with every named report."),
      selectors: texts("CSS selectors of what is black in pictures, such as .customer-name"),
      patterns: texts("Regular expressions (RE2) of what is black, such as KD-[0-9]{6}"),
      query: texts("Names of the query parameters of an address that are kept."),
      timings: z.boolean().optional().describe("false: how fast a page was is not sent."),
      elementText: z.boolean().optional().describe("false: the words on what was pointed at are not sent."),
    })
    .optional()
    .describe("What a report may carry of a page."),
  answers: z
    .object({
      jargon: z
        .array(
          z.object({
            word: z.string().optional().describe("A word that only IT knows."),
            say: z.string().optional().describe("What people understand instead."),
          }),
        )
        .optional()
        .describe("The organisation's own words that are marked while IT answers."),
    })
    .optional()
    .describe("How IT's answers should read."),
  notifications: z
    .object({
      cannotWork: z.boolean().optional().describe("false: IT is not told when somebody cannot do their work."),
      quietFrom: z.string().optional().describe("When quiet hours begin, such as 18:00"),
      quietTo: z.string().optional().describe("When they end, such as 07:30"),
      quietDays: texts("Days without notifications: mon, tue, wed, thu, fri, sat, sun"),
    })
    .optional()
    .describe("What reviewers are told of, and when not."),
});

function texts(what: string) {
  return z.array(z.string()).optional().describe(what);
}

/** The schema for `storage.managed_schema`, as text; `public/managed-schema.json` must be exactly this. */
export function managedSchemaJson(): string {
  const schema = z.toJSONSchema(managedSettings, { target: "draft-4", io: "input" });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
