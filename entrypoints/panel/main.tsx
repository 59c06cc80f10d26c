import { createRoot } from "react-dom/client";
import { App } from "./App";
import { Fallback } from "./Fallback";
import { joinSession } from "./session";

const box = document.querySelector<HTMLTextAreaElement>("#words");
const ask = document.querySelector<HTMLElement>("#ask");
const root = document.querySelector("#root");

// The nonce is good once; it need not stand in the address any longer.
const nonce = location.hash.slice(1);
history.replaceState(null, "", location.pathname);

if (box && ask && root)
  createRoot(root).render(
    <Fallback>
      <App box={box} ask={ask} joining={joinSession(nonce)} />
    </Fallback>,
  );
