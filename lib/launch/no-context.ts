/**
 * Stands in for WXT's ContentScriptContext (an alias in wxt.config.ts). WXT's own dispatches an event on the page's
 * document, by which any page can tell that the extension is there, listens for the next one, and weighs 1 KiB; the
 * launcher has its own way to notice that it was replaced.
 */
export const ContentScriptContext = Object;
