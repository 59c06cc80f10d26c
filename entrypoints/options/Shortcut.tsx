import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import styles from "./Options.module.css";

/** No policy and no extension can set a shortcut in Chromium: it is shown here, and changed on the browser's page. */
export function Shortcut() {
  const [keys, setKeys] = useState<string[]>([]);
  useEffect(() => {
    browser.commands?.getAll().then(
      (commands) => setKeys(commands.flatMap((command) => command.shortcut || [])),
      () => {},
    );
  }, []);

  return (
    <section className={styles.card}>
      <h2>{i18n.t("options.shortcut")}</h2>
      <p>
        {keys.length === 0 ? i18n.t("options.shortcutNone") : null}
        {keys.map((key) => (
          <kbd key={key} className={styles.keys}>
            {key}
          </kbd>
        ))}{" "}
        {keys.length > 0 ? i18n.t("options.shortcutIs") : null}
      </p>
      {import.meta.env.FIREFOX ? (
        <p className={styles.soft}>{i18n.t("options.shortcutWhere")}</p>
      ) : (
        <div>
          <Button onClick={() => void browser.tabs.create({ url: "chrome://extensions/shortcuts" })}>
            {i18n.t("options.shortcutChange")}
          </Button>
        </div>
      )}
    </section>
  );
}
