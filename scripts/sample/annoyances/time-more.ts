import type { Annoyance } from "../annoyance";

const week = { site: "time", path: "/weeks/{id}", title: "My week" } as const;
const leave = { site: "time", path: "/leave", title: "Leave" } as const;

export const MORE_TIME: readonly Annoyance[] = [
  {
    ...leave,
    kind: "missing",
    often: "monthly",
    minutes: 5,
    weight: 4,
    begins: 28,
    mine: true,
    lang: "en",
    said: {
      en: ["How many days of leave do I have left? I have to ask HR each time.", "I only want one number: days left"],
      de: ["Wo sehe ich meine restlichen Urlaubstage?", "resturlaub nirgends zu finden"],
      pt: ["Não encontro quantos dias de férias ainda tenho."],
    },
    steps: [
      {
        day: 6,
        status: "possible",
        note: "It is there, only well hidden: press your name at the top right, then My balance. We are asking for a better place.",
      },
    ],
    helps: 0.7,
    published: {
      en: {
        title: "Your days of leave are under your name",
        text: "Press your name at the top right, then My balance.",
      },
      de: {
        title: "Der Resturlaub steht unter Ihrem Namen",
        text: "Oben rechts auf den Namen drücken, dann Mein Konto.",
      },
      pt: {
        title: "Seus dias de férias estão no seu nome",
        text: "Clique no seu nome no alto à direita e depois em Meu saldo.",
      },
    },
  },
  {
    ...week,
    kind: "confusing",
    often: "weekly",
    minutes: 5,
    weight: 5,
    begins: 190,
    lang: "en",
    said: {
      en: [
        "My week is red and it does not say which day is wrong.",
        '"Please correct your entries." Which ones?',
        "red. just red. I went through all seven days",
      ],
      de: [
        "Die Woche ist rot, aber nirgends steht, welcher Tag gemeint ist.",
        "Bitte korrigieren Sie Ihre Eingaben. Ja welche denn?",
      ],
      pt: ["A semana fica vermelha e não diz qual dia está errado."],
    },
    steps: [
      {
        day: 3,
        status: "heard",
        note: "Thank you. I have shown it to the makers, and they will tell us by Thursday what they can do.",
      },
      {
        day: 26,
        status: "done",
        note: "This is mended now. The day in question is marked, and a sentence beside it says what is missing.",
      },
    ],
    helps: 0.9,
  },
  {
    ...week,
    kind: "missing",
    often: "daily",
    minutes: 5,
    weight: 5,
    begins: 232,
    lang: "pt",
    said: {
      en: [
        "I drive all day and can only book hours at a desk in the evening.",
        "a version for the phone would help all drivers",
      ],
      de: ["Als Fahrer kann ich meine Zeiten nur abends am Rechner eintragen.", "Zeiten am Handy buchen, das wär was"],
      pt: [
        "Sou motorista e só consigo lançar as horas à noite, no escritório.",
        "falta uma versão para o celular",
        "Anoto tudo num papel e à noite passo para o computador.",
      ],
    },
    steps: [
      {
        day: 4,
        status: "heard",
        note: "Obrigada. Vários motoristas disseram o mesmo, e levo isso à reunião de quinta-feira. Até sexta escrevo aqui o que decidimos.",
      },
      {
        day: 39,
        status: "planned",
        note: "Em fevereiro começamos com dez motoristas e uma página feita para o celular. Quem quiser participar pode responder aqui.",
      },
    ],
    published: {
      pt: {
        title: "As horas não podem ser lançadas pelo celular",
        workaround: "Até fevereiro a secretaria da garagem lança as horas por telefone: ramal 4300.",
      },
      en: {
        title: "Hours cannot be booked on a phone",
        workaround: "Until February the depot's office books them for you: extension 4300.",
      },
      de: {
        title: "Zeiten lassen sich nicht am Handy buchen",
        workaround: "Bis Februar trägt das Büro am Hof sie ein: Durchwahl 4300.",
      },
    },
  },
  {
    ...leave,
    kind: "broken",
    often: "monthly",
    minutes: 1,
    weight: 3,
    begins: 70,
    lang: "de",
    said: {
      en: ["It counts a holiday in Bavaria as my day off. I work in Hamburg."],
      de: [
        "Der Urlaubskalender zeigt bayerische Feiertage, ich sitze in Hamburg.",
        "Fronleichnam ist in Hamburg kein Feiertag, der Kalender glaubt es trotzdem.",
      ],
      pt: ["O calendário mostra feriados de outro estado."],
    },
    steps: [
      {
        day: 7,
        status: "heard",
        note: "Sie haben recht, da fehlt der Ort. Wir tragen ihn für alle nach und melden uns nächste Woche.",
      },
      { day: 16, status: "done", note: "Der Kalender richtet sich jetzt nach dem Ort, an dem Sie arbeiten." },
    ],
    helps: 1,
  },
];
