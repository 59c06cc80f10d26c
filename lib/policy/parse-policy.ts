import { readAnswers } from "./items/answers";
import { readButton } from "./items/button";
import { readCapture } from "./items/capture";
import { nameUndelivered } from "./items/delivered";
import { readEndpoint } from "./items/endpoint";
import { readIdentity } from "./items/identity";
import { readAnonymousDelay } from "./items/anonymous-delay";
import { readNotifications } from "./items/notifications";
import { readNotice } from "./items/notice";
import { readImpact } from "./items/impact";
import { record } from "./items/record";
import { createRefusals } from "./items/refusals";
import { readSink } from "./items/sink";
import { readSites } from "./items/sites";
import { readReviewers, readToken } from "./items/tokens";
import { readGuard, readPermit, readText } from "./items/values";
import { isSendOnly } from "./is-send-only";
import type { Policy, RefusedItem } from "./policy";

const LONGEST_CONTACT = 200;

export interface ParsedPolicy {
  policy: Policy;
  refused: RefusedItem[];
}

/**
 * Reads settings item by item, whoever made them: what is good is in force, what is not is named, and one bad item
 * never takes another with it.
 */
export function parsePolicy(raw: unknown): ParsedPolicy {
  const { refused, refuse } = createRefusals();
  const items = record.safeParse(raw);
  if (!items.success) refuse("", "wrong-shape", raw);
  const {
    endpoint,
    sink: said,
    ingestToken,
    moveWaiting,
    sites,
    button,
    reviewers,
    identity,
    capture,
    answers,
    notifications,
    sharedDevice,
    impact,
    anonymousDelayMinutes,
    privacyNotice,
    contact,
    delivered,
  } = items.data ?? {};
  const sink = readSink(said, refuse);
  const isWebhook = sink !== null && isSendOnly({ sink });
  const policy: Policy = {
    endpoint: sink && readEndpoint(endpoint, isWebhook, refuse),
    sink: sink ?? { profile: "collector", headers: {} },
    ingestToken: readToken(ingestToken, "ingestToken", refuse),
    moveWaiting: readPermit(moveWaiting, "moveWaiting", refuse),
    sites: readSites(sites, refuse),
    button: readButton(button, refuse),
    reviewers: readReviewers(reviewers, refuse),
    identity: readIdentity(identity, refuse),
    capture: readCapture(capture, refuse),
    answers: readAnswers(answers, refuse),
    notifications: readNotifications(notifications, refuse),
    sharedDevice: readGuard(sharedDevice, "sharedDevice", refuse),
    impact: readImpact(impact, refuse),
    anonymousDelayMinutes: readAnonymousDelay(anonymousDelayMinutes, refuse),
    privacyNotice: readNotice(privacyNotice, refuse),
    contact: readText(contact, "contact", LONGEST_CONTACT, refuse),
  };
  nameUndelivered(delivered, items.data ?? {}, refuse);
  if (isWebhook) withoutAnswers(policy);
  return { policy, refused };
}

/** A webhook takes events and nothing else: no pictures, and nobody reviews through it. */
function withoutAnswers(policy: Policy): void {
  policy.capture.picture = "off";
  policy.reviewers = { signIn: "off", token: null };
}
