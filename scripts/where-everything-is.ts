import { join } from "node:path";
import { EXTENSION_ID } from "./browser/launch";

interface Places {
  tool: string;
  collector: string;
  data: string;
  /** Why no browser was opened; null where one was. */
  own: "no display" | "not wanted" | null;
  extension: string;
}

/** The five lines after a start, and before them how to use a browser of one's own where none was opened. */
export function sayWhereEverythingIs({ tool, collector, data, own, extension }: Places): void {
  const setup = join(data, "collector-setup.json");
  if (own !== null) sayHowToUseOnesOwn(own, { tool, collector, setup, extension });
  console.log(`
tool       ${tool}  (the button is at its lower right)
collector  ${collector}  (tokens: ${setup})
popup      the puzzle piece in the toolbar, then Earshot; the pin beside it keeps it in sight.  In a tab: chrome-extension://${EXTENSION_ID}/popup.html
data       ${data}  (a later start finds it again; delete it to begin anew)
try it     as employee: click "This annoys me" in the tool; as IT: answer in the popup's Inbox. Ctrl+C ends everything.`);
}

/** A browser that we did not open has neither the extension nor its settings. */
function sayHowToUseOnesOwn(
  why: "no display" | "not wanted",
  at: { tool: string; collector: string; setup: string; extension: string },
): void {
  const first = why === "no display" ? "There is no display here, so no browser was opened." : "No browser was opened.";
  console.log(`
${first} Everything is served all the same. To use a browser of your own, once:
  1. chrome://extensions: switch on "Developer mode", "Load unpacked", choose ${at.extension}
  2. the puzzle piece in the toolbar, Earshot's three dots, "Options":
       Address of IT's service      ${at.collector}
       Key for sending              "ingestToken" in ${at.setup}
       Access token for reviewers   "reviewerToken" in the same file
       "Add a tool"                 any name, and the address ${at.tool}/*`);
}
