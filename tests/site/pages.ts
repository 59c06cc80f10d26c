import { DOCUMENT_PAGES } from "./awkward/documents";
import { FOCUS_PAGES } from "./awkward/focus";
import { LOOK_PAGES } from "./awkward/looks";
import { POLICY_PAGES } from "./awkward/policies";
import { SCRIPT_PAGES } from "./awkward/scripts";
import { page, type SamplePage } from "./page";

/** A title, a name and a text that nobody wrote for a person: a megabyte and ten, markup, controls, half characters. */
const badInput = `<button id="nasty">Nasty</button>
<div id="big" style="content-visibility:auto;margin-top:3000px"></div><script>
const nasty = "<img src=x onerror=evil=1> **bold** [a](javascript:evil=1) \\u202eback\\u202c \\u0000nul \\ud800half " +
  "jane.doe@corp.example " + "title ".repeat(200000);
document.title = nasty;
const button = document.querySelector("#nasty");
button.ariaLabel = nasty;
button.textContent = nasty.slice(0, 300);
document.querySelector("#big").textContent = "Nobody reads ten megabytes. ".repeat(360000);
fetch("/api/<b id=evil>%00%E2%80%AE**x**").catch(() => {});
</script>`;

/** Every page of the sample site by its path; the awkward ones were each made for something that went wrong somewhere. */
export const PAGES: Record<string, SamplePage> = {
  "/": page("Orders"),
  "/orders/4711": page("Order 4711 of jane@corp.test"),
  "/bad-input": page("Bad input", badInput),
  ...DOCUMENT_PAGES,
  ...FOCUS_PAGES,
  ...LOOK_PAGES,
  ...POLICY_PAGES,
  ...SCRIPT_PAGES,
};
