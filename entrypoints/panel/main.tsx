import { createRoot } from "react-dom/client";
import { App } from "./App";
import { Fallback } from "./Fallback";

const box = document.querySelector<HTMLTextAreaElement>("#words");
const ask = document.querySelector<HTMLElement>("#ask");
const root = document.querySelector("#root");
// The panel's first script has said hello already.
const joining = globalThis.earshotJoining;

if (box && ask && root && joining)
  createRoot(root).render(
    <Fallback>
      <App box={box} ask={ask} joining={joining} />
    </Fallback>,
  );
