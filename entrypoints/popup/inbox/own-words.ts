import { createContext } from "react";
import type { OwnWord } from "@/lib/policy/policy";

/** What the organisation wants to be marked in answers, by policy. */
export const OwnWords = createContext<readonly OwnWord[]>([]);
