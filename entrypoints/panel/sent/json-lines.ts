export interface JsonLine {
  depth: number;
  text: string;
}

/**
 * JSON in lines for people to read, without a character more or less: the lines put together are the text itself.
 * Only where a line ends and how far it stands in is ours.
 */
export function jsonLines(json: string): JsonLine[] {
  const lines: JsonLine[] = [];
  let depth = 0;
  let text = "";
  const end = (nextDepth: number) => {
    if (text !== "") lines.push({ depth, text });
    text = "";
    depth = nextDepth;
  };
  // A string with its escapes, or a single character.
  for (const [piece] of json.matchAll(/"(?:[^"\\]|\\[^])*"?|[^]/g)) {
    if (piece === "}" || piece === "]") end(depth - 1);
    text += piece;
    if (piece === "{" || piece === "[") end(depth + 1);
    else if (piece === ",") end(depth);
  }
  end(0);
  return lines;
}
