const KEY = "inbox.letters";

/** Whether single letters do things; some people's software types letters at them (WCAG 2.1.4). */
export function hasLetters(): boolean {
  return localStorage.getItem(KEY) !== "off";
}

export function keepLetters(on: boolean): void {
  localStorage.setItem(KEY, on ? "on" : "off");
}
