import { join } from "node:path";

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

/** Modules that only some need, and that these need all at once. */
export interface OneScript {
  name: string;
  /** Files, from the root, whose modules these are, with all that they import. */
  of: readonly string[];
  /** Files whose imports are not theirs, now or later: somebody needs these without the others. */
  without: readonly string[];
  /** Parts that are loaded later than `of`, and by nobody else. */
  apart: readonly string[];
}

/**
 * For the bundler, which else makes a file of its own for each set of pages and parts that share a module: forty files,
 * of which the browser asks for each by itself. Gives for a module the file that it belongs into, or null where the
 * bundler is to decide. What is not in it imports nothing of it, so that no two files need each other.
 */
export function oneScript(root: string, { name, of, without, apart }: OneScript) {
  let members: Set<string> | null = null;
  return (id: string, graph: Graph): string | null => {
    members ??= find(graph);
    return members.has(id) ? name : null;
  };

  function find(graph: Graph): Set<string> {
    const theirs = pathsOf([...of, ...apart]);
    const others = closure(without, (id) => {
      const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
      return [...importedIds, ...dynamicallyImportedIds.filter((later) => !theirs.includes(later))];
    });
    const all = closure(of, (id) => graph.getModuleInfo(id)?.importedIds ?? []);
    return new Set([...all].filter((id) => !others.has(id)));
  }

  function closure(files: readonly string[], imports: (id: string) => readonly string[]): Set<string> {
    const found = new Set<string>();
    const open = pathsOf(files);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(...imports(id));
    }
    return found;
  }

  function pathsOf(files: readonly string[]): string[] {
    return files.map((file) => join(root, file));
  }
}
