import type { Corner } from "@/lib/messaging/messages";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** CSS pixels: the button with the gap around it that keeps it off the edge and off what has the focus. */
const REACH = 60;

/** `inset` of a thing in a corner, so many pixels from both its edges. */
export function inset(corner: Corner, gap: string): string {
  const at = (edge: string) => (corner.includes(edge) ? gap : "auto");
  return `${at("top")} ${at("right")} ${at("bottom")} ${at("left")}`;
}

/** The nearest corner from `home` on where the button does not lie on the box; home where the box is everywhere. */
export function freeCorner(home: Corner, box: Box, width: number, height: number): Corner {
  const [vertical, horizontal] = home.split("-");
  const side = horizontal === "right" ? "left" : "right";
  const end = vertical === "top" ? "bottom" : "top";
  const corners = [home, `${vertical}-${side}`, `${end}-${horizontal}`, `${end}-${side}`] as Corner[];
  const free = corners.find((corner) => {
    const beside = corner.includes("right") ? box.right < width - REACH : box.left > REACH;
    const above = corner.includes("bottom") ? box.bottom < height - REACH : box.top > REACH;
    return beside || above;
  });
  return free ?? home;
}
