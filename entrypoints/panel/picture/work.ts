/** All of the picture that is loaded at the tick: one chunk. */
export { NO_EDITS } from "@/lib/capture/picture/edits";
export { makePicture, readShot, TooLarge } from "@/lib/capture/picture/make-picture";
export { Editor } from "./Editor";
export { sayBlack } from "./say-black";
