/** The colours are theme.css's, which a script in a page cannot load. */
export const STYLE = `:host{all:initial!important;position:fixed!important;inset:0!important;width:100%!important;height:100%!important;z-index:2147483647!important;pointer-events:none!important;color-scheme:light dark!important}
.box{position:absolute;box-sizing:border-box;border:3px solid light-dark(#0c5a58,#66c9c1);border-radius:6px;box-shadow:0 0 0 2px light-dark(#fff,#1d2424),0 0 0 6px color-mix(in srgb,light-dark(#0c5a58,#66c9c1) 30%,transparent);animation:come .16s ease-out}
.note{position:absolute;box-sizing:border-box;max-width:min(420px,calc(100vw - 16px));padding:4px 12px;border-radius:6px;background:light-dark(#0c5a58,#66c9c1);color:light-dark(#fff,#06201f);font:600 13px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
.lost{top:12px;left:50%;translate:-50%;display:flex;align-items:center;gap:16px;width:max-content;max-width:min(560px,calc(100vw - 24px));padding:8px 8px 8px 16px;border:1px solid light-dark(#e4e0d6,#2f3938);border-radius:12px;background:light-dark(#fff,#1d2424);color:light-dark(#1b2324,#edf1ee);box-shadow:0 8px 24px light-dark(#1b232429,#0000008c);font-weight:400;font-size:15px}
button{all:unset;box-sizing:border-box;flex:none;min-height:32px;padding:4px 16px;border:1px solid light-dark(#848d8a,#768481);border-radius:6px;cursor:pointer;pointer-events:auto}
button:hover{background:light-dark(#f0eee6,#263030)}
button:focus-visible{outline:2px solid light-dark(#0c5a58,#66c9c1);outline-offset:2px}
@keyframes come{from{opacity:0;scale:1.04}}
@media(prefers-reduced-motion:reduce){.box{animation:none}}
@media(forced-colors:active){.box{border-color:Highlight}.note{border:1px solid CanvasText}}
@media print{:host{display:none!important}}`;
