import { createPart } from "./shell/create-part";

/*
 * What only reviewers need: an employee's popup opens without it, and a reviewer's has it before they look.
 */

export const inboxPart = createPart(async () => (await import("./inbox/desk")).Inbox);
export const undoPart = createPart(async () => (await import("./inbox/desk")).UndoDeed);
export const impactPart = createPart(async () => (await import("./impact/Impact")).Impact);
export const businessPart = createPart(async () => (await import("./business/Business")).Business);
