import type { PageContext } from "@/lib/protocol/context";
import { browserName } from "./browser-name";
import { failedRequests } from "./failed-requests";
import type { RawPage } from "./read-page";
import { shortText } from "./short-text";
import { exactPath, templatePath } from "./template-path";

/**
 * What is known of a page when the panel opens. The exact path is kept apart: it is sent only if the person says so. So
 * are query and hash, of which the background keeps what policy names.
 */
export interface CapturedPage {
  context: PageContext;
  exactPath: string | null;
  search: string;
  hash: string;
}

/** What a report may say of a page: ids are templates, and what looks private is hidden. */
export function contextOf(raw: RawPage): CapturedPage {
  const { origin, pathname, search, hash, timings } = raw;
  const title = shortText(raw.title, 200);
  const failed = failedRequests(raw.failed, origin);
  const context: PageContext = {
    origin,
    path: templatePath(pathname, hash),
    ...(title ? { title } : {}),
    ...(Object.keys(timings).length > 0 ? { timings } : {}),
    ...(failed ? { failedRequests: failed } : {}),
    ...browserName(raw.userAgent),
    viewport: raw.viewport,
    locale: raw.locale,
  };
  return { context, exactPath: exactPath(pathname, hash), search, hash };
}
