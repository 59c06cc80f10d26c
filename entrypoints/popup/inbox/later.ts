/** One script: what a reviewer needs of the Inbox once its rows are there. */
export { GetOut } from "./GetOut";
export { InboxDetail } from "./InboxDetail";
export { Many } from "./Many";
export { Printed } from "./print/Printed";
export { Shortcuts } from "./Shortcuts";
export { Views } from "./Views";
