/** What frameworks make up, and what comes and goes with a state: both are gone after the next build or click. */
const MADE_UP =
  /^(css|sc|jss|ng|_ng|svelte|radix|headlessui|ember|yui|ext|mat-mdc|cdk|emotion|makestyles|data-v)[-_\d:]/i;
const STATE =
  /^(is|has)-|^(active|hover|focus|focused|selected|open|opened|closed|disabled|enabled|loading|loaded|current|checked|expanded|collapsed|show|shown|visible|hidden|dirty|pristine|touched|valid|invalid|dragging)$/i;

/**
 * Whether a class, id or test id was chosen by a person, so that it has a chance to outlive the next build.
 * `invoice-table` and `btnSave` were; `css-1x2y3z`, `sc-bdVaJa`, `Button_root__kGhTz` and `customer-4711` were not.
 */
export function isStableWord(name: string): boolean {
  if (!/^[A-Za-z][\w-]{1,39}$/.test(name) || MADE_UP.test(name) || STATE.test(name)) return false;
  const words = name.split(/[-_]+/).filter(Boolean);
  return words.length > 0 && words.every(isWord);
}

function isWord(word: string): boolean {
  // One number may count something (`step-2`, `h1`); more of it is an id.
  if (/\d/.test(word)) return /^[a-z]{0,12}\d{1,2}$/i.test(word) && word.length <= 14 && !/^[a-f]\d+$/i.test(word);
  const humps = word.split(/(?=[A-Z])/);
  // `bdVaJa`: many humps of one or two letters. `HTMLView` has single letters in a row, and words as well.
  if (humps.length >= 3 && word.length / humps.length < 2.5 && !/[A-Z]{2,}/.test(word)) return false;
  return !/[^aeiouyAEIOUY]{6,}/.test(word) && (word.length <= 4 || /[aeiouy]/i.test(word));
}
