import type { Annoyance } from "../annoyance";

const trip = { site: "travel", path: "/trips/new", title: "New trip" } as const;
const receipts = { site: "travel", path: "/trips/{id}/receipts", title: "Receipts" } as const;

export const TRAVEL: readonly Annoyance[] = [
  {
    ...trip,
    element: ["textbox", "Cost centre"],
    kind: "steps",
    often: "weekly",
    minutes: 1,
    weight: 6,
    begins: 12,
    mine: true,
    lang: "en",
    said: {
      en: [
        "The travel form asks for the cost centre on every page, although I have only one.",
        "Why do I have to know my cost centre by heart? The tool knows who I am.",
        "typed my cost centre six times for one trip to bremen",
      ],
      de: [
        "Kostenstelle auf jeder Seite neu eingeben, dabei habe ich nur eine.",
        "Das Formular weiß, wer ich bin, aber nicht meine Kostenstelle?",
      ],
      pt: [
        "Preciso digitar o centro de custo em todas as páginas da viagem.",
        "centro de custo de novo, e de novo, e de novo",
      ],
    },
    steps: [
      {
        day: 6,
        status: "heard",
        note: "Thank you. I have asked finance whether we may fill it in for you, and will tell you next week.",
      },
      {
        day: 25,
        status: "done",
        note: "Your own cost centre is filled in now. You can still choose another one for a single trip.",
      },
    ],
    helps: 0.95,
    published: {
      en: { title: "Cost centre has to be typed on every page" },
      pt: { title: "O centro de custo precisa ser digitado em cada página" },
    },
  },
  {
    ...receipts,
    kind: "broken",
    often: "monthly",
    minutes: 60,
    weight: 6,
    begins: 40,
    mine: true,
    lang: "en",
    said: {
      en: [
        "The travel tool signs me out while I am still looking for my receipts.",
        "Lost an evening: all receipts entered, signed out, nothing saved.",
        "you get ten minutes for a whole month of receipts, then it is all gone",
      ],
      de: [
        "Während ich die Belege suche, meldet mich das Reiseportal ab.",
        "Alles eingegeben, abgemeldet, alles weg. Ein ganzer Abend.",
      ],
      pt: [
        "O sistema de viagens me desconecta enquanto procuro os recibos.",
        "perdi tudo o que tinha digitado da viagem",
      ],
    },
    steps: [
      {
        day: 2,
        status: "heard",
        note: "I am sorry about your evening. I will find out today how long the tool waits, and write here.",
      },
      {
        day: 10,
        status: "planned",
        note: "It will stay open for an hour and keep what you typed. We do that until the end of the month.",
      },
      { day: 33, status: "done", note: "It now stays open for an hour and keeps what you typed." },
    ],
    helps: 0.88,
    published: {
      en: {
        title: "You are signed out while you enter receipts",
        workaround: "Press Save draft after each receipt. Nothing that is saved is lost.",
      },
      de: {
        title: "Abmeldung beim Eingeben der Belege",
        workaround: "Nach jedem Beleg Entwurf speichern drücken. Gespeichertes bleibt.",
      },
      pt: {
        title: "A sessão cai durante o lançamento dos recibos",
        workaround: "Clique em Salvar rascunho depois de cada recibo.",
      },
    },
  },
  {
    ...receipts,
    element: ["button", "Add receipt"],
    kind: "steps",
    often: "monthly",
    minutes: 15,
    weight: 5,
    begins: 168,
    mine: true,
    lang: "en",
    said: {
      en: [
        "Twenty receipts means twenty times Add, choose, wait.",
        "Let me drop all photos at once please",
        "Each receipt has to be uploaded on its own. I hand in my trips late because I dread it.",
      ],
      de: [
        "Jeder Beleg einzeln. Bei zwanzig Belegen sitze ich da eine halbe Stunde.",
        "Mehrere Fotos auf einmal hochladen geht nicht.",
      ],
      pt: ["Cada recibo tem que ser enviado um por um.", "queria mandar todas as fotos juntas"],
    },
    steps: [
      {
        day: 7,
        status: "heard",
        note: "I tried it with ten photos and understand you well. I ask the makers and tell you in two weeks what they say.",
      },
      {
        day: 50,
        status: "planned",
        note: "You will be able to drop several photos at once. The makers promise it for February, and we test it before.",
      },
    ],
    published: {
      en: {
        title: "Receipts can only be added one by one",
        workaround: "Put the photos into one PDF first: the scanner on each floor does that.",
      },
      de: {
        title: "Belege lassen sich nur einzeln hochladen",
        workaround: "Alle Belege am Scanner in eine PDF-Datei legen und diese hochladen.",
      },
      pt: {
        title: "Os recibos só podem ser enviados um a um",
        workaround: "Junte as fotos em um PDF no scanner do andar.",
      },
    },
  },
  {
    ...trip,
    kind: "missing",
    often: "weekly",
    minutes: 5,
    weight: 4,
    begins: 77,
    lang: "pt",
    said: {
      en: [
        "I have to look up the kilometres on a map for each trip. Could the form not know the way to Bremen?",
        "please work out the distance for me",
      ],
      de: ["Kilometer muss ich jedes Mal selbst auf einer Karte nachsehen."],
      pt: [
        "Preciso procurar a distância no mapa a cada viagem de carro.",
        "o formulário podia calcular os quilômetros sozinho",
        "Toda semana a mesma rota e toda semana eu olho os quilômetros no mapa.",
      ],
    },
    steps: [
      {
        day: 9,
        status: "possible",
        note: "Já é possível: escreva o lugar de partida e o de chegada e clique no pequeno mapa ao lado. Os quilômetros são preenchidos para você.",
      },
    ],
    helps: 0.9,
    published: {
      pt: {
        title: "Os quilômetros podem ser calculados",
        text: "Escreva partida e chegada e clique no pequeno mapa ao lado do campo.",
      },
      en: {
        title: "The form can work out the kilometres",
        text: "Enter where you start and where you go, then press the small map beside the box.",
      },
      de: {
        title: "Kilometer werden ausgerechnet",
        text: "Start und Ziel eintragen, dann die kleine Karte neben dem Feld drücken.",
      },
    },
  },
];
