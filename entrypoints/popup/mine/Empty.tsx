import MessageCircleHeart from "lucide-react/icons/message-circle-heart";
import Users from "lucide-react/icons/users";
import { i18n } from "#i18n";
import { EmptyState } from "@/components/EmptyState";

/** What My reports shows where there is nothing to show; it comes after the list, which most people have. */
const SAY = {
  nothing: () => (
    <EmptyState icon={<MessageCircleHeart />} title={i18n.t("mine.empty.title")}>
      <p>{i18n.t("mine.empty.text")}</p>
    </EmptyState>
  ),
  notChosen: () => <EmptyState quiet icon={<MessageCircleHeart />} title={i18n.t("mine.choose")} />,
  shared: () => (
    <EmptyState icon={<Users />} title={i18n.t("mine.shared.title")}>
      <p>{i18n.t("mine.shared.text")}</p>
    </EmptyState>
  ),
};

/** `nothing`: nothing said yet; `notChosen`: no report is open; `shared`: a computer of many, which keeps nothing. */
export function Empty({ why }: { why: keyof typeof SAY }) {
  return SAY[why]();
}
