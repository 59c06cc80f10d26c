import type { Annoyance } from "../annoyance";

const customers = { site: "customers", path: "/customers", title: "Customers" } as const;
const customer = { site: "customers", path: "/customers/{id}", title: "Customer" } as const;

export const MORE_CUSTOMERS: readonly Annoyance[] = [
  {
    ...customers,
    kind: "missing",
    often: "weekly",
    minutes: 15,
    weight: 4,
    begins: 51,
    lang: "pt",
    said: {
      en: ["No way to get my customers into a spreadsheet.", "I copy the list page by page for the quarterly meeting"],
      de: ["Kundenliste nach Excel gibt es nicht, also kopiere ich seitenweise."],
      pt: [
        "Não consigo passar a lista de clientes para uma planilha.",
        "copio página por página para a reunião",
        "Falta um botão para baixar a lista.",
      ],
    },
    steps: [
      {
        day: 4,
        status: "possible",
        note: "Já existe: marque os clientes na lista e escolha Salvar seleção no menu de três pontos. O arquivo abre na planilha.",
      },
    ],
    helps: 0.8,
    published: {
      pt: {
        title: "A lista pode ser salva como planilha",
        text: "Marque os clientes e escolha Salvar seleção no menu de três pontos.",
      },
      en: {
        title: "The list can be saved for a spreadsheet",
        text: "Tick the customers, then choose Save selection in the menu with three dots.",
      },
      de: {
        title: "Die Liste lässt sich als Tabelle speichern",
        text: "Kunden ankreuzen, dann im Menü mit drei Punkten Auswahl speichern.",
      },
    },
  },
  {
    ...customer,
    element: ["combobox", "Line of business"],
    kind: "steps",
    often: "daily",
    minutes: 1,
    weight: 5,
    begins: 181,
    lang: "en",
    said: {
      en: [
        "I must choose a line of business before I may save a phone number. I always take Other.",
        "forced to pick an industry. baker is not in the list",
      ],
      de: [
        "Ohne Branche kann ich nicht speichern. Ich nehme immer Sonstiges.",
        "Pflichtfeld Branche: kennt kein Mensch, braucht kein Mensch.",
      ],
      pt: ["Sou obrigado a escolher um ramo para salvar um telefone."],
    },
    steps: [
      {
        day: 6,
        status: "heard",
        note: "I asked sales whether anybody reads it. They answer by Monday, and then I write here.",
      },
      {
        day: 22,
        status: "done",
        note: "You can leave the line of business empty now. Sales was glad to be rid of it too.",
      },
    ],
    helps: 0.97,
  },
  {
    ...customer,
    kind: "missing",
    often: "weekly",
    minutes: 1,
    weight: 2,
    begins: 259,
    lang: "en",
    said: {
      en: ["Show me what time it is at the customer's, I woke somebody in Santos today."],
      de: ["Uhrzeit beim Kunden wäre gut, ich habe heute jemanden in Brasilien geweckt."],
      pt: ["Seria bom ver que horas são na cidade do cliente."],
    },
    steps: [
      {
        day: 12,
        status: "declined",
        note: "We would have to look after the time zone of four thousand customers, and nobody has the hours for it now. The clock of your calendar can show three places: Settings, then Clocks.",
        lookAgainAfter: 120,
      },
    ],
    published: {
      en: {
        title: "The time at the customer's is not shown",
        workaround: "The clock of your calendar can show three places: Settings, then Clocks.",
      },
    },
  },
  {
    ...customer,
    path: "/customers/{id}/offers",
    title: "Offers",
    kind: "broken",
    often: "daily",
    minutes: 15,
    weight: 2,
    begins: 351,
    lang: "en",
    said: {
      en: [
        "Offers open as an empty page since Monday.",
        "white page instead of the offer, customer is waiting",
        "cannot open any offer from last week",
      ],
      de: ["Angebote gehen seit Montag nicht mehr auf, alles weiß.", "angebot weg? seite bleibt leer"],
      pt: ["As propostas abrem em branco desde segunda."],
    },
  },
];
