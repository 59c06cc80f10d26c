import type { Annoyance } from "../annoyance";

const goodsIn = { site: "stock", path: "/goods-in/{id}", title: "Goods in" } as const;
const shelf = { site: "stock", path: "/shelves", title: "Shelves" } as const;

export const STOCK: readonly Annoyance[] = [
  {
    ...goodsIn,
    element: ["textbox", "Scan a label"],
    kind: "broken",
    often: "hourly",
    minutes: 0.25,
    weight: 8,
    begins: 16,
    lang: "de",
    said: {
      en: [
        "After each scan I have to click into the box again with my glove off.",
        "scanner beeps but nothing arrives because the box lost its place",
        "Scan, click, scan, click. Four hundred times a shift.",
      ],
      de: [
        "Nach jedem Scan muss ich wieder ins Feld klicken.",
        "Der Scanner piept, aber der Cursor ist woanders.",
        "handschuh aus, ins feld tippen, handschuh an. bei jedem karton",
      ],
      pt: ["Depois de cada leitura preciso clicar de novo no campo.", "o leitor apita mas o número não entra"],
    },
    steps: [
      {
        day: 1,
        status: "heard",
        note: "Danke, das habe ich mir heute früh in der Halle angesehen. Bis Freitag wissen wir, woran es liegt.",
      },
      {
        day: 8,
        status: "planned",
        note: "Das Feld bleibt künftig aktiv, bis Sie es selbst verlassen. Wir spielen das in zwei Wochen ein.",
      },
      { day: 24, status: "done", note: "Sie können jetzt scannen, ohne dazwischen etwas anzutippen." },
    ],
    helps: 0.92,
    published: {
      de: {
        title: "Nach dem Scannen muss man ins Feld tippen",
        workaround: "Die gelbe Taste am Scanner springt auch ins Feld zurück.",
      },
      en: {
        title: "After a scan the box has to be pressed again",
        workaround: "The yellow key on the scanner jumps back into the box as well.",
      },
      pt: {
        title: "Depois da leitura é preciso tocar no campo",
        workaround: "A tecla amarela do leitor também volta para o campo.",
      },
    },
  },
  {
    site: "stock",
    path: "/lists/month-end",
    title: "Stock at the end of the month",
    kind: "missing",
    often: "monthly",
    minutes: 60,
    weight: 4,
    begins: 47,
    lang: "en",
    said: {
      en: [
        "Every month I copy forty numbers from the warehouse list into the planning sheet by hand, because the list can only be printed. I check each number twice, and still there is always one that is wrong.",
        "I just want the month-end list as a table I can use",
      ],
      de: [
        "Die Monatsliste kann man nur drucken. Ich tippe sie dann wieder ab.",
        "bestand zum monatsende bitte als tabelle",
      ],
      pt: [
        "Copio a lista do mês à mão para a planilha do planejamento.",
        "a lista só pode ser impressa, então digito tudo de novo",
      ],
    },
    steps: [
      {
        day: 5,
        status: "heard",
        note: "An evening of copying each month is too much. I have asked for a way to save the list, and will write in two weeks.",
      },
      {
        day: 40,
        status: "done",
        note: "There is a button Save as a table above the list now. It opens in your spreadsheet.",
      },
    ],
    helps: 0.96,
    published: {
      en: {
        title: "The month-end list can only be printed",
        workaround: "Write to the warehouse office: they send it as a table on the first of the month.",
      },
    },
  },
  {
    ...shelf,
    element: ["searchbox", "Find a part"],
    kind: "confusing",
    often: "daily",
    minutes: 5,
    weight: 6,
    begins: 247,
    lang: "en",
    said: {
      en: [
        "You have to know exactly how the part number begins or it finds nothing.",
        "searching for pump gives 0 results, there are 40 pumps on shelf C",
        "The search wants the number. I have the thing in my hand and no number on it.",
      ],
      de: [
        "Suche findet nur, wenn man die Nummer genau kennt.",
        "Ich suche nach Dichtung und bekomme nichts, obwohl drei Regale voll sind.",
      ],
      pt: ["A busca só acha se eu souber o começo exato do código.", "procuro mangueira e não aparece nada"],
    },
    steps: [
      {
        day: 4,
        status: "heard",
        note: "I tried pump as well and found nothing. We look into it, and I tell you next week how the search can learn words.",
      },
      {
        day: 33,
        status: "planned",
        note: "The search will find parts by their name and by what people call them. We build it next month.",
      },
      {
        day: 72,
        status: "done",
        note: "The search finds parts by their name now, and by what people call them: try pump. Please tell me if it misses a word of yours.",
      },
    ],
    published: {
      en: {
        title: "The search only knows part numbers",
        workaround: "Put a star before the word, such as *pump. That searches the names too.",
      },
      de: {
        title: "Die Suche kennt nur Teilenummern",
        workaround: "Einen Stern vor das Wort setzen, etwa *Pumpe. Dann sucht sie auch in den Namen.",
      },
      pt: {
        title: "A busca só conhece códigos",
        workaround: "Coloque um asterisco antes da palavra, como *bomba, para buscar pelo nome.",
      },
    },
  },
  {
    ...shelf,
    kind: "slow",
    often: "daily",
    minutes: 5,
    weight: 5,
    begins: 155,
    lang: "de",
    said: {
      en: ["The map of the hall takes so long that I walk over and look myself.", "shelf map loads tile by tile"],
      de: [
        "Der Hallenplan lädt so langsam, dass ich lieber selber hingehe.",
        "Plan baut sich Kachel für Kachel auf.",
        "hallenplan auf dem tablet: unbrauchbar langsam",
      ],
      pt: ["O mapa do depósito demora tanto que vou olhar a pé."],
    },
    steps: [
      {
        day: 3,
        status: "heard",
        note: "Das habe ich auf dem Tablet nachgestellt: fast eine halbe Minute. Wir melden uns bis Mittwoch mit einem Weg.",
      },
      {
        day: 37,
        status: "done",
        note: "Der Plan lädt jetzt nur noch die Reihe, vor der Sie stehen, und den Rest danach.",
      },
    ],
    helps: 0.84,
    paint: [24_000, 3100],
  },
];
