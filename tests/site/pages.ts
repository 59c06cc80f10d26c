/** A plain tool: a heading, a list, a search box and a field at the very corner where the launcher stands. */
export function appPage(title: string, extra = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>
body{font:15px/1.5 sans-serif;margin:24px;min-height:1500px}
table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:4px 12px}
#corner{position:fixed;right:10px;bottom:10px;width:120px;height:30px}
</style></head><body>
<h1>${title}</h1>
<p><input id="search" aria-label="Search"> <button id="save">Save</button> <a href="/orders/4711">Order 4711</a></p>
<table><tr><th>Order</th><th>State</th></tr><tr><td>4711</td><td>late</td></tr><tr><td>4712</td><td>sent</td></tr></table>
<input id="corner" aria-label="Field in the corner">
${extra}</body></html>`;
}

/** Steals the focus back and takes `s` and `/` (seen: "see/us" became "eeu"), as tools with shortcuts do. */
export const keysPage = appPage(
  "Shortcuts",
  `<script>
window.seen = [];
for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input", "paste"])
  window.addEventListener(type, (event) => {
    window.seen.push(type);
    if (event.key === "s" || event.key === "/") { event.preventDefault(); document.querySelector("#search").focus(); }
  }, true);
document.addEventListener("focusin", (event) => { window.lastFocus = event.target.id || event.target.localName; }, true);
</script>`,
);

/** Removes what it does not know from its root (`window.clean`), moves it (`window.move`), or does so on its own. */
export const hostilePage = appPage(
  "Tidy",
  `<script>
const strangers = () => [...document.documentElement.children].filter((one) => !/^(head|body)$/i.test(one.localName));
window.clean = () => { for (const one of strangers()) one.remove(); };
window.move = () => { for (const one of strangers()) document.body.append(one); };
</script>`,
);

export const documentOpenPage = appPage(
  "Rewritten",
  `<script>
window.rewrite = () => {
  document.open();
  document.write("<!doctype html><title>Second</title><h1>Written anew</h1><input id=search>");
  document.close();
};
</script>`,
);

/** What lies on top of everything, and a root that makes fixed things scroll with the page. */
export const transformsPage = appPage(
  "On top",
  `<style>
html{transform:translateZ(0);filter:none}
*{z-index:auto}
#top{position:fixed;right:0;bottom:0;width:200px;height:200px;background:#eee;z-index:2147483647}
button{display:none!important}#save{display:inline!important}
</style><div id="top">On top of everything</div>`,
);

export const spaPage = appPage(
  "One page",
  `<p><a href="#/orders/4711">Order</a> <a href="#/people/jane@corp.test">Person</a> <a href="#top">Top</a></p>
<script>
fetch("/api/broken").catch(() => {});
addEventListener("hashchange", () => { document.title = "View " + location.hash; });
</script>`,
);

export const rtlPage = appPage("طلبات").replace('<html lang="en">', '<html lang="ar" dir="rtl">');

export const framedPage = appPage("Outside", '<iframe src="/" title="Inside" width="400" height="300"></iframe>');

/** A title and a text that nobody wrote for a person: a megabyte and ten, markup, controls, half characters. */
export const badInputPage = appPage(
  "Bad input",
  `<div id="big" style="content-visibility:auto;margin-top:3000px"></div><script>
document.title = "<img src=x onerror=evil=1> **bold** [a](javascript:evil=1) \\u202eback\\u202c \\u0000nul \\ud800half " +
  "jane.doe@corp.example " + "title ".repeat(200000);
document.querySelector("#big").textContent = "Nobody reads ten megabytes. ".repeat(360000);
</script>`,
);

/** The smallest page that PDF viewers take. */
export const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
