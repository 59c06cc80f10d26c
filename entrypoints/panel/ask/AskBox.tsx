import { useState } from "react";
import type { AskHere as Ask } from "@/lib/known/known-item";
import { useLazy } from "../use-lazy";

const loadAsk = () => import("./AskHere");

export interface AskBoxProps {
  ask: Ask | null;
  words: string;
}

/**
 * A fix of this page that the person has not spoken about yet. Decided once, when the form is there: whoever has begun
 * to type is not asked, and what was asked before that keeps its place, since the textbox must not move.
 */
export function AskBox({ ask, words }: AskBoxProps) {
  const [isAsked] = useState(ask !== null && words.trim() === "");
  const part = useLazy(isAsked, loadAsk);
  // Loaded too late: they are writing by now.
  const [wasThere, setThere] = useState(false);
  if (!isAsked || ask === null || part === null || part === "away") return null;
  if (!wasThere && words.trim() !== "") return null;
  return <part.AskHere ask={ask} onThere={() => setThere(true)} />;
}
