import { appPage, page, type SamplePage } from "../page";

const style = (css: string) => `<style nonce="site">${css}</style>`;

/** What lies on top of everything, and a root that makes fixed things scroll with the page. */
const onTop = `${style(`html{transform:translateZ(0);filter:none}
*{z-index:auto}
#top{position:fixed;right:0;bottom:0;width:200px;height:200px;background:#eee;z-index:2147483647}
button{display:none!important}#save{display:inline!important}`)}<div id="top">On top of everything</div>`;

const shell = `${style("#shell{position:fixed;inset:0;z-index:2147483647;background:#fff;padding:24px}")}
<div id="shell">The whole tool lies here <input aria-label="Inside"> </div>
<script nonce="site">document.querySelector("#shell").append(document.querySelector("#save"), document.querySelector("#done"));</script>`;

/** 100,000 elements: a grid as some tools draw it, without paging. */
const rows = `<div>${"<p><b></b><i></i><u></u></p>".repeat(25_000)}</div>`;

/** Styles and sizes that leave no room for anybody else. */
export const LOOK_PAGES: Record<string, SamplePage> = {
  "/unset": page("Unset", style("*{all:unset!important}script,style,head{display:none!important}")),
  "/hidden": page(
    "Hidden",
    style(`body>*{display:none!important}body>main{display:block!important}
html>:not(head,body){display:none!important;visibility:hidden!important;opacity:0!important;pointer-events:none!important;width:0!important;transform:scale(0)!important;clip-path:inset(50%)!important}`),
  ),
  "/transforms": page("On top", onTop),
  "/overlay": page("Shell", shell),
  "/rtl": { body: appPage("طلبات").replace('<html lang="en">', '<html lang="ar" dir="rtl">') },
  "/large": page("Large", rows),
};
