/** A page of plain texts; everything in it is escaped. */
export interface TextPage {
  /** BCP 47. */
  lang: string;
  title: string;
  /** Below the title: whose it is, and of when. */
  about: string;
  sections: readonly TextSection[];
}

export interface TextSection {
  title: string;
  /** One paragraph each. */
  paragraphs?: readonly string[];
  /** A sentence or two each. */
  points?: readonly string[];
  items?: readonly { title: string; lines: readonly string[] }[];
}

/** One file with nothing around it: it loads nothing, runs nothing, and reads well on paper. */
export function pageHtml({ lang, title, about, sections }: TextPage): string {
  return `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="about">${escaped(about)}</p>
${sections.map(sectionHtml).join("\n")}
</main>
</body>
</html>
`;
}

function sectionHtml({ title, paragraphs = [], points = [], items = [] }: TextSection): string {
  const list = items.map(
    ({ title: name, lines }) => `<li><h3 dir="auto">${escaped(name)}</h3>${lines.map(paragraph).join("")}</li>`,
  );
  return [
    `<section><h2>${escaped(title)}</h2>`,
    ...paragraphs.map(paragraph),
    ...(points.length > 0 ? [`<ul class="points">${points.map(point).join("\n")}</ul>`] : []),
    ...(list.length > 0 ? [`<ul>${list.join("\n")}</ul>`] : []),
    "</section>",
  ].join("\n");
}

function paragraph(text: string): string {
  return `<p dir="auto">${escaped(text)}</p>`;
}

function point(text: string): string {
  return `<li dir="auto">${escaped(text)}</li>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Like the rest of Earshot, and on its own: a file knows no theme of ours. */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#fbfaf6, #151a1a); color: light-dark(#1b2324, #edf1ee);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 48px 24px; }
h1 { margin: 0; font-size: 28px; line-height: 1.25; }
h2 { margin: 36px 0 8px; padding-bottom: 4px; border-bottom: 1px solid light-dark(#e4e0d6, #2f3938); font-size: 18px;
  color: light-dark(#0c5a58, #66c9c1); }
h3 { margin: 0; font-size: 15px; }
p { max-width: 65ch; margin: 4px 0; overflow-wrap: anywhere; white-space: pre-wrap; }
ul { margin: 8px 0 0; padding: 0; list-style: none; }
li { padding: 10px 0; border-bottom: 1px solid light-dark(#e4e0d6, #2f3938); break-inside: avoid; }
.points { padding-inline-start: 20px; list-style: disc; }
.points li { max-width: 65ch; padding: 2px 0; border: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
li p + p, .about { color: light-dark(#545f5e, #a9b5b2); }
@media print { :root { color-scheme: light; } body { background: none; } main { padding: 0; max-width: none; }
  h2 { break-after: avoid; } }
`;
