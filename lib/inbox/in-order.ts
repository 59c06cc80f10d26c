import { byCost } from "@/lib/reports/cost-order";
import type { ListedItem } from "./item";

/*
 * Lists in the order of cost. A place in them is looked for by halves: comparing costs more than copying, and of 100,000
 * reports a few change at a time.
 */

/** `list` with `items` in their places, which may come in any order. */
export function insert(list: readonly ListedItem[], items: readonly ListedItem[]): ListedItem[] {
  const whole: ListedItem[] = [];
  let at = 0;
  for (const item of items.toSorted(order)) {
    const place = placeOf(list, item, at);
    while (at < place) whole.push(list[at++] as ListedItem);
    whole.push(item);
  }
  while (at < list.length) whole.push(list[at++] as ListedItem);
  return whole;
}

/** `list` without `items`, each as it stands there. */
export function remove(list: readonly ListedItem[], items: readonly ListedItem[]): readonly ListedItem[] {
  if (items.length === 0) return list;
  const places = items.map((item) => placeOf(list, item, 0)).sort((a, b) => a - b);
  let next = 0;
  return list.filter((_, index) => {
    if (index !== places[next]) return true;
    next += 1;
    return false;
  });
}

/** The first place, from `from` on, of something that costs no more: the item's own, where it is there. */
function placeOf(list: readonly ListedItem[], item: ListedItem, from: number): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] as ListedItem, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function order(a: ListedItem, b: ListedItem): number {
  return byCost(a.doc, b.doc);
}
