import { useEffect, useState } from "react";
import { send } from "@/lib/messaging/client";
import type { StoredAttachment } from "@/lib/protocol/documents";

export type PictureView =
  | { state: "onItsWay" | "loading" }
  | { state: "gone" | "away" }
  /** `url` is a blob's, good as long as the component is there. */
  | { state: "there"; url: string };

/** What was fetched while this page is open; a popup is closed soon, a tab may stay for weeks. */
const fetched = new Map<string, Blob>();
const KEPT = 12;

/** A picture of a report, fetched through the background when it is looked at. */
export function usePicture(reportId: string, { sha256, stored }: StoredAttachment): PictureView {
  const [view, setView] = useState<PictureView>({ state: "loading" });

  useEffect(() => {
    let url: string | null = null;
    let isOver = false;
    const show = (blob: Blob) => {
      url = URL.createObjectURL(blob);
      setView({ state: "there", url });
    };
    async function load() {
      if (!stored) return setView({ state: "onItsWay" });
      const known = fetched.get(sha256);
      if (known) return show(known);
      setView({ state: "loading" });
      const answer = await send("review.picture", { reportId, sha256 }).catch(() => null);
      if (isOver) return;
      if (!answer?.ok) return setView({ state: answer?.reason ?? "away" });
      const blob = new Blob([Uint8Array.from(atob(answer.base64), (char) => char.charCodeAt(0))], {
        type: answer.type,
      });
      keep(sha256, blob);
      show(blob);
    }
    void load();
    return () => {
      isOver = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [reportId, sha256, stored]);

  return view;
}

function keep(sha256: string, blob: Blob): void {
  const [oldest] = fetched.keys();
  if (fetched.size >= KEPT && oldest !== undefined) fetched.delete(oldest);
  fetched.set(sha256, blob);
}
