import type { Annoyance } from "../annoyance";

const customers = { site: "customers", path: "/customers", title: "Customers" } as const;
const customer = { site: "customers", path: "/customers/{id}", title: "Customer" } as const;

export const CUSTOMERS: readonly Annoyance[] = [
  {
    ...customers,
    kind: "slow",
    often: "daily",
    minutes: 5,
    weight: 7,
    begins: 2,
    lang: "en",
    said: {
      en: [
        "It takes half a minute until the customer list is there.",
        "With a customer on the phone thirty seconds are very long.",
        "list so slow I keep small talk ready",
      ],
      de: [
        "Kundenliste lädt und lädt, während der Kunde am Telefon wartet.",
        "Eine halbe Minute für eine Liste, die ich zwanzigmal am Tag brauche.",
      ],
      pt: ["A lista de clientes leva meio minuto para aparecer.", "o cliente espera no telefone e a lista não abre"],
    },
    steps: [
      {
        day: 3,
        status: "heard",
        note: "We found the reason: the list fetches every customer at once. I will tell you next week what we do.",
      },
      {
        day: 31,
        status: "done",
        note: "The list now shows the first fifty at once and fetches the rest while you scroll.",
      },
    ],
    helps: 0.88,
    paint: [28_400, 1500],
    published: {
      en: {
        title: "The customer list takes half a minute",
        workaround: "Search for the name right away: that is quick.",
      },
      de: {
        title: "Die Kundenliste braucht eine halbe Minute",
        workaround: "Gleich nach dem Namen suchen, das geht schnell.",
      },
      pt: { title: "A lista de clientes leva meio minuto", workaround: "Busque direto pelo nome: é rápido." },
    },
  },
  {
    ...customers,
    kind: "confusing",
    often: "weekly",
    minutes: 15,
    weight: 5,
    begins: 176,
    lang: "de",
    said: {
      en: [
        "The same customer is in there four times and I never know which one counts.",
        "which of the three Harbour Bakeries is the real one?",
      ],
      de: [
        "Kunden sind doppelt und dreifach angelegt.",
        "Welche von den drei Hafenbäckereien ist denn die richtige?",
        "dubletten ohne ende, letzte rechnung ging an die falsche adresse",
      ],
      pt: ["O mesmo cliente aparece quatro vezes na lista."],
    },
    steps: [
      {
        day: 8,
        status: "heard",
        note: "Danke. Wir zählen gerade, wie viele es sind, und sagen Ihnen nächste Woche, wie wir aufräumen.",
      },
      {
        day: 44,
        status: "planned",
        note: "Im Januar führen wir doppelte Kunden zusammen. Wer mitentscheiden will, welcher Eintrag gilt, antwortet einfach hier.",
      },
    ],
    published: {
      de: {
        title: "Manche Kunden stehen mehrfach in der Liste",
        workaround: "Der Eintrag mit dem grünen Punkt ist der, auf den Rechnungen gehen.",
      },
      en: {
        title: "Some customers are in the list more than once",
        workaround: "Bills go to the entry with the green dot.",
      },
      pt: {
        title: "Alguns clientes aparecem mais de uma vez",
        workaround: "As faturas vão para o registro com o ponto verde.",
      },
    },
  },
  {
    ...customer,
    path: "/customers/{id}/notes",
    title: "Notes",
    element: ["textbox", "Note"],
    kind: "broken",
    often: "daily",
    minutes: 5,
    weight: 6,
    begins: 66,
    lang: "en",
    said: {
      en: [
        "A call comes in, the page jumps to the caller, my half-written note is gone.",
        "note lost again because the phone rang",
        "I write notes on paper first now. That cannot be the idea.",
      ],
      de: [
        "Anruf kommt rein, Seite springt um, Notiz ist weg.",
        "Halbe Notizen verschwinden, wenn das Telefon klingelt.",
      ],
      pt: ["Quando o telefone toca a página muda e perco a anotação.", "perdi a anotação de novo"],
    },
    steps: [
      {
        day: 2,
        status: "heard",
        note: "That is no way to work. I have shown it to the makers today and will write again on Friday.",
      },
      {
        day: 28,
        status: "done",
        note: "Half-written notes are kept now. You find them again when you come back to the customer.",
      },
    ],
    helps: 0.9,
    published: {
      en: {
        title: "Notes are lost when a call comes in",
        workaround: "Open the notes in a window of their own: press the two squares above the note.",
      },
      de: {
        title: "Notizen gehen bei einem Anruf verloren",
        workaround: "Die Notiz in einem eigenen Fenster öffnen: die zwei Quadrate darüber drücken.",
      },
    },
  },
  {
    ...customer,
    element: ["cell", "Phone"],
    kind: "missing",
    often: "hourly",
    minutes: 0.25,
    weight: 4,
    begins: 98,
    lang: "en",
    said: {
      en: [
        "I type every phone number into the phone by hand. Can I not click it?",
        "click to call please, sixty numbers a day",
      ],
      de: ["Telefonnummer anklicken und fertig, das wär schön.", "Ich tippe den ganzen Tag Nummern ab."],
      pt: ["Queria clicar no número para ligar."],
    },
    steps: [
      {
        day: 5,
        status: "possible",
        note: "You can: hold Alt and click the number, and the phone on your desk dials. It works on every customer's page.",
      },
    ],
    helps: 0.85,
    published: {
      en: {
        title: "You can click a number to call it",
        text: "Hold Alt and click the number: the phone on your desk dials.",
      },
      de: {
        title: "Nummern lassen sich anklicken",
        text: "Alt halten und auf die Nummer klicken: Ihr Tischtelefon wählt.",
      },
      pt: {
        title: "É possível clicar no número para ligar",
        text: "Segure Alt e clique no número: o telefone da mesa disca.",
      },
    },
  },
];
