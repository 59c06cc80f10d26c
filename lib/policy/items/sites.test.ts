import { expect, it } from "vitest";
import { nameFor } from "../name-for";
import { parsePolicy } from "../parse-policy";

const SITE = { name: "Orders", matches: ["https://a.example/*"] };

function read(...sites: object[]) {
  const { policy, refused } = parsePolicy({ sites });
  return { sites: policy.sites, refused: refused.map(({ place, reason }) => `${place} ${reason}`) };
}

it("takes names in other languages and a corner, and is the same site without them", () => {
  const names = [{ language: "de", text: " Bestellungen " }];
  expect(read({ ...SITE, names, corner: "top-left" })).toEqual({
    sites: [{ ...SITE, names: [{ language: "de", text: "Bestellungen" }], corner: "top-left" }],
    refused: [],
  });
  expect(read({ ...SITE, names: null, corner: "" })).toEqual({ sites: [SITE], refused: [] });
});

it("refuses a name and a corner by themselves, and keeps the site", () => {
  const names = [{ language: "German", text: "x" }, { language: "de", text: "" }, "x"];
  expect(read({ ...SITE, names, corner: "middle" })).toEqual({
    sites: [SITE],
    refused: [
      "sites[0].names[0] wrong-shape",
      "sites[0].names[1] wrong-shape",
      "sites[0].names[2] wrong-shape",
      "sites[0].corner not-a-choice",
    ],
  });
});

it("takes corners of as many sites as can be registered, and names the first that is too many", () => {
  const { sites, refused } = read(...Array.from({ length: 100 }, () => ({ ...SITE, corner: "top-left" })));
  expect(sites).toHaveLength(100);
  expect(sites.filter(({ corner }) => corner)).toHaveLength(40);
  expect(refused).toEqual(["sites[40].corner too-many"]);
});

it("is called as the person's language has it, else as reports have it", () => {
  const site = {
    ...SITE,
    names: [
      { language: "de", text: "Bestellungen" },
      { language: "pt-BR", text: "Pedidos" },
    ],
  };
  expect(["de-AT", "de", "pt-br", "pt", "fr"].map((language) => nameFor(site, language))).toEqual([
    "Bestellungen",
    "Bestellungen",
    "Pedidos",
    "Orders",
    "Orders",
  ]);
});

it("takes as many patterns as a page can be held against, and names the first site that is too many", () => {
  const hosts = (count: number) => Array.from({ length: count }, (_, at) => `https://a${at}.example/*`);
  const { sites, refused } = read(
    { name: "A", matches: hosts(1500) },
    { name: "B", matches: hosts(501) },
    { name: "C", matches: ["not a pattern"] },
  );
  expect(sites.map(({ name }) => name)).toEqual(["A"]);
  expect(refused).toEqual(["sites[1] too-many"]);
  expect(read({ name: "A", matches: Array.from({ length: 100_000 }, () => "x") }).refused).toEqual([
    "sites[0] too-many",
  ]);
});
