import { Menu } from "@base-ui/react/menu";
import type { ReactElement } from "react";
import { i18n } from "#i18n";
import styles from "./Menu.module.css";

export interface AssignMenuProps {
  /** The button that opens it, and its words. */
  button: ReactElement;
  label: string;
  reviewer: string | null;
  /** Names of those who have answered or looked after something. */
  colleagues: readonly string[];
  /** Whether there is anybody to take it from. */
  canRelease: boolean;
  onAssign: (to: string | null) => void;
}

/** Who is to look after it: the reviewer first, then colleagues, or nobody. */
export function AssignMenu({ button, label, reviewer, colleagues, canRelease, onAssign }: AssignMenuProps) {
  const names = [...new Set([...(reviewer === null ? [] : [reviewer]), ...colleagues])];
  return (
    <Menu.Root>
      <Menu.Trigger render={button}>{label}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="start" sideOffset={4}>
          <Menu.Popup className={styles.menu}>
            {names.map((name) => (
              <Menu.Item key={name} className={styles.item} onClick={() => onAssign(name)}>
                {name === reviewer ? i18n.t("inbox.triage.me", [name]) : name}
              </Menu.Item>
            ))}
            {canRelease ? (
              <Menu.Item className={styles.item} onClick={() => onAssign(null)}>
                {i18n.t("inbox.triage.release")}
              </Menu.Item>
            ) : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
