import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { EarshotDatabase } from "@/lib/database/open";
import "@/components/theme.css";
import { App } from "./App";
import { loadInbox } from "./inbox/start-inbox";
import { firstState } from "./shell/known-state";
import { recallWidth } from "./shell/popup-size";
import { uiLocale } from "./words/locale";

document.documentElement.lang = uiLocale();
// All that the first screen waits for is under way before anything is rendered.
const db = new EarshotDatabase();
const ready = recallWidth() ? loadInbox(db) : Promise.resolve();
const { asked, remembered } = globalThis.earshotState ?? firstState();
const state = { asked: ready.then(() => asked), remembered: ready.then(() => remembered) };

const root = document.querySelector("#root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App db={db} first={state} />
    </StrictMode>,
  );
}
