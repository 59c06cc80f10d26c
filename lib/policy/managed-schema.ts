import { z } from "zod";

/**
 * What an organisation's policy may hold, as the browser's own schema check sees it. It is loose on purpose: Chromium
 * drops a whole array for one bad item in it, without a word, so bounds and patterns are checked item by item in
 * `parse-policy.ts`, which can say what it refused. Only plain objects: Chromium does not load an extension whose
 * schema has `anyOf`, `additionalProperties: false`, or a property without a type.
 */
const managedSettings = z.object({
  endpoint: text(
    "the collector's base address. HTTPS; plain `http` only for `localhost` and `127.0.0.1`. No user, query or fragment; a webhook's whole address, with its query",
    "nothing leaves the computer",
  ),
  sink: group("Who stands at the endpoint. Webhooks only take reports: no answers, no pictures.", {
    profile: text(
      "who stands at the endpoint. `collector`: Earshot's own. `ce-batch`: a CloudEvents webhook in batched mode. `json`: any address that takes a JSON array by POST. A word that is not known sends nothing anywhere; see [webhooks](#webhooks)",
      "`collector`",
    ),
    headers: list(
      "headers that go with every request to a webhook, at most 20",
      "none",
      z.object({
        name: text(
          "such as `aeg-sas-key` or `Authorization`; none that browsers or Earshot set by themselves",
          "the header is refused",
        ),
        value: text("visible ASCII characters and blanks, at most 2,000", "the header is refused"),
      }),
    ),
  }),
  ingestToken: text(
    "the organisation's token for sending reports; see [collector](collector.md). At most 500 visible ASCII characters",
    "the collector refuses, and reports wait",
  ),
  moveWaiting: onOff(
    "`true`: reports that wait for another receiver, and that it has not acknowledged, go to the one in force, for instance after the collector has moved for good. Such a report may then be in both. The sheet for employees says it. See [below](#another-address)",
    "what was written for one receiver never goes to another: it is set aside and comes back with it",
  ),
  sites: list(
    "the internal tools that get the button, at most 1,000 with at most 2,000 patterns together",
    "no button anywhere",
    z.object({
      matches: list(
        "match patterns, at least one: `https://erp.example.com/*`, `*://*.intra.example.com/app/*`. Scheme, host and path are all needed; a port is allowed",
        "the site is refused",
      ),
      name: text("what people call the tool, at most 120 characters; shown in reports", "the site is refused"),
      names: list(
        "what it is called in other languages, at most 20. People see it in theirs; reports carry `name`, so that IT sees one tool as one",
        "`name`, in all languages",
        z.object({
          language: text("the language of the browser for which it counts: `en`, `de`, `pt-BR`", "the name is refused"),
          text: text("at most 120 characters", "the name is refused"),
        }),
      ),
      purpose: text("what the business does with it, at most 300 characters", ""),
      owner: text("who looks after it, at most 120 characters", ""),
      titles: onOff(
        "`false`: the titles of its pages are not sent, for tools whose titles name customers or cases",
        "titles are sent, with what looks private blacked out",
      ),
      launcher: onOff(
        "`false`: no button in its pages. People reach the form by the context menu, the keyboard and the popup",
        "the button is there",
      ),
      corner: text(
        "where the button is in its pages until a person drags it elsewhere; words as for `button.corner`. For at most 40 sites; seen when a page is loaded anew",
        "`button.corner`",
      ),
    }),
  ),
  button: group("How the button looks, and where it is.", {
    labels: list(
      "what the button is called, in one language or several. At most 20",
      "`This annoys me`, in the person's language",
      z.object({
        language: text(
          "the language of the browser for which it counts: `en`, `de`, `pt-BR`. The first label counts for all others",
          "the label is refused",
        ),
        text: text("at most 40 characters", "the label is refused"),
      }),
    ),
    corner: text(
      "where the button is until a person drags it elsewhere: `bottom-right`, `bottom-left`, `top-right`, `top-left`",
      "`bottom-right`",
    ),
    colour: text(
      "the button's colour, in light and dark alike: `#` and six hexadecimal digits, such as `#7a1fa2`. What stands on it is black or white, whichever reads better",
      "Earshot's own, one for light and one for dark",
    ),
  }),
  reviewers: group("For the people who answer reports.", {
    signIn: text(
      "how they are known. `token`: by `token` below. `oidc`: the popup has a button, `Sign in`, which leads to your own sign-in by way of the collector, where that is set up for it; `token` is not used then. `off`: nobody answers from this browser",
      "`token`",
    ),
    token: text(
      "a reviewer's access token. Deliver it to IT's own machines only: whoever opens `chrome://policy` there can read it",
      "no Inbox and no Impact, unless pasted in the options page",
    ),
  }),
  identity: group("Whether reports have a name.", {
    mode: text(
      "`anonymous`: reports never have a name. `optional`: the person decides each time. `required`: a report has to have a name, and the form asks for it",
      "`optional`",
    ),
    name: text(
      "where the name comes from. `typed`: the person types it once. `profile`: the form also offers the address of the browser's own account (Chromium, Chrome and Edge; the browser asks the person the first time). The person sees it and can change it",
      "`typed`",
    ),
  }),
  capture: group("What a report may carry of a page.", {
    picture: text(
      "`off`: no pictures at all. `ask`: by the person's tick. `on`: one is taken when the form opens in a page after a click, unless the report goes without a name; the person sees it and can take it out",
      "`ask`",
    ),
    selectors: list(
      "CSS selectors of what is black in pictures as a whole: `.customer-name`, `table.orders td:nth-child(3)`, `[data-private]`. At most 100; below is what they may be made of",
      "what Earshot finds by itself",
    ),
    patterns: list(
      "regular expressions of texts that are the organisation's own: `KD-[0-9]{6}`. Black in pictures, in titles and in all else that is said about a page, and marked in what people write. At most 50; see below",
      "what Earshot finds by itself",
    ),
    query: list(
      "names of query parameters that are sent (`view` keeps `?view=open`, also behind a hash route). At most 50",
      "everything behind the question mark is dropped",
    ),
    timings: onOff("`false`: how fast the page was is not sent", "sent"),
    elementText: onOff(
      "`false`: of what a person pointed at only its kind and its place in the page are sent, no word on it or around it",
      "the words of controls and headings are sent",
    ),
  }),
  answers: group("How IT's answers should read.", {
    jargon: list(
      "words of the organisation that only IT knows: they are marked while IT answers. At most 500",
      "what Earshot knows by itself",
      z.object({
        word: text("such as `PROMETHEUS`, at most 80 characters", "the word is refused"),
        say: text(
          "what people understand instead, at most 120 characters; offered with one press",
          "the word is marked only",
        ),
      }),
    ),
  }),
  notifications: group("What people and reviewers are told of, and when not.", {
    answers: onOff(
      "`false`: people get no notification when IT has answered what they said. Where it is on, each of them can switch it off for themselves",
      "on",
    ),
    cannotWork: onOff(
      "`false`: reviewers get no notification when somebody says that they cannot do their work. Where it is on, each of them can switch it off for themselves",
      "on",
    ),
    quietFrom: text(
      "when quiet hours begin, such as `18:00`, by the clock of the computer; may be later than their end. Both ends are needed",
      "no quiet hours",
    ),
    quietTo: text(
      "when they end, such as `07:30`. What came in quiet hours and still waits, or is still unread, is told then, in one notification",
      "no quiet hours",
    ),
    quietDays: list("days without notifications: `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`", "none"),
  }),
  sharedDevice: onOff(
    "`true`: a computer that many people use under one profile. What somebody says goes at once, also without a name; words, picture, draft, the name and the key to the conversation are deleted with the receipt, so there is no `My reports` and nobody is answered there. A value that is no yes/no counts as `true`",
    "off",
  ),
  impact: group("How Impact counts.", {
    hourlyRate: number(
      "what an hour of people's time is worth, such as `42.5`. Impact then shows hours in money too; needs `impact.currency`",
      "hours stay hours",
    ),
    currency: text("of the hourly rate: its three letters of ISO 4217, such as `EUR`", "hours stay hours"),
    threshold: number(
      "under so many people no figure is broken down: it is hidden, and with it what it could be worked out from. A whole number from 3 to 1,000",
      "5",
    ),
  }),
  anonymousDelayMinutes: number(
    "how many minutes a report without a name waits at most before it goes; each waits a random while. A whole number from 0 to 240. The shorter, the more its time tells of whose it is: the sheet for employees says so. Only policy can set it, never the collector",
    "10",
  ),
  privacyNotice: text(
    "the HTTPS address of what the organisation itself says on data protection; shown in the sheet for employees",
    "the sheet names none",
  ),
  contact: text(
    "whom people ask about Earshot, such as a mail address: at most 200 characters; shown in the sheet for employees",
    "the sheet names nobody",
  ),
  delivered: list(
    "names of the keys that this policy sets, such as `sites`. A key that is named and has not arrived was dropped by the browser, since a value in it has the wrong type: the options page says so",
    "nobody is told what the browser dropped",
  ),
});

