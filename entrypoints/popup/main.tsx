import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { browser } from "wxt/browser";
import { EarshotDatabase } from "@/lib/database/open";
import "@/components/theme.css";
import { App } from "./App";
import { loadInbox } from "./inbox/start-inbox";
import { recallWidth } from "./shell/popup-size";
import { uiLocale } from "./words/locale";

document.documentElement.lang = uiLocale();
if (recallWidth()) loadInbox();

// The background pulls more often for as long as this stays open.
browser.runtime.connect({ name: "popup" });

const root = document.querySelector("#root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App db={new EarshotDatabase()} />
    </StrictMode>,
  );
}
