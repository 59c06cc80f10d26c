import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "./Button";
import { Notice } from "./Notice";
import styles from "./Page.module.css";

interface PageProps {
  title: string;
  /** What it shows could not be had. */
  failed: boolean;
  onRetry: () => void;
  children: ReactNode;
}

/** A page of the extension that fills a tab with text. */
export function Page({ title, failed, onRetry, children }: PageProps) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {failed ? (
        <Notice tone="error" live="assertive" actions={<Button onClick={onRetry}>{i18n.t("popup.tryAgain")}</Button>}>
          {i18n.t("popup.broken")}
        </Notice>
      ) : null}
      {children}
    </main>
  );
}
