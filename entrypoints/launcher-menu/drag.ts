import { send } from "@/lib/messaging/client";
import type { Corner } from "@/lib/messaging/messages";
import type { LauncherHandle } from "../launcher.content/handle";
import { alongEdge, nearestCorner } from "./edges";

/** CSS pixels that a press may wander before it is a drag: hands shake. */
const SLACK = 5;

/** Drags the button along the window's edges; let go, it snaps to the nearest corner. Escape puts it back. */
export function letDrag(launcher: LauncherHandle): void {
  const { button, root } = launcher;
  const host = root.host as HTMLElement;

  button.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || !down.isTrusted) return;
    launcher.busy = false;
    const end = new AbortController();
    const { signal } = end;
    button.setPointerCapture(down.pointerId);

    const isDrag = (event: PointerEvent) =>
      launcher.busy || Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLACK;

    const stop = (corner: Corner) => {
      end.abort();
      launcher.place(corner);
    };

    button.addEventListener(
      "pointermove",
      (move) => {
        if (!isDrag(move)) return;
        launcher.busy = true;
        const { left, top } = alongEdge(move.clientX, move.clientY, innerWidth, innerHeight);
        host.style.setProperty("--at", `${top}px auto auto ${left}px`);
      },
      { signal },
    );
    button.addEventListener(
      "pointerup",
      (up) => {
        end.abort();
        if (!launcher.busy) return;
        const corner = nearestCorner(up.clientX, up.clientY, innerWidth, innerHeight);
        stop(corner);
        send("launcher.move", { corner }).catch(() => {});
      },
      { signal },
    );
    // However the press ends, after Escape too; the click that belongs to it comes before any timer.
    button.addEventListener("lostpointercapture", () => setTimeout(() => (launcher.busy = false)), { once: true });
    button.addEventListener("pointercancel", () => stop(launcher.corner), { signal });
    button.addEventListener("keydown", (key) => key.key === "Escape" && stop(launcher.corner), { signal });
  });
}
