import { Dialog } from "@base-ui/react/dialog";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Checkbox } from "@/components/Checkbox";
import styles from "./Dialog.module.css";
import { SHORTCUTS } from "./list-moves";

export interface ShortcutsProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  hasLetters: boolean;
  onLetters: (on: boolean) => void;
}

/** Every key of the Inbox, and the switch that turns the single letters off. */
export function Shortcuts({ open, onOpenChange, hasLetters, onLetters }: ShortcutsProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.back} />
        <Dialog.Popup className={styles.dialog}>
          <Dialog.Title className={styles.title}>{i18n.t("inbox.keys.title")}</Dialog.Title>
          <dl className={styles.keys}>
            {SHORTCUTS.map(({ keys, does }) => (
              <div key={does} className={styles.key}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{nameOf(key)}</kbd>
                  ))}
                </dt>
                <dd>{i18n.t(`inbox.keys.${does}`)}</dd>
              </div>
            ))}
          </dl>
          <Checkbox
            label={i18n.t("inbox.keys.letters")}
            checked={hasLetters}
            onChange={(event) => onLetters(event.target.checked)}
          />
          <div className={styles.buttons}>
            <Dialog.Close render={<Button look="main" />}>{i18n.t("words.close")}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** As it stands on the keys of the person's country. */
function nameOf(key: string): string {
  if (key === "Enter") return i18n.t("inbox.keys.enter");
  return key === "Esc" ? i18n.t("inbox.keys.escape") : key;
}
