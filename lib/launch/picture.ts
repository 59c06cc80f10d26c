import { browser } from "wxt/browser";
import type { PictureAnswer, PictureAsk } from "@/entrypoints/picture-rects";
import type { PictureTaken, PointedElement } from "@/lib/messaging/messages";
import type { Handlers } from "@/lib/messaging/server";
import type { Sender } from "@/lib/messaging/sender";
import type { Clock, Timers } from "@/lib/platform/clock";
import type { CaptureRules, PolicyState } from "@/lib/policy/policy";
import type { Panel } from "./panels";
import { readPictureAnswer } from "./picture-answer";

/** The browser takes two a second at most (`MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND`). */
const BETWEEN_PICTURES_MS = 550;
/** A page that has moved three times running does not hold still. */
const MOST_TRIES = 3;

export interface PictureDeps {
  /** The panel of a session if it is open and asks for itself; else rejects. */
  panelOf(session: string, sender: Sender): Promise<Panel>;
  policy: { current(): Promise<PolicyState> };
  clock: Clock;
  timers: Timers;
  log: { warn(message: string, detail?: unknown): void };
}

/**
 * "Add a picture of the page": asked for by the panel that a person has opened, never else, and where policy has no
 * objection. What must be black is read from the page
 * right before and right after; where the two differ, nobody knows what is where, and it is taken again. The picture
 * goes to the panel that asked, never to the page's process, and is kept nowhere.
 */
export function createPicture({ panelOf, policy, clock, timers, log }: PictureDeps) {
  let lastAt = 0;

  async function take(
    tabId: number,
    element: PointedElement | null,
    { selectors, patterns }: CaptureRules,
  ): Promise<PictureTaken> {
    const tab = await browser.tabs.get(tabId);
    if (!tab.active) return { ok: false, reason: "not-in-front" };
    const before = await ask(tabId, { phase: "before", selectors, patterns });
    if (!before.answer.ok) return { ok: false, reason: before.answer.reason };
    await calm();
    lastAt = clock.now();
    const png = await browser.tabs.captureVisibleTab(tab.windowId, { format: "png" });
    const after = await ask(tabId, { phase: "after", element, selectors, patterns });
    if (!after.answer.ok) return { ok: false, reason: after.answer.reason };
    const now = await browser.tabs.get(tabId);
    // Another tab came to the front, or another page into this one: the picture may be of that.
    const isSame = now.active && now.windowId === tab.windowId && before.documentId === after.documentId;
    if (!isSame) return { ok: false, reason: "not-in-front" };
    const { collected, element: place } = after.answer;
    return { ok: true, shot: { png, ...collected, element: place } };
  }

  async function calm(): Promise<void> {
    const wait = lastAt + BETWEEN_PICTURES_MS - clock.now();
    // A clock that was set back must not hold it up.
    if (wait > 0 && wait <= BETWEEN_PICTURES_MS) await new Promise<void>((resolve) => timers.set(resolve, wait));
  }

  const handlers: Pick<Handlers, "panel.picture"> = {
    async "panel.picture"({ session, element }, sender) {
      const { aboutTab: tabId } = await panelOf(session, sender);
      if (tabId === null) return { ok: false, reason: "failed" };
      const { capture } = (await policy.current()).policy;
      if (capture.picture === "off") return { ok: false, reason: "off" };
      try {
        let taken = await take(tabId, element, capture);
        for (let tries = 1; tries < MOST_TRIES && !taken.ok && taken.reason === "moving"; tries++) {
          taken = await take(tabId, element, capture);
        }
        return taken;
      } catch (error) {
        log.warn("no picture", error);
        await ask(tabId, { phase: "end" }).catch(() => {});
        return { ok: false, reason: "failed" };
      }
    },
  };
  return { handlers };
}

async function ask(tabId: number, wanted: PictureAsk): Promise<{ answer: PictureAnswer; documentId: string | null }> {
  const target = { tabId };
  await browser.scripting.executeScript({
    target,
    args: [wanted],
    // Runs in the page's isolated world, where picture-rects.js looks for it.
    func: (asked: PictureAsk) => void (globalThis.earshotPictureAsk = asked),
  });
  const [done] = await browser.scripting.executeScript({ target, files: ["/picture-rects.js"] });
  return { answer: readPictureAnswer(done?.result), documentId: done?.documentId ?? null };
}
