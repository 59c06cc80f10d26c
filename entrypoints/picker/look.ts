/** Beside the page, in our own frame; the colours are theme.css's, which a script in a page cannot load. */
export const HOST_STYLE = `:host{all:initial!important;position:fixed!important;inset:0!important;width:100%!important;height:100%!important;z-index:2147483647!important;color-scheme:light dark!important}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;background:none;color-scheme:light dark}
@media print{:host{display:none!important}}`;

export const STAGE_STYLE = `:root{color-scheme:light dark;background:none}
body{margin:0;background:none}
.stage{--accent:light-dark(#0c5a58,#66c9c1);--paper:light-dark(#fff,#1d2424);--ink:light-dark(#1b2324,#edf1ee);--soft:light-dark(#545f5e,#a9b5b2);--edge:light-dark(#848d8a,#768481);--hover:light-dark(#f0eee6,#263030);position:fixed;inset:0;overflow:hidden;outline:0;cursor:crosshair;touch-action:none;user-select:none;color:var(--ink);font:400 15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.box{position:absolute;box-sizing:border-box;border:2px solid var(--accent);border-radius:6px;background:color-mix(in srgb,var(--accent) 10%,transparent);box-shadow:0 0 0 2px var(--paper),0 0 0 3px light-dark(#0003,#0008);pointer-events:none}
.tag{position:absolute;box-sizing:border-box;max-width:min(480px,calc(100vw - 16px));padding:4px 12px;border-radius:6px;background:light-dark(#0c5a58,#66c9c1);color:light-dark(#fff,#06201f);font-size:13px;font-weight:600;overflow-wrap:anywhere;box-shadow:0 1px 2px #0004;pointer-events:none}
.bar{position:absolute;top:12px;left:50%;translate:-50%;box-sizing:border-box;display:flex;align-items:center;gap:16px;width:max-content;max-width:calc(100vw - 24px);padding:8px 8px 8px 16px;border:1px solid light-dark(#e4e0d6,#2f3938);border-radius:12px;background:var(--paper);box-shadow:0 8px 24px light-dark(#1b232429,#0000008c);pointer-events:none}
.bar.low{top:auto;bottom:12px}
.bar b{display:block;font-weight:600}
.bar span{color:var(--soft);font-size:13px}
button{all:unset;box-sizing:border-box;flex:none;min-height:32px;padding:4px 16px;border:1px solid var(--edge);border-radius:6px;background:var(--paper);color:var(--ink);cursor:pointer;pointer-events:auto;font:inherit}
button:hover{background:var(--hover)}
[hidden]{display:none!important}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:480px){.bar span{display:none}}
@media(forced-colors:active){.box{border-color:Highlight}.tag,.bar{border:1px solid CanvasText}}`;
