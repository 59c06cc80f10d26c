/** Everything by which a person acts on a page. */
const ACTS = (
  "pointerdown pointermove pointerup pointercancel pointerover pointerout pointerenter pointerleave mousedown mousemove " +
  "mouseup mouseover mouseout mouseenter mouseleave click dblclick auxclick contextmenu wheel touchstart touchmove " +
  "touchend touchcancel keydown keypress keyup beforeinput dragstart dragover drop cut copy paste"
).split(" ");
/** Without their default there would be no click from a tap. */
const NEEDED_FOR_TAPS = /^(touchstart|touchend|pointer)/;

/**
 * Takes what a person does away from the windows, before anything else of the page hears of it, and hands it to `act`.
 * What the page's own scripts dispatch goes its way. Gives the function that ends it.
 */
export function takeEvents(windows: readonly Window[], act: (event: Event, from: Window) => void): () => void {
  const endings = windows.map((view) => {
    const listener = (event: Event) => {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      const isBrowsers = event instanceof KeyboardEvent && isBrowserKey(event);
      if (event.cancelable && !NEEDED_FOR_TAPS.test(event.type) && !isBrowsers) event.preventDefault();
      act(event, view);
    };
    for (const type of ACTS) view.addEventListener(type, listener, { capture: true, passive: false });
    return () => {
      for (const type of ACTS) view.removeEventListener(type, listener, { capture: true });
    };
  });
  return () => endings.forEach((end) => end());
}

/** Reloading, zooming and changing tabs stay the browser's. */
function isBrowserKey(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key);
}

/** This window and the frames of its origin, where a key could arrive if the page pulls the focus over. */
export function reachableWindows(view: Window): Window[] {
  const inner = [...Array(Math.min(view.length, 50)).keys()].flatMap((index) => {
    const frame = view[index];
    return frame && isReachable(frame) ? reachableWindows(frame) : [];
  });
  return [view, ...inner];
}

function isReachable(frame: Window): boolean {
  try {
    return !!frame.document;
  } catch {
    return false;
  }
}
