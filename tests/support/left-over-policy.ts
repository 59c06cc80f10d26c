import { removeFirefoxLeftOver } from "./firefox/policies";
import { removePolicy } from "./managed-policy";

/** What a run of the policy tests that was ended by force left behind would set up every browser of this run too. */
export default function removeLeftOverPolicy(): void {
  removePolicy();
  removeFirefoxLeftOver();
}
