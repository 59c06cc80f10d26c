import type { Annoyance } from "../annoyance";

const list = { site: "orders", path: "/orders", title: "Open orders" } as const;
const order = { site: "orders", path: "/orders/{id}", title: "Order" } as const;

export const ORDERS: readonly Annoyance[] = [
  {
    ...list,
    element: ["combobox", "Filter"],
    kind: "steps",
    often: "hourly",
    minutes: 0.25,
    weight: 9,
    begins: 4,
    lang: "en",
    said: {
      en: [
        "Search forgets the filter every time I come back from an order.",
        "I set the filter to my region, open one order, go back, and it is empty again",
        "filter gone again after looking at ONE order. why",
        "Could the list remember what I was filtering for? I set the same three things forty times a day.",
      ],
      de: [
        "Filter ist weg, sobald ich einen Auftrag aufmache und zurückgehe.",
        "Ich stelle den ganzen Tag denselben Filter ein. Kann die Liste sich das nicht merken?",
        "nach dem zurückgehen muss ich jedes mal neu filtern",
      ],
      pt: [
        "O filtro some toda vez que volto de um pedido.",
        "filtro de região não fica salvo, preciso refazer o dia inteiro",
      ],
    },
    steps: [
      {
        day: 2,
        status: "heard",
        note: "Thank you, I can see it happen here too. I am asking the people who built the search and will write again this week.",
      },
      {
        day: 9,
        status: "planned",
        note: "The list will remember your filter. We build it next month, and I will tell you here when it is there.",
      },
      {
        day: 41,
        status: "done",
        note: "The list now keeps your filter until you change it yourself, also after you have opened an order.",
      },
    ],
    helps: 0.9,
    published: {
      en: {
        title: "The order list forgets your filter",
        text: "When you go back from an order, the filter is empty.",
        workaround: "Open the order in a new tab: hold Ctrl and click it.",
      },
      de: {
        title: "Die Auftragsliste vergisst den Filter",
        text: "Wenn Sie aus einem Auftrag zurückgehen, ist der Filter leer.",
        workaround: "Öffnen Sie den Auftrag in einem neuen Tab: Strg halten und klicken.",
      },
      pt: {
        title: "A lista de pedidos esquece o filtro",
        text: "Ao voltar de um pedido, o filtro fica vazio.",
        workaround: "Abra o pedido em uma nova aba: segure Ctrl e clique.",
      },
    },
  },
  {
    ...list,
    kind: "slow",
    often: "daily",
    minutes: 5,
    weight: 8,
    begins: 21,
    lang: "en",
    said: {
      en: [
        "It takes half a minute until the open orders are there.",
        "The order list crawls in the morning. I get coffee first now.",
        "orders page so slow that I open it twice because I think it hangs",
        "Loading, loading, loading. Between eight and nine the list is no fun at all.",
      ],
      de: [
        "Die offenen Aufträge brauchen morgens eine Ewigkeit.",
        "Liste lädt 30 Sekunden, dann springt sie nochmal nach oben",
        "Seit dem Update dauert die Auftragsliste doppelt so lange.",
      ],
      pt: [
        "A lista de pedidos demora demais para abrir de manhã.",
        "fico olhando a tela branca até os pedidos aparecerem",
      ],
    },
    steps: [
      {
        day: 3,
        status: "heard",
        note: "We found the reason: the list fetches every order of the year at once. I will tell you by Friday what we do about it.",
      },
      {
        day: 12,
        status: "planned",
        note: "From next month the list will show the first fifty orders at once and fetch the rest while you scroll.",
      },
      {
        day: 48,
        status: "done",
        note: "The list now shows the first fifty orders at once. The rest comes while you scroll.",
      },
    ],
    helps: 0.85,
    paint: [21_000, 2100],
    published: {
      en: {
        title: "The order list is slow in the morning",
        workaround: "Choose your region before you press Show: then only those orders are fetched.",
      },
      de: {
        title: "Die Auftragsliste ist morgens langsam",
        workaround: "Wählen Sie zuerst Ihre Region und drücken Sie dann Anzeigen.",
      },
      pt: {
        title: "A lista de pedidos está lenta de manhã",
        workaround: "Escolha sua região antes de clicar em Mostrar.",
      },
    },
  },
  {
    ...order,
    element: ["button", "More"],
    kind: "missing",
    often: "daily",
    minutes: 5,
    weight: 5,
    begins: 60,
    lang: "en",
    said: {
      en: [
        "I want to copy an order. Same customer, same goods, every week, and I type it all again.",
        "No way to repeat last week's order?",
        "A button that says do this one again would save me an hour a week",
      ],
      de: [
        "Wiederkehrende Aufträge tippe ich jede Woche neu ab. Kopieren wäre schön.",
        "Kann man einen Auftrag nicht einfach duplizieren?",
      ],
      pt: ["Queria copiar um pedido antigo em vez de digitar tudo de novo.", "falta um botão de repetir pedido"],
    },
    steps: [
      {
        day: 4,
        status: "possible",
        note: "This is there already: open the old order, press More at the top right, then Copy as new. Please write here if you do not find it.",
      },
    ],
    helps: 0.92,
    published: {
      en: {
        title: "You can copy an order",
        text: "Open the old order, press More at the top right, then Copy as new.",
      },
      de: {
        title: "Aufträge lassen sich kopieren",
        text: "Alten Auftrag öffnen, oben rechts Mehr, dann Als neu kopieren.",
      },
      pt: {
        title: "É possível copiar um pedido",
        text: "Abra o pedido antigo, clique em Mais no alto à direita e depois em Copiar como novo.",
      },
    },
  },
  {
    ...order,
    kind: "broken",
    often: "daily",
    minutes: 15,
    weight: 7,
    begins: 95,
    lang: "de",
    said: {
      en: [
        "Signed out in the middle of an order and everything I typed is gone.",
        "It throws me out after ten minutes. A big order takes me twenty.",
        "came back from a phone call, signed out, order empty. third time this week",
      ],
      de: [
        "Nach zehn Minuten fliege ich raus, und der halbe Auftrag ist weg.",
        "Kurz telefoniert, abgemeldet, alles nochmal tippen.",
        "Bitte speichert wenigstens, was schon drinsteht, bevor ihr mich abmeldet!",
      ],
      pt: [
        "O sistema me desconecta no meio do pedido e perco tudo.",
        "depois de dez minutos cai e tenho que digitar de novo",
      ],
    },
    steps: [
      {
        day: 1,
        status: "heard",
        note: "Danke, das soll nicht sein. Ich kläre bis Mittwoch, warum die Zeit so kurz ist, und melde mich hier.",
      },
      {
        day: 15,
        status: "planned",
        note: "Ab nächstem Monat bleiben Sie eine Stunde angemeldet, und ein halber Auftrag wird als Entwurf behalten.",
      },
      {
        day: 52,
        status: "done",
        note: "Sie bleiben jetzt eine Stunde angemeldet. Halbe Aufträge finden Sie unter Entwürfe.",
      },
    ],
    helps: 0.75,
    published: {
      de: {
        title: "Abmeldung nach zehn Minuten",
        text: "Wer länger nichts drückt, wird abgemeldet und verliert den Auftrag.",
        workaround: "Drücken Sie zwischendurch Speichern, auch wenn noch etwas fehlt.",
      },
      en: {
        title: "You are signed out after ten minutes",
        text: "After ten minutes without a click you are signed out, and the order is lost.",
        workaround: "Press Save now and then, even if something is missing.",
      },
    },
  },
  {
    ...order,
    element: ["textbox", "Postcode"],
    kind: "broken",
    often: "weekly",
    minutes: 5,
    weight: 3,
    begins: 130,
    lang: "en",
    said: {
      en: [
        "Dutch postcodes are refused because of the space in them.",
        "the postcode box says wrong for every address in Rotterdam",
      ],
      de: [
        "Niederländische Postleitzahlen nimmt das Feld nicht an.",
        "PLZ mit Buchstaben geht nicht, ich schreibe sie dann in die Bemerkung",
      ],
      pt: ["O campo de CEP não aceita endereços da Holanda."],
    },
    steps: [
      {
        day: 5,
        status: "heard",
        note: "I tried it with three addresses and you are right. I hand it to the makers today and write again when they answer.",
      },
      {
        day: 20,
        status: "done",
        note: "It works now: postcodes from the Netherlands, Ireland and Britain are taken as they are written there.",
      },
    ],
    helps: 0.95,
  },
];
