import type { Page } from "@playwright/test";
import { EXTENSION_ID } from "@/scripts/browser/launch";

/** One thing that a page may have in it. */
export interface Variant {
  name: string;
  /** Its page is `http://HOST/`: another site for each, so that each has a process of its own. */
  host: string;
  /** What the page itself loads. */
  markup: string;
  /** The button; null where there is none. */
  button: ((page: Page) => Promise<{ x: number; y: number }>) | null;
  /** Whether its script comes from an extension, and where from. */
  scripts: RegExp | null;
}

const SCRIPT = '<script src="/variant.js" defer></script>';
/** Every page has one script, so that its element is nobody's. */
const NOTHING = '<script src="/nothing.js" defer></script>';
const inPage = (host: string) => new RegExp(`^http://${host}/`);

const middleOf = (selector: string) => async (page: Page) => {
  const button = page.locator(selector).first();
  await button.waitFor();
  const { x = 0, y = 0, width = 0, height = 0 } = (await button.boundingBox()) ?? {};
  return { x: x + width / 2, y: y + height / 2 };
};

/** Ours is in a closed root; it stands 16 pixels from the corner of the window, and is 40 wide. */
const inTheCorner = async (page: Page) => {
  await page.locator("earshot-launcher").waitFor();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  return { x: width - 36, y: height - 36 };
};

export const VARIANTS = {
  nothing: { name: "nothing", host: "nothing.test", markup: NOTHING, button: null, scripts: null },
  bare: {
    name: "hand-written button",
    host: "bare.test",
    markup: SCRIPT,
    button: middleOf("bare-button button"),
    scripts: inPage("bare.test"),
  },
  isolated: {
    name: "the same, isolated",
    host: "isolated.test",
    markup: NOTHING,
    button: middleOf("bare-button button"),
    scripts: /^chrome-extension:.*\/isolated\.js$/,
  },
  framed: {
    name: "the same, with a frame",
    host: "framed.test",
    markup: NOTHING,
    button: middleOf("bare-button button"),
    scripts: /^chrome-extension:.*\/framed\.js$/,
  },
  empty: {
    name: "empty content script",
    host: "empty.test",
    markup: NOTHING,
    button: null,
    scripts: /^chrome-extension:.*\/empty\.js$/,
  },
  earshot: {
    name: "Earshot",
    host: "earshot.test",
    markup: NOTHING,
    button: inTheCorner,
    scripts: new RegExp(`^chrome-extension://${EXTENSION_ID}/content-scripts/`),
  },
  sentry: {
    name: "Sentry feedback",
    host: "sentry.test",
    markup: SCRIPT,
    button: middleOf("#sentry-feedback button"),
    scripts: inPage("sentry.test"),
  },
  posthog: {
    name: "PostHog surveys",
    host: "posthog.test",
    markup: SCRIPT,
    button: middleOf(".ph-survey-widget-tab"),
    scripts: inPage("posthog.test"),
  },
  pushfeedback: {
    name: "PushFeedback",
    host: "pushfeedback.test",
    markup:
      '<link rel="stylesheet" href="/pushfeedback/pushfeedback.css">' +
      '<script type="module" src="/pushfeedback/pushfeedback.esm.js"></script>' +
      '<feedback-button project="key" button-position="bottom-right" modal-position="bottom-right">Feedback</feedback-button>',
    button: middleOf("feedback-button button"),
    scripts: inPage("pushfeedback.test"),
  },
} as const satisfies Record<string, Variant>;

export type VariantKey = keyof typeof VARIANTS;
