import { join } from "node:path";

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** A script of its own, and the files, from the root, that it is made for. */
export interface Layer {
  name: string;
  /** With all that they import. */
  of: readonly string[];
  /** Of that, only what these import as well. */
  sharedWith?: readonly string[];
}

/**
 * For the bundler, which else makes a file of its own for each set of parts that share a module: dozens of files of some
 * hundred bytes, of which the browser asks for each by itself. Gives for a module the script that it belongs into, or
 * null where the bundler is to decide. What more than one layer needs goes to the first, so that a script needs only those
 * of the layers before it, and no two need each other.
 */
export function fewScripts(root: string, layers: readonly Layer[]) {
  let scripts: Map<string, string> | null = null;
  return (id: string, graph: Graph): string | null => {
    scripts ??= find(graph);
    return scripts.get(id) ?? null;
  };

  function find(graph: Graph): Map<string, string> {
    const found = new Map<string, string>();
    for (const { name, of, sharedWith } of layers) {
      const shared = sharedWith && closure(graph, sharedWith);
      for (const id of closure(graph, of)) {
        if (!found.has(id) && (shared?.has(id) ?? true)) found.set(id, name);
      }
    }
    return found;
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
