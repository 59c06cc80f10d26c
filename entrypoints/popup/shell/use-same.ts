import { useMemo } from "react";

/** The same object for as long as what is in it is the same: the state comes anew with every change of anything. */
export function useSame<T>(value: T): T {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as T, [text]);
}
