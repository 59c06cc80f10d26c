const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

export function element(name: string, attributes: Record<string, string>, ...children: (Element | string)[]): Element {
  return { name, attributes, children };
}

/** `doctype` as it stands in the file. */
export function xmlFile(root: Element, doctype = ""): string {
  return `${HEAD}${doctype}${print(root, "")}\n`;
}

function print({ name, attributes, children }: Element, indent: string): string {
  const inTag = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `${indent}<${name}${inTag.join("")}`;
  if (children.length === 0) return `${open}/>`;
  if (children.every((child) => typeof child === "string")) return `${open}>${escapeXml(children.join(""))}</${name}>`;
  const inner = children.map((child) =>
    typeof child === "string" ? `${indent}  ${escapeXml(child)}` : print(child, `${indent}  `),
  );
  return `${open}>\n${inner.join("\n")}\n${indent}</${name}>`;
}

/** What XML cannot hold at all becomes a question mark of its own. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
