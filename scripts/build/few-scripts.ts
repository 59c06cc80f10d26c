import { join } from "node:path";

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** Files, from the root, whose imports are shared with those of other files. */
export interface SharedScripts {
  /** Who is to load few scripts. */
  of: string;
  /** What is loaded before it in any case; nothing where it is the first. */
  after?: string;
  /**
   * Names of scripts, and files that share imports with it. What more than one shares goes to the first, so that a script
   * needs only those named before it.
   */
  with: Record<string, readonly string[]>;
}

/** Of our own: what a package's index names, most of whom it names leave unused. */
const OURS = /^(components|entrypoints|lib)\//;

/**
 * For the bundler, which else makes a file of its own for each set of pages and parts that share a module: dozens of
 * files of some hundred bytes, of which the browser asks for each by itself. Gives for a module the script that it
 * belongs into, or null where the bundler is to decide. No two scripts need each other: each one's imports are in itself,
 * in those named before it, or in what at least as many share.
 */
export function fewScripts(root: string, all: readonly SharedScripts[]) {
  let scripts: Map<string, string> | null = null;
  return (id: string, graph: Graph): string | null => {
    scripts ??= new Map(all.flatMap((one) => [...find(graph, one)]));
    return scripts.get(id) ?? null;
  };

  function find(graph: Graph, { of, after, with: shared }: SharedScripts): Map<string, string> {
    const wanted = closure(graph, [of]);
    for (const id of after === undefined ? [] : closure(graph, [after])) wanted.delete(id);
    const found = new Map<string, string>();
    for (const [name, files] of Object.entries(shared)) {
      for (const id of closure(graph, files)) if (wanted.has(id) && !found.has(id)) found.set(id, name);
    }
    return found;
  }

  function closure(graph: Graph, files: readonly string[]): Set<string> {
    const found = new Set<string>();
    const open = files.map((file) => join(root, file));
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id) || !OURS.test(id.slice(root.length))) continue;
      found.add(id);
      open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
    }
    return found;
  }
}
