import type { Language, SiteKey } from "./annoyance";

/** The name that every screen shows says that nothing of it is real. */
export const COMPANY = "Nordwind Logistics (sample data)";

export interface SampleSite {
  /** As policy's `sites` names it. */
  name: string;
  origin: string;
  purpose: string;
  owner: string;
}

/** The company's tools. The handbook is the one that `npm start` really serves; the others are names only. */
export function sitesOf(handbookOrigin: string): Record<SiteKey, SampleSite> {
  return {
    handbook: {
      name: "Nordwind handbook",
      origin: handbookOrigin,
      purpose: "How things work here, for everybody",
      owner: "Service desk",
    },
    orders: {
      name: "Orders",
      origin: "https://orders.nordwind.example",
      purpose: "Freight orders, from the first question to the bill",
      owner: "Dispatch",
    },
    travel: {
      name: "Trips and expenses",
      origin: "https://travel.nordwind.example",
      purpose: "Planning trips, and getting the money back",
      owner: "Finance",
    },
    time: {
      name: "Time sheet",
      origin: "https://time.nordwind.example",
      purpose: "Working time and leave",
      owner: "Human resources",
    },
    stock: {
      name: "Warehouse",
      origin: "https://warehouse.nordwind.example",
      purpose: "What lies where in the three halls",
      owner: "Warehouse office",
    },
    customers: {
      name: "Customers",
      origin: "https://customers.nordwind.example",
      purpose: "Who we work for, and what we have promised them",
      owner: "Sales",
    },
  };
}

/** Who answers for IT, and in which language. */
export const REVIEWERS: Record<Language, readonly string[]> = {
  en: ["Robin from IT", "Mara from IT"],
  de: ["Jonas aus der IT", "Mara from IT"],
  pt: ["Lia da TI"],
};

const FIRST_NAMES: Record<Language, string> = {
  en: "Priya Tomasz Noor Ellis Freya Idris Wren Otis Salma Bram Nell Jules Ravi Odile Kit Maeve Tariq Hollis Una Pim",
  de: "Anke Malte Swantje Henning Wiebke Ole Gesa Torben Insa Fiete Levke Bosse Jorid Eike Meike Haye Silke Nils",
  pt: "Ines Thiago Marlene Caio Iara Davi Luana Rui Benedita Otto Jacira Enzo Marisa Gil",
};

const TEAMS: Record<Language, readonly string[]> = {
  en: ["from Dispatch", "from Accounting", "from Sales", "from Hall 2", "from Customs", "from the late shift"],
  de: ["aus der Disposition", "aus der Buchhaltung", "aus Halle 1", "vom Empfang", "aus dem Einkauf", "vom Fuhrpark"],
  pt: ["do planejamento", "da garagem", "do financeiro", "da alfândega", "das vendas"],
};

/** Names that nobody can take for a real person's: "Priya from Dispatch". */
export const PEOPLE: Record<Language, readonly string[]> = {
  en: named("en"),
  de: named("de"),
  pt: named("pt"),
};

function named(language: Language): string[] {
  const teams = TEAMS[language];
  return FIRST_NAMES[language].split(" ").flatMap((name, index) => {
    const first = teams[index % teams.length] ?? "";
    const second = teams[(index + 2) % teams.length] ?? "";
    return [`${name} ${first}`, `${name} ${second}`];
  });
}
