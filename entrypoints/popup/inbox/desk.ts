/** One script: whoever shows the Inbox watches it. */
export { firstList, watchInbox } from "@/lib/inbox/watch-inbox";
export { Inbox } from "./Inbox";
export { UndoDeed } from "./UndoDeed";
