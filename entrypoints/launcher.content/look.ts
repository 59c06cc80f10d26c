/** A speech bubble that is also an ear, on 24 x 24. */
const MARK = "M8.6 18.7 4.4 20l1.3-4a8 8 0 1 1 2.9 2.7zM9 11a3 3 0 1 1 4.8 2.4c-.9.7-1.3 1.2-1.3 2a1.2 1.2 0 0 1-2.2.7";

/**
 * The launcher's inside, as markup that is good XML too. It cannot use theme.css (each byte is paid on every page), so
 * the few colours are repeated. `:host` with `!important` wins against the page's own rules; where it stands comes in
 * by custom properties, which `all` leaves alone. What only a hover or the focus shows is in `launcher-menu/look.ts`.
 * The style comes first, and with no attribute: the launcher takes it apart from the rest in Firefox.
 */
export const LOOK = `<style>:host{all:initial!important;position:fixed!important;inset:var(--at)!important;z-index:2147483647!important;color-scheme:light dark!important;--teal:light-dark(#0c5a58,#66c9c1)}
button{all:unset;display:block;width:22px;padding:9px;border-radius:50%;background:var(--teal);color:var(--ink,light-dark(#fff,#06201f));box-shadow:0 0 0 2px #fff8,0 2px 8px #0004;opacity:.6;cursor:pointer;touch-action:none}
button:hover,button:focus-visible{opacity:1}
button:focus-visible{outline:3px solid var(--teal);outline-offset:3px}
svg{display:block;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
iframe{position:absolute;inset:var(--in);border:0;width:380px;max-width:90vw;height:420px;max-height:90vh;border-radius:12px;box-shadow:0 8px 32px #0005;visibility:hidden}
.open{visibility:visible}
.open~*{visibility:hidden}
@media print{:host{display:none!important}}
@media(forced-colors:active){button{opacity:1;border:1px solid}}</style><button><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${MARK}"/></svg></button>`;
