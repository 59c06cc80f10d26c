import { appPage, page, type SamplePage } from "../page";

const script = (code: string) => `<script nonce="site">${code}</script>`;

/** Asks by a modal dialog, as tools do before they delete something; `#inner` says that the dialog works. */
const dialog = `<button id="ask">Delete</button>
<dialog id="dialog" aria-label="Delete"><p>Really?</p><button id="inner">Yes</button> <output id="answer"></output></dialog>
${script(`
const dialog = document.querySelector("#dialog");
document.querySelector("#ask").addEventListener("click", () => dialog.showModal());
document.querySelector("#inner").addEventListener("click", () => { document.querySelector("#answer").textContent = "Yes"; });
`)}`;

/** Shown after our button was, over all of the window, and in the top layer like it. */
const popover = `<style>#sheet{position:fixed;inset:0;width:100%;height:100%;border:0;margin:0}</style>
<div id="sheet" popover="manual">A sheet over everything <button id="inner">Yes</button> <output id="answer"></output>
<input aria-label="Note"></div><button id="ask">Open the sheet</button>
${script(`
document.querySelector("#ask").addEventListener("click", () => document.querySelector("#sheet").showPopover());
document.querySelector("#inner").addEventListener("click", () => { document.querySelector("#answer").textContent = "Yes"; });
`)}`;

/** As focus-trap, MUI, Bootstrap and Radix do it: what gets the focus outside gives it back. */
const trap = (target: string) => `
window.trapped = 0;
const keep = (event) => {
  const box = document.querySelector("#search");
  if (!box || event.target === box || event.target.id === "save") return;
  window.trapped++;
  event.stopImmediatePropagation();
  box.focus();
};
for (const type of ["focus", "focusin"]) ${target}.addEventListener(type, keep, true);
${target}.addEventListener("focusout", (event) => {
  if (event.relatedTarget && event.relatedTarget.localName.includes("-")) document.querySelector("#search").focus();
}, true);
`;

const fullscreen = script(`
for (const what of ["main", "html"]) {
  const button = Object.assign(document.createElement("button"), { textContent: "Full screen: " + what });
  button.addEventListener("click", () => document.querySelector(what).requestFullscreen());
  document.querySelector("main").append(button);
}`);

/** Pages that hold on to the focus, or take the rest of the page out of reach. */
export const FOCUS_PAGES: Record<string, SamplePage> = {
  "/dialog": page("Dialog", dialog),
  "/popover": page("Popover", popover),
  "/inert": page("Locked", script("document.body.inert = true; setTimeout(() => window.save());")),
  "/inert-root": page("Locked altogether", script("document.documentElement.inert = true;")),
  "/focus-trap": page("Trap", script(trap("document"))),
  // Its listeners are there before anybody else's but what runs at the start of the document.
  "/focus-trap-first": { body: appPage("First trap").replace("<head>", `<head>${script(trap("window"))}`) },
  "/fullscreen": page("Full screen", fullscreen),
};
