import ArrowLeft from "lucide-react/icons/arrow-left";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import styles from "./BackButton.module.css";

/** Back to the list; not shown where the list is beside it. */
export function BackButton({ onBack }: { onBack: () => void }) {
  return (
    <div className={styles.back}>
      <Button look="quiet" icon={<ArrowLeft />} onClick={onBack}>
        {i18n.t("words.back")}
      </Button>
    </div>
  );
}
