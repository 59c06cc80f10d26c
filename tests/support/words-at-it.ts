import type { Collector } from "@/scripts/services/collector";

/** The words of all reports that the collector has, asked for without the extension. */
export async function wordsAtIt({ url, reviewerToken }: Collector): Promise<string[]> {
  const response = await fetch(`${url}/v1/changes?limit=500`, {
    headers: { authorization: `Bearer ${reviewerToken}` },
  });
  const { items } = (await response.json()) as { items: { doc?: { words?: string } }[] };
  return items.flatMap(({ doc }) => doc?.words ?? []);
}
