import type { Annoyance } from "../annoyance";

const goodsIn = { site: "stock", path: "/goods-in/{id}", title: "Goods in" } as const;

export const MORE_STOCK: readonly Annoyance[] = [
  {
    ...goodsIn,
    element: ["button", "Print label"],
    kind: "steps",
    often: "hourly",
    minutes: 0.25,
    weight: 6,
    begins: 109,
    lang: "en",
    said: {
      en: [
        "It offers the printer in Bremen first. Every label. I am in Hamburg.",
        "label comes out in another hall because the first printer in the list is not mine",
        "Choosing the printer for each label is silly",
      ],
      de: [
        "Etikett landet im falschen Drucker, weil der erste in der Liste nicht meiner ist.",
        "bei jedem etikett drucker neu auswählen",
      ],
      pt: ["A etiqueta sai na impressora do outro galpão.", "preciso escolher a impressora em cada etiqueta"],
    },
    steps: [
      {
        day: 5,
        status: "heard",
        note: "That should not be. I am asking which tablets stand in which hall, and write again on Tuesday.",
      },
      { day: 21, status: "done", note: "Each tablet now remembers the printer that you chose last." },
    ],
    helps: 0.6,
  },
  {
    site: "stock",
    path: "/pallets/{id}",
    title: "Pallet",
    element: ["button", "Release"],
    kind: "steps",
    often: "hourly",
    minutes: 0.25,
    weight: 5,
    begins: 125,
    lang: "de",
    said: {
      en: [
        "Are you sure? Really sure? Yes. Every pallet twice.",
        "two confirmations for each pallet, three hundred pallets a day",
      ],
      de: [
        "Jede Palette zweimal bestätigen. Ja, ich bin sicher!",
        "Die zweite Rückfrage liest doch keiner mehr.",
        "sind sie sicher? ja. wirklich? JA.",
      ],
      pt: ["Duas confirmações para cada palete é demais."],
    },
    steps: [
      {
        day: 11,
        status: "declined",
        note: "Die zweite Frage verlangt die Arbeitssicherheit, seit im März eine Palette zu früh freigegeben wurde. Mit der Eingabetaste geht sie ohne Hinsehen weg.",
        lookAgainAfter: 210,
      },
    ],
    published: {
      de: {
        title: "Paletten müssen zweimal bestätigt werden",
        text: "Die Arbeitssicherheit verlangt es.",
        workaround: "Die Eingabetaste bestätigt beide Fragen.",
      },
      en: {
        title: "Pallets have to be confirmed twice",
        text: "Safety at work asks for it.",
        workaround: "The Enter key confirms both questions.",
      },
    },
  },
  {
    site: "stock",
    path: "/returns/new",
    title: "Return",
    kind: "steps",
    often: "daily",
    minutes: 5,
    weight: 4,
    begins: 305,
    lang: "en",
    said: {
      en: [
        "To take one box back I go through three screens and type the order number in each.",
        "returns take longer than sending the thing in the first place",
      ],
      de: ["Eine Rücksendung braucht drei Masken, und in jeder dieselbe Nummer.", "Retouren buchen dauert ewig"],
      pt: ["Para receber uma devolução preciso digitar o pedido em três telas."],
    },
    steps: [
      {
        day: 9,
        status: "heard",
        note: "Thank you. I followed a colleague at returns for an hour and counted with you. Next week I tell you what we change first.",
      },
      {
        day: 22,
        status: "declined",
        note: "Customs asks for a look at every box that comes back, so the three screens stay. You can do twenty boxes in one go: Returns, then Several.",
        lookAgainAfter: 150,
      },
    ],
    published: {
      en: {
        title: "Taking a box back needs three screens",
        workaround: "Take up to twenty boxes back in one go: Returns, then Several.",
      },
      de: {
        title: "Eine Kiste zurückzunehmen braucht drei Seiten",
        workaround: "Bis zu zwanzig Kisten auf einmal zurücknehmen: Retouren, dann Mehrere.",
      },
    },
  },
  {
    ...goodsIn,
    kind: "confusing",
    often: "hourly",
    minutes: 0.25,
    weight: 4,
    begins: 282,
    lang: "de",
    said: {
      en: [
        "The buttons on the tablet are too small for gloves.",
        "I keep pressing Delete instead of Next, they are glued together",
      ],
      de: [
        "Mit Handschuhen treffe ich die Knöpfe auf dem Tablet nicht.",
        "Löschen ist direkt neben Weiter, das geht dauernd schief.",
      ],
      pt: ["Com luvas não acerto os botões do tablet."],
    },
    steps: [
      {
        day: 5,
        status: "heard",
        note: "Das probieren wir am Donnerstag selbst mit Handschuhen aus und schreiben dann hier.",
      },
      {
        day: 24,
        status: "planned",
        note: "Die Knöpfe werden doppelt so groß, und Löschen wandert nach links. Das kommt in drei Wochen.",
      },
      {
        day: 45,
        status: "done",
        note: "Die Knöpfe sind doppelt so groß, und Löschen steht jetzt links. Bitte sagen Sie mir, ob es mit Handschuhen klappt.",
      },
    ],
    published: {
      de: { title: "Knöpfe am Tablet sind zu klein für Handschuhe", workaround: "An jedem Tor hängt jetzt ein Stift." },
      en: { title: "The tablet's buttons are too small for gloves", workaround: "There is a pen at each gate now." },
    },
  },
];
