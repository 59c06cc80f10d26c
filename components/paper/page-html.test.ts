import fc from "fast-check";
import { expect, test } from "vitest";
import { pageHtml } from "./page-html";

const page = (text: string) =>
  pageHtml({
    lang: text,
    title: text,
    about: text,
    sections: [{ title: text, paragraphs: [text], points: [text, text], items: [{ title: text, lines: [text] }] }],
  });

test("whatever a text is, the page has the same elements, and nothing of it is one", () => {
  const shape = (html: string) => html.match(/<[^>]*>/g)?.map((tag) => tag.replaceAll(/="[^"]*"/g, ""));
  const plain = shape(page("x"));
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom("</style><script>", '" onload="', "<!--", "]]>", "&lt;")),
      (text) => {
        expect(shape(page(text))).toEqual(plain);
      },
    ),
  );
});

test("it loads nothing and runs nothing", () => {
  const html = page('<img src="https://x.example/a.png" onerror="alert(1)">');
  expect(html).toContain("default-src 'none'");
  expect(html).toContain("&lt;img src=&quot;https://x.example/a.png&quot; onerror=&quot;alert(1)&quot;&gt;");
  expect(html).not.toMatch(/<(script|img|link|iframe|a)\b/);
});
