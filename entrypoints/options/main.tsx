import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import "@/components/theme.css";
import { Options } from "./Options";

document.title = i18n.t("options.title");
document.documentElement.lang = i18n.t("words.locale");

// The background pulls while this is open, so that the role shown is the one that the collector gives now.
browser.runtime.connect({ name: "popup" });

const root = document.querySelector("#root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Options />
    </StrictMode>,
  );
}
