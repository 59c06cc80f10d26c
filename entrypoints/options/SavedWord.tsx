import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import { i18n } from "#i18n";
import { Notice } from "@/components/Notice";

export type Saving = "idle" | "saved" | "failed";

/** Says beside the button that something was saved, or that it was not and what holds now. */
export function SavedWord({ saving, text }: { saving: Saving; text: string }) {
  return (
    <>
      <output>{saving === "saved" ? <Notice icon={<CircleCheck />}>{text}</Notice> : null}</output>
      {saving === "failed" ? (
        <Notice tone="error" live="assertive" icon={<CircleAlert />}>
          {i18n.t("options.failed")}
        </Notice>
      ) : null}
    </>
  );
}
