import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { sayElement } from "@/lib/capture/element-words";
import { onPush, send } from "@/lib/messaging/client";
import type { PointedElement } from "@/lib/messaging/messages";
import { textWith } from "@/lib/platform/text";
import styles from "./panel.module.css";

export interface PointAtProps {
  session: string;
  element: PointedElement | null;
  onChange: (element: PointedElement | null) => void;
}

/** "Point at it": the panel goes out of sight, the person chooses in the page, and it comes back with the words. */
export function PointAt({ session, element, onChange }: PointAtProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [note, setNote] = useState("");
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);

  useEffect(
    () =>
      onPush("panel.pointed", (pointed) => {
        if (pointed.session !== session) return;
        // Leaving without choosing keeps what was chosen before.
        if (pointed.element) changed.current(pointed.element);
        button.current?.focus();
      }),
    [session],
  );

  const start = async () => {
    setNote("");
    const { started } = await send("panel.point", { session }).catch(() => ({ started: false }));
    if (!started) setNote(i18n.t("picker.failed"));
  };
  const remove = () => {
    onChange(null);
    setNote(i18n.t("picker.removed"));
    button.current?.focus();
  };

  return (
    <div className={styles.pointAt}>
      <Button ref={button} onClick={() => void start()}>
        {i18n.t("picker.point")}
      </Button>
      {element ? (
        <button
          type="button"
          className={styles.rowButton}
          aria-label={i18n.t("picker.removeWhat", [sayElement(element, textWith)])}
          onClick={remove}
        >
          {i18n.t("picker.remove")}
        </button>
      ) : null}
      <p className={styles.hint} aria-live="polite">
        {element ? i18n.t("picker.pointed", [sayElement(element, textWith)]) : note}
      </p>
    </div>
  );
}
