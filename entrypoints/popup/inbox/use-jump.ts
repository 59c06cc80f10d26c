import { type RefObject, useEffect, useRef } from "react";

/**
 * From one report to another that belongs to it. What was pressed is gone then, and the keyboard goes on at the words
 * of the other one, as soon as it has been read.
 */
export function useJump(
  detail: RefObject<HTMLElement | null>,
  readId: string | null,
  open: (id: string) => void,
): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (readId === null || readId !== wanted.current) return;
    wanted.current = null;
    detail.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [detail, readId]);
  return (id) => {
    wanted.current = id;
    open(id);
  };
}
