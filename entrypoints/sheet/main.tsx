import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { i18n } from "#i18n";
import "@/components/theme.css";
import { Sheet } from "./Sheet";

document.title = i18n.t("sheet.title");
document.documentElement.lang = i18n.t("words.locale");

const root = document.querySelector("#root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Sheet />
    </StrictMode>,
  );
}
