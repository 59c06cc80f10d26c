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
/** So long the popup may stand as its first script has drawn it. */
const PATIENCE_MS = 300;

// All that the first screen waits for is under way before anything is rendered.
const db = new EarshotDatabase();
const ready = recallWidth() ? loadInbox(db) : Promise.resolve();
const { asked, remembered } = globalThis.earshotState ?? firstState();

async function start(root: Element): Promise<void> {
  // What is drawn once, with its rows, is there sooner than what is drawn twice.
  const tired = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const known = await Promise.race([ready.then(() => remembered), tired]);
  const first = { known, asked: ready.then(() => asked), remembered: ready.then(() => remembered) };
  createRoot(root).render(
    <StrictMode>
      <App db={db} first={first} />
    </StrictMode>,
  );
}

const root = document.querySelector("#root");
if (root) void start(root);
