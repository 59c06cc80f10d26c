import { join } from "node:path";

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** Modules that only some need, and that these need all at once. */
export interface OneScript {
  name: string;
  /** Files, from the root, whose modules these are, with all that they import. */
  of: readonly string[];
  /** Files whose imports are not theirs: somebody needs these without the others. */
  without: readonly string[];
}

/**
 * For the bundler, which else makes a file of its own for each set of pages and parts that share a module: forty files,
 * of which the browser asks for each by itself. Gives for a module the file that it belongs into, or null where the
 * bundler is to decide. What is not in it imports nothing of it, so that no two files need each other.
 */
export function oneScript(root: string, { name, of, without }: OneScript) {
  let members: Set<string> | null = null;
  return (id: string, graph: Graph): string | null => {
    members ??= find(graph);
    return members.has(id) ? name : null;
  };

  function find(graph: Graph): Set<string> {
    const others = closure(graph, without);
    return new Set([...closure(graph, of)].filter((id) => !others.has(id)));
  }

  function closure(graph: Graph, files: readonly string[]): Set<string> {
    const found = new Set<string>();
    const open = files.map((file) => join(root, file));
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
    }
    return found;
  }
}
