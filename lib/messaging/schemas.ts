import { z } from "zod";
import { burdenSchema, minutesNowSchema } from "@/lib/protocol/burden";
import { contextSchema, elementSchema } from "@/lib/protocol/context";
import { digestPublishedData } from "@/lib/protocol/digest";
import { triageSchema } from "@/lib/protocol/event";
import { ANSWERS, CHECKS, KINDS, STATUSES } from "@/lib/protocol/vocabulary";
import { LIMITS } from "@/lib/protocol/limits";
import { languageTag } from "@/lib/protocol/text";
import type { Input, MessageName } from "./messages";

// Longer than any limit of the protocol: too long a text is answered in words by its handler, not refused as a shape.
const typed = z.string().max(100_000);
const uuid = z.uuid();
const session = z.string().min(1).max(200);
const kind = z.enum(KINDS).nullable();
const nothing = z.null();
const setting = z.string().max(4000);
const settings = z.array(setting).max(200);
const MOST_BASE64 = 16 * 1024 * 1024;
const pixels = z.number().int().positive().max(10_000);

const draft = z.strictObject({
  words: typed,
  goal: typed,
  kind,
  burden: burdenSchema,
  exactPath: z.boolean(),
  anonymous: z.boolean(),
  leftOut: z.array(z.string().max(40)).max(40).optional(),
});

const form = z.strictObject({
  words: typed,
  lang: languageTag,
  goal: typed,
  kind,
  burden: burdenSchema,
  context: contextSchema.nullable(),
  anonymous: z.boolean(),
  name: z.string().max(LIMITS.words).nullable(),
  picture: z
    .strictObject({
      // Longer than the limit allows: too large a picture is answered in words by its handler, as a long text is.
      base64: z.string().max(MOST_BASE64),
      type: z.literal("image/webp"),
      w: pixels,
      h: pixels,
    })
    .nullable(),
});

/** The shape of what each message brings; anything else is refused before a handler sees it. */
/** More than anybody selects by hand; each is a write of its own. */
const MOST_AT_ONCE = 500;

const answerSaid = z.strictObject({
  reportId: uuid,
  status: z.enum(STATUSES).nullable(),
  basedOn: uuid.nullable(),
  text: typed,
  lang: languageTag,
  lookAgain: z.iso.date().optional(),
});

const linkSaid = z.strictObject({ reportId: uuid, into: uuid.nullable() });

const triageSaid = z.strictObject({ reportId: uuid, ...triageSchema.shape });

const saidOfMany = z.union([
  z.strictObject({ answer: answerSaid }),
  z.strictObject({ triage: triageSaid }),
  z.strictObject({ link: linkSaid }),
]);

