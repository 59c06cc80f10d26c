import { Dialog } from "@base-ui/react/dialog";
import { FileText } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { MonthDialogProps } from "./MonthDialog";
import dialogStyles from "../inbox/Dialog.module.css";
import styles from "./Business.module.css";

const MonthDialog = lazy(async () => ({ default: (await import("./MonthDialog")).MonthDialog }));

/** The way to the page for the business. */
export function Business(props: Omit<MonthDialogProps, "onDone">) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.way}>
      <Button icon={<FileText />} onClick={() => setOpen(true)}>
        {i18n.t("business.open")}
      </Button>
      <Dialog.Root open={isOpen} onOpenChange={setOpen}>
        <Dialog.Portal>
          <Dialog.Backdrop className={dialogStyles.back} />
          <Dialog.Popup className={`${dialogStyles.dialog} ${styles.dialog}`}>
            <Suspense fallback={null}>
              <MonthDialog {...props} onDone={() => setOpen(false)} />
            </Suspense>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </div>
  );
}
