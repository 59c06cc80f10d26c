import { useEffect, useEffectEvent, useState } from "react";
import { onPush, send } from "@/lib/messaging/client";

export interface NameUse {
  /** What stands in the box; null while it is closed. */
  typed: string | null;
  type(text: string | null): void;
  /** How often the person wanted to send without the name that is needed; 0 again as soon as they type. */
  asked: number;
  /** Keeps what was typed and closes the box; gives the name as it is known then. Rejects where it could not be kept. */
  keep(): Promise<string | null>;
  /** Says that it is missing, and brings the person to the box. */
  ask(): void;
}

/** The person's name, typed once and remembered in this browser. `onKnown`: it was changed, here or elsewhere. */
export function useName(known: string | null, onKnown: (name: string | null) => void): NameUse {
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const tell = useEffectEvent(onKnown);
  useEffect(() => onPush("name.changed", ({ name }) => tell(name)), []);

  return {
    typed,
    asked,
    type(text) {
      setTyped(text);
      setAsked(0);
    },
    async keep() {
      if (typed === null) return known;
      const { name } = await send("settings.name", { name: typed });
      onKnown(name);
      setTyped(null);
      return name;
    },
    ask: () => setAsked((before) => before + 1),
  };
}