export const INPUTS: { [N in MessageName]: z.ZodType<Input<N>> } = {
  "launcher.asks": nothing,
  "launcher.warm": z.strictObject({ nonce: session.min(20) }),
  "launcher.open": nothing,
  "launcher.hide": z.strictObject({ until: z.enum(["tomorrow", "always"]) }),
  "launcher.move": z.strictObject({ corner: z.enum(["bottom-right", "bottom-left", "top-right", "top-left"]) }),
  "panel.hello": z.strictObject({ nonce: session }),
  "panel.read": z.strictObject({ session }),
  "panel.draft": z.strictObject({ session, draft }),
  "panel.close": z.strictObject({ session, nonce: session }),
  "panel.resize": z.strictObject({
    session,
    heightPx: z.number().nonnegative().max(20_000),
    widthPx: z.number().nonnegative().max(20_000).optional(),
  }),
  "panel.point": z.strictObject({ session }),
  "panel.picture": z.strictObject({ session, element: elementSchema.nullable() }),
  "panel.alike": z.strictObject({ session, words: typed, lang: languageTag, path: z.string().max(512).nullable() }),
  "picker.picked": z.strictObject({ element: elementSchema }),
  "picker.left": nothing,
  "report.preview": z.strictObject({ session, form }),
  "report.create": z.strictObject({ session, form, shown: z.string().max(400_000).nullable() }),
  "report.burden": z.strictObject({ reportId: uuid, burden: burdenSchema }),
  "sheet.show": nothing,
  "popup.form": z.strictObject({ tabId: z.number().int().nullable() }),
  "popup.state": nothing,
  "popup.refresh": nothing,
  "mine.seen": z.strictObject({ reportId: uuid }),
  "mine.comment": z.strictObject({ reportId: uuid, text: typed, lang: languageTag }),
  "mine.helped": z.strictObject({
    reportId: uuid,
    answer: z.enum(ANSWERS),
    forEvent: uuid,
    check: z.enum(CHECKS).optional(),
    minutesNow: minutesNowSchema.optional(),
    text: typed.optional(),
  }),
  "mine.asked": z.strictObject({
    reportId: uuid,
    forEvent: uuid,
    check: z.enum(CHECKS),
    where: z.enum(["list", "page"]),
  }),
  "mine.resend": z.strictObject({ reportId: uuid, words: typed }),
  "mine.discard": z.strictObject({ reportId: uuid }),
  "mine.takeBack": z.strictObject({ reportId: uuid }),
  "mine.undoTakeBack": z.strictObject({ reportId: uuid }),
  "mine.putAway": z.strictObject({ reportId: uuid }),
  "metoo.set": z.strictObject({ reportId: uuid, on: z.boolean(), burden: burdenSchema.optional() }),
  "review.answer": answerSaid,
  "review.alike": z.strictObject({ reportId: uuid, search: z.string().max(200) }),
  "review.link": linkSaid,
  "review.note": z.strictObject({ reportId: uuid, text: typed, lang: languageTag }),
  "review.triage": triageSaid,
  "review.publish": z.strictObject({
    reportId: uuid,
    title: typed.nullable(),
    text: typed.optional(),
    workaround: typed.optional(),
    lang: languageTag,
    texts: z
      .record(languageTag, z.strictObject({ title: typed, text: typed.optional(), workaround: typed.optional() }))
      .optional(),
    place: z.enum(["page", "site"]).optional(),
  }),
  "review.share": digestPublishedData,
  "review.all": z.strictObject({ said: z.array(saidOfMany).max(MOST_AT_ONCE) }),
  "review.undo": z.strictObject({ eventIds: z.array(uuid).max(MOST_AT_ONCE) }),
  "review.opened": z.strictObject({ reportId: uuid }),
  "review.read": z.strictObject({ reportId: uuid }),
  "review.picture": z.strictObject({ reportId: uuid, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  "review.openPage": z.strictObject({ reportId: uuid }),
  "review.setAside": z.strictObject({ send: z.boolean() }),
  "launcher.show": z.strictObject({ origin: z.string().max(300) }),
  "settings.check": nothing,
  "settings.save": z.strictObject({
    endpoint: setting,
    sink: z
      .strictObject({
        profile: setting,
        headers: z.array(z.strictObject({ name: setting, value: setting })).max(100),
      })
      .optional(),
    ingestToken: setting,
    sites: z.array(z.strictObject({ matches: settings, name: setting, titles: z.boolean().optional() })).max(500),
    reviewers: z.strictObject({ token: setting, signIn: setting.optional() }),
    identity: z.strictObject({ mode: setting, name: setting }).optional(),
    capture: z
      .strictObject({
        picture: setting,
        selectors: settings,
        patterns: settings,
        query: settings,
        timings: z.boolean(),
        elementText: z.boolean(),
      })
      .optional(),
    answers: z.strictObject({ jargon: z.array(z.strictObject({ word: setting, say: setting })).max(1000) }).optional(),
    notifications: z.strictObject({ quietFrom: setting, quietTo: setting, quietDays: settings }).optional(),
    moveWaiting: z.boolean().optional(),
  }),
  "session.signIn": nothing,
  "session.signOut": nothing,
  "settings.notify": z.strictObject({ what: z.enum(["answers", "cannotWork"]), on: z.boolean() }),
  "settings.name": z.strictObject({ name: z.string().max(LIMITS.words) }),
};
