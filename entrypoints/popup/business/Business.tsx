import { Dialog } from "@base-ui/react/dialog";
import FileText from "lucide-react/icons/file-text";
import { Suspense, useEffect, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import type { MonthDialogProps } from "./MonthDialog";
import dialogStyles from "../inbox/Dialog.module.css";
import { createPart } from "../shell/create-part";
import styles from "./Business.module.css";

const monthDialog = createPart(async () => (await import("./MonthDialog")).MonthDialog);

/** The way to the page for the business. */
export function Business(props: Omit<MonthDialogProps, "onDone">) {
  const [isOpen, setOpen] = useState(false);
  // Before anybody presses: a window that comes up empty looks broken.
  useEffect(() => {
    monthDialog.ahead().catch(() => {});
  }, []);
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
              <monthDialog.Part {...props} onDone={() => setOpen(false)} />
            </Suspense>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </div>
  );
}
