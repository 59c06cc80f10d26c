/** Hands a text to the browser as a file to be saved. */
export function saveText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  // The browser has taken it by the time that this runs, and nothing else knows the address.
  setTimeout(() => URL.revokeObjectURL(url));
}
