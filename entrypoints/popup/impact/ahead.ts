import "./Impact";

/** The screen's script and its figures, before somebody asks for them. */
export { countAhead } from "./figures-ahead";
