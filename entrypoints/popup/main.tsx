import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { EarshotDatabase } from "@/lib/database/open";
import "@/components/theme.css";
import { App } from "./App";
import { loadInbox } from "./inbox/start-inbox";
import { recallWidth } from "./shell/popup-size";
import { askState } from "./shell/use-app-state";
import { uiLocale } from "./words/locale";

document.documentElement.lang = uiLocale();
// All that the first screen waits for is under way before anything is rendered.
const db = new EarshotDatabase();
const state = Promise.all([askState(), recallWidth() ? loadInbox(db) : null]).then(([first]) => first);
// Whoever shows it says that it failed.
state.catch(() => {});

const root = document.querySelector("#root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App db={db} asked={state} />
    </StrictMode>,
  );
}
