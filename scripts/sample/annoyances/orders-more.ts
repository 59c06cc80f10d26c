import type { Annoyance } from "../annoyance";

const list = { site: "orders", path: "/orders", title: "Open orders" } as const;
const order = { site: "orders", path: "/orders/{id}", title: "Order" } as const;

export const MORE_ORDERS: readonly Annoyance[] = [
  {
    ...order,
    element: ["textbox", "Pick-up date"],
    kind: "confusing",
    often: "daily",
    minutes: 1,
    weight: 5,
    begins: 214,
    lang: "en",
    said: {
      en: [
        "Is 04/05 the fourth of May or the fifth of April? I never know and it cost us a truck last week.",
        "Dates are the American way round, everywhere else in the house they are not",
        "month and day swapped, again sent a driver on the wrong day",
      ],
      de: [
        "Das Datum steht amerikanisch da, Monat zuerst. Da passieren Fehler.",
        "Ist das jetzt der 4. Mai oder der 5. April?",
      ],
      pt: ["A data aparece com o mês primeiro e todo mundo se confunde."],
    },
    steps: [
      {
        day: 2,
        status: "heard",
        note: "Thank you. We look at every place where a date is shown, and I write here next week.",
      },
      {
        day: 30,
        status: "planned",
        note: "Dates will be written with the name of the month, such as 4 May. It comes with the next update.",
      },
      {
        day: 64,
        status: "done",
        note: "Dates have the name of the month everywhere now, such as 4 May. Please tell me if you still see one in numbers.",
      },
    ],
    published: {
      en: {
        title: "Pick-up dates have the month first",
        workaround: "Use the small calendar beside the box instead of typing.",
      },
      de: {
        title: "Beim Abholdatum steht der Monat vorn",
        workaround: "Nehmen Sie den kleinen Kalender neben dem Feld, statt zu tippen.",
      },
      pt: {
        title: "A data de coleta mostra o mês primeiro",
        workaround: "Use o pequeno calendário ao lado do campo em vez de digitar.",
      },
    },
  },
  {
    ...order,
    path: "/orders/{id}/papers",
    title: "Freight papers",
    element: ["link", "Consignment note"],
    kind: "steps",
    often: "hourly",
    minutes: 1,
    weight: 5,
    begins: 266,
    lang: "de",
    said: {
      en: [
        "To print one consignment note I click seven times and save a file that I never need.",
        "printing papers: open, save, find file, open, print. for every truck.",
      ],
      de: [
        "Für jeden Frachtbrief: öffnen, speichern, suchen, nochmal öffnen, drucken.",
        "sieben klicks für einen frachtbrief, und draußen wartet der fahrer",
        "Warum kann ich die Papiere nicht gleich drucken?",
      ],
      pt: ["São sete cliques para imprimir um conhecimento de carga."],
    },
    steps: [
      {
        day: 6,
        status: "asked",
        note: "An welchem Drucker drucken Sie die Papiere meistens? Dann kann ich es genau so nachstellen.",
      },
      {
        day: 22,
        status: "heard",
        note: "Danke für die Antworten. Wir prüfen, ob ein Knopf zum direkten Drucken geht, und melden uns bis Monatsende hier.",
      },
      {
        day: 51,
        status: "done",
        note: "Neben jedem Frachtbrief ist jetzt ein Knopf, der ihn gleich an Ihrem Tor druckt. Sagen Sie mir bitte, ob es bei Ihnen klappt.",
      },
    ],
    published: {
      de: {
        title: "Frachtbriefe drucken braucht viele Klicks",
        workaround: "Im Fenster mit dem Frachtbrief Strg und P drücken: das Speichern entfällt.",
      },
      en: {
        title: "Printing a consignment note takes many clicks",
        workaround: "Press Ctrl and P in the window with the note: no need to save it first.",
      },
    },
  },
  {
    ...order,
    path: "/orders/{id}/customs",
    title: "Customs",
    kind: "confusing",
    often: "weekly",
    minutes: 15,
    weight: 6,
    begins: 33,
    lang: "en",
    said: {
      en: [
        'What does "Posting key not consistent" want me to do? I only entered a customs number.',
        "A red box with a number in it and no word about which field is wrong.",
        "customs page says error 431. ok. and now?",
      ],
      de: [
        "Roter Kasten beim Zoll, aber kein Wort, welches Feld falsch ist.",
        "Fehler 431, und jetzt? Ich rufe jedes Mal Jonas an.",
      ],
      pt: ["A página da alfândega mostra um erro e não diz qual campo está errado."],
    },
    steps: [
      {
        day: 3,
        status: "heard",
        note: "I would not know either. I am collecting all the messages of this page and will send you a list on Monday.",
      },
      {
        day: 27,
        status: "done",
        note: "The page now marks the field that is wrong and says in a sentence what belongs there.",
      },
      {
        day: 60,
        status: "heard",
        note: "Several of you say that it still happens with two messages. You are right, and we take it up again this week.",
      },
      {
        day: 88,
        status: "done",
        note: "The last two messages are in plain words now as well. Please tell us if you meet another one.",
      },
    ],
    helps: 0.7,
  },
  {
    ...list,
    kind: "missing",
    often: "daily",
    minutes: 0.25,
    weight: 2,
    begins: 150,
    lang: "en",
    said: {
      en: ["Please give the order list a dark background. My eyes hurt on the late shift."],
      de: ["Ein dunkler Hintergrund für die Spätschicht wäre toll."],
      pt: ["Um fundo escuro ajudaria muito no turno da noite."],
    },
    steps: [
      {
        day: 8,
        status: "declined",
        note: "The list comes from outside and its makers do not offer other colours. Your browser can darken single pages: press Alt and Shift and D.",
        lookAgainAfter: 180,
      },
    ],
  },
];
