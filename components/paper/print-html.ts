/** Prints a page of its own; it is shown in a frame that nobody sees, in which no script runs. */
export function printHtml(html: string): void {
  const frame = document.createElement("iframe");
  frame.sandbox.add("allow-same-origin", "allow-modals");
  frame.hidden = true;
  frame.title = "";
  frame.srcdoc = html;
  frame.addEventListener("load", () => {
    const page = frame.contentWindow;
    page?.addEventListener("afterprint", () => frame.remove());
    page?.print();
  });
  document.body.append(frame);
}
