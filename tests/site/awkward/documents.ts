import { appBody, appPage, page, type SamplePage } from "../page";

/** Frames of this server: of the same origin, and of another (`localhost` is not `127.0.0.1`). */
const frames = `<iframe src="/" title="Inside" width="400" height="200"></iframe>
<iframe title="Foreign" width="400" height="200"></iframe>
<script>document.querySelector("[title=Foreign]").src = "http://localhost:" + location.port + "/hot-keys";</script>`;

/** The smallest page that PDF viewers take. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** Everything that a browser shows in a tab, beside today's HTML. */
export const DOCUMENT_PAGES: Record<string, SamplePage> = {
  "/xhtml": {
    type: "application/xhtml+xml; charset=utf-8",
    body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>XHTML</title></head><body>${appBody("XHTML")}</body></html>`,
  },
  "/quirks": { body: appPage("Quirks").replace("<!doctype html>", "") },
  "/frameset": {
    body: `<html><head><title>Frames</title></head><frameset cols="30%,70%"><frame src="/" name="menu"><frame src="/quirks" name="work"></frameset></html>`,
  },
  "/framed": page("Outside", frames),
  "/drawing.svg": {
    type: "image/svg+xml",
    body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="5" cy="5" r="4"/></svg>',
  },
  "/data.xml": { type: "application/xml", body: "<?xml version='1.0'?><orders><order id='4711'/></orders>" },
  "/text.txt": { type: "text/plain; charset=utf-8", body: "A log, as tools show them.\n".repeat(200) },
  "/paper.pdf": { type: "application/pdf", body: pdf },
};
