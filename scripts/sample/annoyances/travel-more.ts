import type { Annoyance } from "../annoyance";

const receipts = { site: "travel", path: "/trips/{id}/receipts", title: "Receipts" } as const;

export const MORE_TRAVEL: readonly Annoyance[] = [
  {
    ...receipts,
    element: ["textbox", "Amount"],
    kind: "confusing",
    often: "monthly",
    minutes: 5,
    weight: 3,
    begins: 102,
    mine: true,
    lang: "en",
    said: {
      en: [
        "Why is the exchange rate another one than on my bank statement?",
        "I get back less than I paid in pounds and nobody can tell me why",
      ],
      de: ["Der Wechselkurs stimmt nie mit meiner Abrechnung überein."],
      pt: ["A taxa de câmbio é diferente da fatura do meu cartão."],
    },
    steps: [
      {
        day: 14,
        status: "declined",
        note: "Tax rules tell us to take the rate of the day of the receipt, so we may not use the bank's. If you lose more than five euros on a trip, finance pays the rest: extension 4210.",
        lookAgainAfter: 300,
      },
    ],
    published: {
      en: {
        title: "The exchange rate differs from your bank's",
        text: "Tax rules name the rate of the receipt's day.",
        workaround: "If you lose more than five euros on a trip, call finance: extension 4210.",
      },
    },
  },
  {
    site: "travel",
    path: "/approvals",
    title: "Approvals",
    kind: "missing",
    often: "monthly",
    minutes: 15,
    weight: 4,
    begins: 226,
    lang: "de",
    said: {
      en: [
        "My manager is on leave and nobody else can approve my trip.",
        "no deputy for approvals, so the cheap train ticket is gone again",
      ],
      de: [
        "Chef im Urlaub, Reise bleibt liegen. Eine Vertretung gibt es nicht.",
        "Wer genehmigt, wenn mein Teamleiter krank ist?",
        "ohne vertretung wird jede reise teurer, weil wir warten",
      ],
      pt: ["Quando meu chefe está de férias ninguém aprova a viagem."],
    },
    steps: [
      {
        day: 5,
        status: "heard",
        note: "Das verstehe ich. Wir klären mit dem Betriebsrat, wer vertreten darf, und geben Ihnen bis Monatsende Bescheid.",
      },
      {
        day: 47,
        status: "planned",
        note: "Bald kann jede Teamleitung eine Vertretung eintragen. Bis dahin genehmigt die Reisestelle: Durchwahl 4215.",
      },
      {
        day: 70,
        status: "done",
        note: "Jede Teamleitung kann jetzt eine Vertretung eintragen: Profil, dann Vertretung. Schreiben Sie mir, wenn bei Ihnen noch eine fehlt.",
      },
    ],
    published: {
      de: {
        title: "Keine Vertretung beim Genehmigen",
        workaround: "Bis dahin genehmigt die Reisestelle: Durchwahl 4215.",
      },
      en: {
        title: "Nobody can approve in your manager's place",
        workaround: "Until then the travel team approves: extension 4215.",
      },
    },
  },
  {
    ...receipts,
    kind: "slow",
    often: "monthly",
    minutes: 15,
    weight: 4,
    begins: 118,
    lang: "de",
    said: {
      en: [
        "Every photo takes a minute to upload, and I have thirty.",
        "the little wheel turns and turns. receipts from my phone never arrive",
      ],
      de: [
        "Ein Foto vom Beleg braucht fast eine Minute.",
        "Hochladen dauert ewig, obwohl das Netz sonst schnell ist.",
        "belege hochladen = kaffeepause",
      ],
      pt: ["Cada foto demora um minuto para subir."],
    },
    steps: [
      {
        day: 4,
        status: "heard",
        note: "Danke. Die Fotos gehen heute unverkleinert durch die Leitung. Wir prüfen, ob das nötig ist, und schreiben nächste Woche.",
      },
      {
        day: 29,
        status: "done",
        note: "Fotos werden jetzt vor dem Hochladen verkleinert. Das dauert nur noch wenige Sekunden.",
      },
    ],
    helps: 0.82,
    paint: [9800, 1900],
  },
  {
    site: "travel",
    path: "/trips/{id}",
    title: "Trip",
    kind: "confusing",
    often: "monthly",
    minutes: 5,
    weight: 1.5,
    begins: 345,
    lang: "en",
    said: {
      en: [
        "I cannot see what happens to my trip after I press Send. Is it lying with somebody?",
        "paid or not paid? the trip just says processed",
      ],
      de: ["Nach dem Absenden steht da nur in Bearbeitung, drei Wochen lang.", "Ist mein Geld unterwegs oder nicht?"],
      pt: ["Não sei se minha viagem já foi paga."],
    },
  },
];
