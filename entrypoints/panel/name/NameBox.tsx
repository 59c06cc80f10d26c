import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import type { PanelOpened } from "@/lib/messaging/messages";
import { canAskProfile, profileAddress } from "@/lib/platform/profile";
import styles from "../panel.module.css";
import type { NameUse } from "./use-name";

const LONGEST_NAME = 120;

export interface NameBoxProps {
  opened: PanelOpened;
  name: NameUse;
  isOpen: boolean;
  /** Whether to offer the box while it is closed. */
  isOffered: boolean;
  onOpen: () => void;
}

/** The person's name, in place: a button that opens a box, and closes it again with the name remembered. */
export function NameBox({ opened, name, isOpen, isOffered, onOpen }: NameBoxProps) {
  const [note, setNote] = useState<"failed" | "none" | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isRequired = opened.identity.mode === "required";
  useEffect(() => {
    if (name.asked > 0) box.current?.focus();
  }, [name.asked]);
  /** Set where the person opens or closes the box: the keyboard goes along to what takes its place. */
  const goesAlong = useRef(false);
  useEffect(() => {
    if (goesAlong.current) (isOpen ? box : button).current?.focus();
    goesAlong.current = false;
  }, [isOpen]);

  if (!isOpen) {
    if (!isOffered) return null;
    const words = i18n.t(opened.name === null ? "name.add" : "name.change");
    const open = () => {
      onOpen();
      name.type(opened.name ?? "");
      goesAlong.current = true;
    };
    return (
      <Button ref={button} look="quiet" className={styles.nameButton} onClick={open}>
        {words}
      </Button>
    );
  }

  const done = async () => {
    setNote(null);
    try {
      goesAlong.current = true;
      const kept = await name.keep();
      if (kept === null && isRequired) name.ask();
    } catch {
      goesAlong.current = false;
      setNote("failed");
    }
  };
  const fromProfile = async () => {
    const address = await profileAddress().catch(() => null);
    setNote(address === null ? "none" : null);
    if (address !== null) name.type(address);
    box.current?.focus();
  };

  return (
    <div className={styles.nameBox}>
      <TextField
        ref={box}
        label={i18n.t("options.name")}
        hint={isRequired ? i18n.t("name.remembered") : i18n.t("options.nameHint")}
        error={name.asked > 0 ? i18n.t("name.missing") : null}
        autoComplete="name"
        maxLength={LONGEST_NAME}
        value={name.typed ?? ""}
        onChange={(event) => name.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          // With Ctrl it sends, as everywhere in the form.
          if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) void done();
        }}
      />
      <span className={styles.nameDone}>
        {opened.identity.name === "profile" && canAskProfile() ? (
          <Button look="quiet" className={styles.nameButton} onClick={() => void fromProfile()}>
            {i18n.t("name.fromBrowser")}
          </Button>
        ) : null}
        <Button onClick={() => void done()}>{i18n.t("name.done")}</Button>
      </span>
      <output className={styles.hint}>
        {note === "failed" ? i18n.t("panel.failed") : note === "none" ? i18n.t("name.noneInBrowser") : null}
      </output>
    </div>
  );
}
