import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { text } from "@/lib/platform/text";
import { joinSession } from "./panel/join";
import { takeKeyboard } from "./panel/words-box";

/**
 * The panel's first script, before React is there: says hello, and gives the textbox its language, name and focus. The
 * frame may be warmed unseen, so the focus is taken only when the frame has it, which is when the launcher gives it, or
 * when the answer is that a person has clicked.
 */
export default defineUnlistedScript(() => {
  const box = document.querySelector<HTMLTextAreaElement>("#words");
  const label = document.querySelector("label");
  const title = document.querySelector("#title");
  if (!box || !label || !title) return;
  // The nonce is good once; it need not stand in the address any longer.
  globalThis.earshotJoining = joinSession(location.hash.slice(1), () => takeKeyboard(box));
  globalThis.earshotJoining.catch(() => {});
  history.replaceState(null, "", location.pathname);
  const root = document.documentElement;
  root.lang = text("words_locale");
  root.dir = text("@@bidi_dir");
  // A page of its own (popup or tab), not a frame in somebody's page.
  root.classList.toggle("alone", window === top);
  document.title = title.textContent = text("panel_title");
  label.textContent = text("panel_words");
  box.placeholder = text("panel_placeholder");
  // Nothing scrolls: a frame that scrolls to its focus scrolls the page around it as well.
  const take = () => {
    if (document.activeElement === document.body) box.focus({ preventScroll: true });
  };
  addEventListener("focus", take);
  // Who changes their mind before React is there has pressed Escape all the same: the panel reads it when it comes.
  addEventListener("keydown", ({ key, isComposing }) => {
    if (key === "Escape" && !isComposing) root.dataset["leave"] = "";
  });
  if (document.hasFocus() || window === top) take();
});
