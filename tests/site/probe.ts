/** What a page knows since it was last asked. */
export interface Findings {
  /** Keys, input and messages from elsewhere that a listener on its window heard, as `keydown s`. */
  heard: string[];
  /** Every text that a script of the page can get at, in whatever way. */
  read: string;
}

/**
 * Runs in each page before its own first script, so that nothing which the page spoils or stops is spoilt or stopped
 * here. Asked by the event `probe`, it answers in the attribute `data-probe` of the root: a test reads that from a
 * world of its own, where spoilt prototypes do no harm.
 */
export function installProbe(): void {
  if (location.protocol === "chrome-extension:") return;
  const root = document;
  const toJson = JSON.stringify;
  const inDocument = Document.prototype.querySelectorAll;
  const inFragment = DocumentFragment.prototype.querySelectorAll;
  const setAttribute = Element.prototype.setAttribute;
  const keys = ["keydown", "keypress", "keyup", "beforeinput", "input", "textInput", "paste", "compositionstart"];
  let heard: string[] = [];

  for (let at = 0; at < keys.length; at++) {
    window.addEventListener(
      keys[at] ?? "",
      (event) => {
        const { key, data } = event as KeyboardEvent & InputEvent;
        heard[heard.length] = `${event.type} ${key ?? data}`;
      },
      true,
    );
  }
  window.addEventListener(
    "message",
    (event) => {
      if (event.source !== window) heard[heard.length] = `message ${toJson(event.data)}`;
    },
    true,
  );
  window.addEventListener("probe", answer, true);

  function answer(): void {
    const findings: Findings = { heard, read: readAll() };
    heard = [];
    setAttribute.call(root.documentElement, "data-probe", toJson(findings));
  }

  function readAll(): string {
    let text = `${root.title} ${location.href} ${String(getSelection())} ${performanceNames()}`;
    text += tried(() => `${root.cookie} ${toJson(localStorage)} ${toJson(sessionStorage)}`);
    return text + textOf(root, inDocument.call(root, "*"));
  }

  function textOf(part: Document | ShadowRoot, elements: NodeListOf<Element>): string {
    let text = part instanceof Document ? (part.documentElement?.outerHTML ?? "") : part.innerHTML;
    for (let at = 0; at < elements.length; at++) {
      const element = elements[at] as Element & Partial<HTMLInputElement> & Partial<HTMLIFrameElement>;
      if (typeof element.value === "string") text += ` ${element.value}`;
      if (element.shadowRoot) text += textOf(element.shadowRoot, inFragment.call(element.shadowRoot, "*"));
      const inner = element.contentWindow as (Window & typeof globalThis) | null | undefined;
      if (!inner) continue;
      text += tried(() => textOf(inner.document, inDocument.call(inner.document, "*")));
      text += tried(() => inner.location.href);
      text += tried(() => String(inner.getSelection()));
      text += tried(() => String((inner as unknown as Record<string, { value: string }>)["words"]?.value));
    }
    return text;
  }

  function performanceNames(): string {
    let text = "";
    const entries = performance.getEntries();
    for (let at = 0; at < entries.length; at++) text += ` ${entries[at]?.name}`;
    return text;
  }

  function tried(read: () => string): string {
    try {
      return ` ${read()}`;
    } catch {
      return "";
    }
  }
}
