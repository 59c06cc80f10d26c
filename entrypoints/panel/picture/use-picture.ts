import { useEffect, useRef, useState } from "react";
import type { Edits } from "@/lib/capture/picture/edits";
import type { Picture, PointedElement } from "@/lib/messaging/messages";
import { encode, type Held, type Made, type NoteName, takePicture } from "./take";

export interface PictureUse {
  session: string;
  picture: Picture | null;
  anonymous: boolean;
  onChange: (picture: Picture | null) => void;
  onBusy: (isBusy: boolean) => void;
}

/**
 * The picture of this panel. What was taken is held while the form shows and dropped (`close`) with it: on sending, on
 * cancelling, when the tick is taken away, and when the report is to go without a name.
 */
export function usePicture({ session, picture, anonymous, onChange, onBusy }: PictureUse) {
  const [held, setHeld] = useState<Held | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [note, setNote] = useState<NoteName | null>(null);
  /** Counts up whenever what is on its way is not wanted any more. */
  const turn = useRef(0);
  const latest = useRef<Held | null>(null);
  // The form may have changed by the time that a picture is ready: what is called then is the newest.
  const told = useRef({ onChange, onBusy });
  useEffect(() => {
    told.current = { onChange, onBusy };
  }, [onChange, onBusy]);
  const hold = (next: Held | null) => {
    if (latest.current && latest.current.source !== next?.source) latest.current.source.bitmap.close();
    latest.current = next;
    setHeld(next);
  };
  const busy = (is: boolean) => {
    setBusy(is);
    told.current.onBusy(is);
  };

  useEffect(
    () => () => {
      turn.current++;
      latest.current?.source.bitmap.close();
      latest.current = null;
      told.current.onBusy(false);
    },
    [],
  );

  const make = async (making: Promise<Made>) => {
    const mine = ++turn.current;
    setNote(null);
    busy(true);
    const made = await making;
    if (mine !== turn.current) {
      if ("held" in made && made.held.source !== latest.current?.source) made.held.source.bitmap.close();
      return;
    }
    hold("held" in made ? made.held : null);
    told.current.onChange("held" in made ? made.picture : null);
    setNote("note" in made ? made.note : null);
    busy(false);
  };

  const drop = () => {
    turn.current++;
    hold(null);
    told.current.onChange(null);
    setNote(null);
    busy(false);
  };

  // Without a name a picture is off until it is asked for again, knowing that.
  const [wasAnonymous, setWasAnonymous] = useState(anonymous);
  if (wasAnonymous !== anonymous) {
    setWasAnonymous(anonymous);
    setNote(anonymous && (picture !== null || isBusy) ? "out" : null);
    if (anonymous) setHeld(null);
    if (anonymous) setBusy(false);
  }
  const known = useRef(anonymous);
  useEffect(() => {
    if (known.current === anonymous) return;
    known.current = anonymous;
    if (!anonymous) return;
    turn.current++;
    latest.current?.source.bitmap.close();
    latest.current = null;
    told.current.onChange(null);
    told.current.onBusy(false);
  }, [anonymous]);

  return {
    held,
    isBusy,
    note,
    drop,
    take: (element: PointedElement | null) => make(takePicture(session, element)),
    async use(edits: Edits): Promise<void> {
      if (!held) return;
      // Until the new one is there, none is sent: not the one with less black.
      told.current.onChange(null);
      await make(encode(held.work, held.source, edits));
    },
  };
}
