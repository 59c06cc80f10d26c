/**
 * The label that a hover or the focus shows, and the menu, beside the launcher's own look; the colours are theme.css's,
 * which a page's script cannot load.
 */
export const MENU_STYLE = `button{user-select:none}
button:after{content:attr(aria-label);position:absolute;inset:var(--in);margin:4px 48px;padding:0 12px;border-radius:16px;background:inherit;font:600 14px/32px system-ui;white-space:nowrap;opacity:0;pointer-events:none}
iframe{opacity:0}
.open{opacity:1}
button:hover:after,button:focus-visible:after{opacity:1}
@media(prefers-reduced-motion:no-preference){*,:after{transition:opacity .14s ease-out}}
.sheet{position:absolute;box-sizing:border-box;width:max-content;padding:4px;border-radius:12px;background:light-dark(#fff,#1d2424);color:light-dark(#1b2324,#edf1ee);border:1px solid light-dark(#e4e0d6,#2f3938);box-shadow:0 8px 24px #0004;font:400 15px/1.45 system-ui,sans-serif}
.sheet.bottom-right{right:0;bottom:48px}
.sheet.bottom-left{left:0;bottom:48px}
.sheet.top-right{right:0;top:48px}
.sheet.top-left{left:0;top:48px}
.sheet[role=dialog]{width:min(300px,calc(100vw - 32px));padding:16px}
.sheet p{margin:0 0 12px}
.sheet button{box-sizing:border-box;width:100%;min-height:32px;padding:6px 12px;border-radius:6px;background:none;color:inherit;box-shadow:none;opacity:1;font:inherit;touch-action:auto}
.sheet button::after{content:none}
.sheet button:hover,.sheet button:focus-visible{background:light-dark(#e1f0ed,#18393a)}
.sheet button:focus-visible{outline:2px solid light-dark(#0c5a58,#66c9c1);outline-offset:-2px}
.sheet[role=dialog] button{width:auto;border:1px solid light-dark(#848d8a,#768481);text-align:center}
.sheet[role=dialog] button+button{margin-top:8px}`;