/** A value as policy delivers it: what it is, and what holds without it. Both stand in docs/policy.md and in the templates. */
function text(what: string, without: string) {
  return z.string().optional().meta({ description: what, without });
}

function number(what: string, without: string) {
  return z.number().optional().meta({ description: what, without });
}

function onOff(what: string, without: string) {
  return z.boolean().optional().meta({ description: what, without });
}

function list(what: string, without: string, item: z.ZodType = z.string()) {
  return z.array(item).optional().meta({ description: what, without });
}

function group<Shape extends z.ZodRawShape>(what: string, shape: Shape) {
  return z.object(shape).optional().meta({ description: what });
}

/** A node of the schema, with what the browser's own does not have. */
export interface SchemaNode {
  type: "object" | "array" | "string" | "boolean" | "number" | "integer";
  description?: string;
  /** What holds where it is not set. */
  without?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
}

/** What policy may hold: the templates and the table in docs/policy.md are made from it. */
export function managedSchema(): SchemaNode {
  return z.toJSONSchema(managedSettings, { target: "draft-4", io: "input" }) as SchemaNode;
}

/** The schema for `storage.managed_schema`, as text; `public/managed-schema.json` must be exactly this. */
export function managedSchemaJson(): string {
  const schema = z.toJSONSchema(managedSettings, {
    target: "draft-4",
    io: "input",
    override: ({ jsonSchema }) => delete jsonSchema["without"],
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
