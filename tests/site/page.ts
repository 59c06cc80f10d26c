import type { OutgoingHttpHeaders } from "node:http";

/** One page of the sample site: HTML unless it says otherwise. */
export interface SamplePage {
  type?: string;
  headers?: OutgoingHttpHeaders;
  body: string;
}

/** A page whose only peculiarity is in its headers, its style or its scripts. */
export function page(title: string, extra = "", headers: OutgoingHttpHeaders = {}): SamplePage {
  return { body: appPage(title, extra), headers };
}

/**
 * A plain tool: a heading, a list, a search box, a field at the very corner where the launcher stands, and a button
 * whose count says whether the page still works. Policies let its scripts and styles in by the nonce `site`.
 */
export function appPage(title: string, extra = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style nonce="site">
body{font:15px/1.5 sans-serif;margin:24px;min-height:1500px}
table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:4px 12px}
#corner{position:fixed;right:10px;bottom:10px;width:120px;height:30px}
</style></head><body>${appBody(title)}${extra}</body></html>`;
}

/** What is in its body, for documents of other kinds; well-formed, so that it is good XML too. */
export function appBody(title: string): string {
  return `<main>
<h1>${title}</h1>
<p><input id="search" aria-label="Search"/> <button id="save">Save</button> <output id="done"></output>
<a href="/orders/4711">Order 4711</a></p>
<table><tbody><tr><th>Order</th><th>State</th></tr><tr><td>4711</td><td>late</td></tr><tr><td>4712</td><td>sent</td></tr></tbody></table>
<input id="corner" aria-label="Field in the corner"/>
</main>
<script nonce="site">
window.saved = 0;
window.save = () => { document.querySelector("#done").textContent = "Saved " + ++window.saved; };
document.querySelector("#save").addEventListener("click", window.save);
</script>`;
}
