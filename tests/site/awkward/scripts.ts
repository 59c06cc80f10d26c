import { appPage, page, type SamplePage } from "../page";

const script = (code: string) => `<script nonce="site">${code}</script>`;
const first = (title: string, code: string): SamplePage => ({
  body: appPage(title).replace("<head>", `<head>${script(code)}`),
});

/** Before everybody else it stops and prevents all that there is to hear, and serves its own button by hand. */
const stopsEverything = `
const types = new Set(["focusin", "focusout", "compositionstart", "compositionupdate", "compositionend", "touchstart", "touchend"]);
for (const object of [window, document, document.documentElement])
  for (const name in object) if (name.startsWith("on")) types.add(name.slice(2));
for (const type of types) window.addEventListener(type, (event) => {
  event.stopImmediatePropagation();
  event.preventDefault();
  if (type === "click" && event.target.id === "save") window.save();
}, { capture: true, passive: false });
`;

/** Steals the focus back and takes every letter, digit and sign: tools with shortcuts do so (seen: "see/us" became "eeu"). */
const hotKeys = `
window.pressed = "";
for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input", "paste"])
  document.addEventListener(type, (event) => {
    if (event.key?.length !== 1) return;
    if (type === "keydown") window.pressed += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
    document.querySelector("#search").focus();
  }, true);
`;

/** Draws itself anew every second, as pages do that poll for HTML. */
const bodyReplaced = `
window.drawn = 0;
setInterval(() => {
  const body = document.createElement("body");
  body.innerHTML = document.body.innerHTML;
  document.body.replaceWith(body);
  document.querySelector("#save").addEventListener("click", window.save);
  window.drawn++;
}, 1000);
`;

/** Has its own ideas of what the language is; its button still works, since it was made before. */
const polluted = `
const bad = () => { throw new Error("polluted"); };
for (const name of ["map", "find", "includes", "at", "push", "forEach", "join", Symbol.iterator]) Array.prototype[name] = bad;
for (const name of ["split", "includes", "startsWith", "replace"]) String.prototype[name] = bad;
Object.prototype.evil = "evil"; Object.prototype.push = "evil"; Object.prototype.value = "evil"; Object.prototype.ok = false;
for (const name of ["assign", "keys", "entries", "defineProperty"]) Object[name] = bad;
Promise.prototype.then = bad; window.Promise = bad;
window.fetch = bad; JSON.parse = bad; JSON.stringify = bad;
window.MutationObserver = bad; customElements.define = bad; window.setTimeout = bad; window.requestAnimationFrame = bad;
for (const name of ["attachShadow", "append", "before", "remove", "setAttribute", "matches", "showPopover", "focus"])
  HTMLElement.prototype[name] = Element.prototype[name] = bad;
for (const name of ["createElement", "querySelector", "querySelectorAll", "createElementNS"]) {
  const own = document[name].bind(document);
  Document.prototype[name] = bad;
  if (name === "querySelector") document.querySelector = own;
}
EventTarget.prototype.addEventListener = bad;
Event.prototype.composedPath = bad;
`;

/** Everything that it finds beside head and body; its tidying (\`clean\`) and moving (\`move\`) are asked for by the test. */
const hostile = `
const strangers = () => [...document.documentElement.children].filter((one) => !/^(head|body)$/i.test(one.localName));
window.clean = () => { for (const one of strangers()) one.remove(); };
window.move = () => { for (const one of strangers()) document.body.append(one); };
`;

const documentOpen = `
window.rewrite = () => {
  document.open();
  document.write("<!doctype html><title>Second</title><h1>Written anew</h1><input id=search><button id=save onclick='done.textContent = \\"Saved\\"'>Save</button><output id=done></output>");
  document.close();
};
`;

const spa = `<p><a href="#/orders/4711">Order</a> <a href="#/people/jane@corp.test">Person</a> <a href="#top">Top</a></p>
${script(`
fetch("/api/broken").catch(() => {});
addEventListener("hashchange", () => { document.title = "View " + location.hash; });
window.go = (path) => { history.pushState(null, "", path); document.querySelector("h1").textContent = path; };
`)}`;

/** All that a page can try with what it finds: press, flood, ask, frame. */
const meddles = `
const stranger = () => document.querySelector("earshot-launcher");
const insides = () => stranger()?.shadowRoot ?? stranger();
window.tried = 0;
setInterval(() => {
  const root = insides();
  if (!root) return;
  for (const button of root.querySelectorAll("button")) {
    button.click();
    for (const type of ["pointerenter", "pointerdown", "mousedown", "pointerup", "click", "focus"])
      button.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, detail: 1 }));
  }
  stranger().dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, detail: 1 }));
  const said = ["launcher.open", "panel.opened", { message: "launcher.open", input: null }, { push: "launcher.open", value: null }];
  for (let flood = 0; flood < 200; flood++) {
    for (const what of said) {
      window.postMessage(what, "*");
      root.querySelector("iframe")?.contentWindow?.postMessage(what, "*");
    }
  }
  try { chrome.runtime.sendMessage("keahcjdpfdiaghhgmacmblokcoloaibc", said[2]); } catch {}
  window.tried++;
}, 100);
`;

/** Pages whose scripts are in the way, by accident or on purpose. */
export const SCRIPT_PAGES: Record<string, SamplePage> = {
  "/stops-everything": first("Stops everything", stopsEverything),
  "/hot-keys": page("Hot-keys", script(hotKeys)),
  "/body-replaced": page("Drawn anew", script(bodyReplaced)),
  "/polluted": page("Polluted", script(polluted)),
  "/hostile": page("Tidy", script(hostile)),
  "/document-open": page("Rewritten", script(documentOpen)),
  "/spa": page("One page", spa),
  "/meddles": page("Meddles", script(meddles)),
};
