import { send } from "@/lib/messaging/client";
import { text } from "@/lib/platform/text";
import type { LauncherHandle } from "../launcher.content/handle";
import { nextCorner } from "./edges";
import { MENU_STYLE } from "./look";

/** The launcher's menu, by right click, Shift+F10 and the menu key; all of it works by keyboard (ARIA's menu pattern). */
export function letShowMenu(launcher: LauncherHandle): void {
  const { button, root } = launcher;
  const style = document.createElement("style");
  style.textContent = MENU_STYLE;
  root.append(style);
  let shown: HTMLElement | null = null;

  const close = (andFocus: boolean) => {
    // Taking it away moves the focus, which leads back here: by then nothing may be shown any more.
    const old = shown;
    shown = null;
    launcher.busy = false;
    old?.remove();
    button.removeAttribute("aria-expanded");
    if (andFocus) button.focus({ preventScroll: true });
  };

  const show = (element: HTMLElement) => {
    close(false);
    shown = element;
    launcher.busy = true;
    element.className = `sheet ${launcher.corner}`;
    element.addEventListener("keydown", (event) => {
      // What the page does with keys ends here; what it takes away before us, we cannot have.
      event.stopPropagation();
      if (event.key === "Escape" || event.key === "Tab") {
        event.preventDefault();
        close(true);
      }
    });
    element.addEventListener("focusout", (event) => {
      const stays = event.relatedTarget instanceof Node && element.contains(event.relatedTarget);
      if (!stays && shown === element) close(false);
    });
    root.append(element);
  };

  const why = () => {
    const note = document.createElement("div");
    note.setAttribute("role", "dialog");
    note.ariaLabel = text("launcher_why");
    const words = document.createElement("p");
    words.textContent = text("launcher_whyText");
    const done = pressable(text("launcher_whyClose"), () => close(true));
    const sheet = pressable(text("sheet_link"), () => {
      close(true);
      send("sheet.show", null).catch(() => {});
    });
    note.append(words, sheet, done);
    show(note);
    done.focus();
  };

  const items: readonly [string, () => void][] = [
    ["launcher_today", () => hide("tomorrow")],
    ["launcher_never", () => hide("always")],
    [
      "launcher_move",
      () => {
        const corner = nextCorner(launcher.corner);
        close(true);
        launcher.place(corner);
        send("launcher.move", { corner }).catch(() => {});
      },
    ],
    ["launcher_why", why],
  ];

  const hide = (until: "tomorrow" | "always") => {
    close(false);
    send("launcher.hide", { until })
      .then(() => launcher.remove())
      .catch(() => {});
  };

  const openMenu = () => {
    const menu = document.createElement("div");
    menu.setAttribute("role", "menu");
    menu.ariaLabel = text("launcher_menu");
    const entries = items.map(([key, act]) => {
      const entry = pressable(text(key), act);
      entry.setAttribute("role", "menuitem");
      entry.tabIndex = -1;
      return entry;
    });
    menu.append(...entries);
    menu.addEventListener("keydown", (event) => {
      const at = entries.findIndex((entry) => entry === root.activeElement);
      const next = nextEntry(event.key, at, entries);
      if (next === undefined) return;
      event.preventDefault();
      entries[next]?.focus();
    });
    show(menu);
    button.ariaExpanded = "true";
    entries[0]?.focus();
  };

  button.ariaHasPopup = "menu";
  button.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (!shown) openMenu();
  });
  // Some pages take the context menu away from everybody; the keys are asked for by themselves.
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ContextMenu" && !(event.shiftKey && event.key === "F10")) return;
    event.preventDefault();
    event.stopPropagation();
    openMenu();
  });
}

function pressable(label: string, act: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.textContent = label;
  element.addEventListener("click", (event) => event.isTrusted && act());
  return element;
}

/** Arrow keys go round, Home and End to the ends, a letter to the next entry that begins with it. */
function nextEntry(key: string, at: number, entries: readonly HTMLElement[]): number | undefined {
  const { length } = entries;
  if (key === "ArrowDown") return (at + 1) % length;
  if (key === "ArrowUp") return (at - 1 + length) % length;
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  if (key.length !== 1 || key === " ") return undefined;
  const order = entries.map((_entry, offset) => (at + 1 + offset) % length);
  return order.find((one) => entries[one]?.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}
