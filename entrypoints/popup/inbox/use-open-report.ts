import { useEffect, useRef, useState } from "react";
import { findItem } from "@/lib/inbox/gather";
import type { ListedItem } from "@/lib/inbox/item";
import { send } from "@/lib/messaging/client";

/** Which report is open: at first the one that the address names (a notification leads there), then what is chosen. */
export function useOpenReport(
  items: readonly ListedItem[],
  act: (work: Promise<unknown>) => void,
): [openId: string | null, open: (id: string | null) => void] {
  const [named] = useState(() => new URLSearchParams(location.search).get("report"));
  const [openId, setOpenId] = useState(named);
  const isNews = named !== null && items.some(({ id, unread }) => id === named && unread);
  // Opened without a press, and read all the same; once, since a later word of the reporter's is news again.
  const isMarked = useRef(false);
  useEffect(() => {
    if (isMarked.current || !isNews || named === null) return;
    isMarked.current = true;
    act(send("review.read", { reportId: named }));
  }, [isNews, named, act]);
  const isThere = findItem(items, openId) !== null;
  useEffect(() => {
    if (isThere && openId !== null) act(send("review.opened", { reportId: openId }));
  }, [isThere, openId, act]);
  return [openId, setOpenId];
}
