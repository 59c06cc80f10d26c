import type { Annoyance } from "../annoyance";

const start = { site: "handbook", path: "/", title: "IT handbook" } as const;

export const HANDBOOK: readonly Annoyance[] = [
  {
    ...start,
    element: ["searchbox", "Search"],
    kind: "confusing",
    often: "daily",
    minutes: 1,
    weight: 6,
    begins: 18,
    mine: true,
    lang: "en",
    said: {
      en: [
        "Search shows pages from 2016 first.",
        "I look for vpn and get the minutes of a meeting",
        "the newest page about anything is always on the third screen of results",
      ],
      de: ["Die Suche zeigt zuerst uralte Seiten.", "VPN gesucht, Protokoll von 2017 gefunden."],
      pt: ["A busca mostra primeiro páginas muito antigas.", "procuro uma coisa e acho atas de reunião"],
    },
    steps: [
      {
        day: 5,
        status: "heard",
        note: "You are right, and it is the first thing that I would change too. More about it next week.",
      },
      {
        day: 38,
        status: "done",
        note: "Pages that were changed this year come first now, and minutes of meetings come last.",
      },
    ],
    helps: 0.83,
    published: {
      en: { title: "Search shows old pages first" },
      de: { title: "Die Suche zeigt alte Seiten zuerst" },
      pt: { title: "A busca mostra páginas antigas primeiro" },
    },
  },
  {
    ...start,
    kind: "broken",
    often: "weekly",
    minutes: 5,
    weight: 4,
    begins: 88,
    lang: "de",
    said: {
      en: ["Half of the links on this page lead nowhere.", "link to the form: page not found"],
      de: [
        "Jeder zweite Link führt ins Leere.",
        "Seite nicht gefunden, schon wieder.",
        "der link zum formular ist tot",
      ],
      pt: ["Metade dos links não abre."],
    },
    steps: [
      {
        day: 7,
        status: "heard",
        note: "Danke. Wir haben alle Links prüfen lassen: 214 sind tot. Wir berichtigen sie bis Monatsende und melden uns dann hier.",
      },
      { day: 30, status: "done", note: "Alle toten Links sind berichtigt, und ab jetzt wird jede Woche nachgesehen." },
    ],
    helps: 0.91,
  },
  {
    ...start,
    title: "Who to ask",
    kind: "missing",
    often: "weekly",
    minutes: 5,
    weight: 3,
    begins: 36,
    lang: "en",
    said: {
      en: ["Where is the list of phone extensions?", "I ask reception for every number, there must be a list"],
      de: ["Gibt es irgendwo eine Liste der Durchwahlen?"],
      pt: ["Não acho a lista de ramais."],
    },
    steps: [
      {
        day: 1,
        status: "possible",
        note: "It is on the page Who to ask, the third link on the left. You can also type a name into the search of your mail.",
      },
    ],
    helps: 0.95,
    published: {
      en: { title: "Phone extensions are on the page Who to ask", text: "The third link on the left." },
      de: { title: "Durchwahlen stehen auf der Seite Who to ask", text: "Der dritte Link links." },
      pt: { title: "Os ramais estão na página Who to ask", text: "É o terceiro link à esquerda." },
    },
  },
  {
    ...start,
    title: "VPN and working from home",
    kind: "confusing",
    often: "weekly",
    minutes: 15,
    weight: 7,
    begins: 116,
    lang: "en",
    said: {
      en: [
        "The pictures in the VPN guide show a program that we no longer have.",
        "Followed the steps for working from home, step three does not exist",
        "shield stays yellow and the page says call us. I am on a train.",
      ],
      de: [
        "Die Anleitung für das Arbeiten von zu Hause passt nicht mehr zum Programm.",
        "Schild bleibt gelb, Anleitung hilft nicht weiter.",
        "schritt 3 gibt es bei mir nicht",
      ],
      pt: ["O guia para trabalhar de casa está desatualizado.", "o escudo fica amarelo e o guia não ajuda"],
    },
    steps: [
      {
        day: 2,
        status: "heard",
        note: "The program changed in spring and the page did not. I am writing it anew this week, and ask two of you to try it.",
      },
      {
        day: 13,
        status: "done",
        note: "It is done: the page is new, with pictures of today's program, and two colleagues have followed it without asking us.",
      },
      {
        day: 45,
        status: "heard",
        note: "Some of you still see a yellow shield on trains. We are trying it out next week and write here what we find.",
      },
      {
        day: 70,
        status: "done",
        note: "The shield stays green on trains now. Should it ever stay yellow, wait a minute and press Connect again.",
      },
    ],
    helps: 0.82,
    published: {
      en: {
        title: "The guide to working from home is out of date",
        workaround: "Leave out step three, and press Connect again after a minute.",
      },
      de: {
        title: "Die Anleitung für zu Hause ist veraltet",
        workaround: "Schritt drei auslassen und nach einer Minute noch einmal Verbinden drücken.",
      },
    },
  },
  {
    ...start,
    title: "Meeting rooms",
    kind: "missing",
    often: "weekly",
    minutes: 5,
    weight: 5,
    begins: 239,
    lang: "en",
    said: {
      en: [
        "I want to see at a glance which room is free now.",
        "Finding a free room means opening nine calendars.",
        "rooms are booked and then nobody is in them",
      ],
      de: ["Welcher Raum ist gerade frei? Dafür öffne ich neun Kalender.", "Räume sind gebucht und stehen leer."],
      pt: ["Queria ver quais salas estão livres agora.", "sala reservada e ninguém dentro"],
    },
    steps: [
      {
        day: 6,
        status: "heard",
        note: "Good idea. For two weeks we count the rooms that are booked and empty. Then I tell you here what comes of it.",
      },
      {
        day: 35,
        status: "planned",
        note: "A page with all rooms and who is in them comes in January. A small screen at each door follows in spring.",
      },
    ],
    published: {
      en: {
        title: "There is no view of all free rooms",
        workaround: "Ask reception at extension 4100: they see all rooms on one page.",
      },
      de: {
        title: "Freie Räume sieht man nicht auf einen Blick",
        workaround: "Am Empfang fragen, Durchwahl 4100: dort sieht man alle.",
      },
      pt: {
        title: "Não há uma visão das salas livres",
        workaround: "Pergunte na recepção, ramal 4100: lá se veem todas as salas.",
      },
    },
  },
  {
    ...start,
    title: "Printers",
    kind: "broken",
    often: "weekly",
    minutes: 5,
    weight: 6,
    begins: 196,
    lang: "de",
    said: {
      en: [
        "The printer on the second floor prints every first page twice.",
        "badge reader at NW-P-201 ignores me",
        "my print jobs vanish on the way to the second floor",
      ],
      de: [
        "Der Drucker im zweiten Stock druckt jede erste Seite doppelt.",
        "Der Leser am Drucker nimmt meinen Ausweis nicht.",
        "druckaufträge verschwinden einfach",
      ],
      pt: ["A impressora do segundo andar imprime a primeira página duas vezes."],
    },
    steps: [
      {
        day: 1,
        status: "heard",
        note: "Danke. Am Donnerstag kommt jemand und sieht sich den Drucker an. Bis dahin hilft der im ersten Stock.",
      },
      { day: 12, status: "done", note: "Der Drucker im zweiten Stock ist repariert, und der Leser ist neu." },
    ],
    helps: 0.74,
  },
  {
    ...start,
    title: "New colleagues",
    kind: "steps",
    often: "monthly",
    minutes: 60,
    weight: 3,
    begins: 290,
    mine: true,
    lang: "en",
    said: {
      en: [
        "For one new colleague I fill in five forms that all ask for the same name and date.",
        "new person = half a day of forms",
      ],
      de: ["Neue Kollegin: fünf Formulare mit denselben Angaben."],
      pt: ["Para cada novo colega preencho cinco formulários iguais."],
    },
    steps: [
      {
        day: 10,
        status: "asked",
        note: "Which of the five forms do you fill in first, and which one could we drop? Then we start in the right place.",
      },
    ],
  },
  {
    ...start,
    title: "Travel expenses",
    kind: "confusing",
    often: "monthly",
    minutes: 5,
    weight: 2,
    begins: 320,
    lang: "pt",
    said: {
      en: ["The page says hand in by the 5th and the mail says by the 10th."],
      de: ["Bis wann muss die Reise eingereicht sein, bis zum 5. oder zum 10.?"],
      pt: ["A página diz até o dia 5 e o e-mail diz até o dia 10.", "qual é o prazo certo para a viagem?"],
    },
    steps: [
      {
        day: 3,
        status: "heard",
        note: "Boa pergunta. Falo hoje com o financeiro e amanhã a página mostra o prazo certo.",
      },
    ],
  },
];
