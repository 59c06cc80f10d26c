import type { Annoyance } from "../annoyance";

const week = { site: "time", path: "/weeks/{id}", title: "My week" } as const;

export const TIME: readonly Annoyance[] = [
  {
    ...week,
    kind: "steps",
    often: "weekly",
    minutes: 5,
    weight: 7,
    begins: 9,
    lang: "de",
    said: {
      en: [
        "Every Friday I type the same week as the Friday before.",
        "same projects, same hours, every single week. copy please",
        "Why can't it remember my usual week",
      ],
      de: [
        "Jede Woche dieselben Projekte, dieselben Stunden, alles neu tippen.",
        "Standardwoche wäre toll, ich mache jeden Tag acht bis halb fünf.",
        "Letzte Woche übernehmen, das fehlt mir am meisten.",
      ],
      pt: ["Toda sexta digito a mesma semana de novo.", "seria bom copiar a semana passada"],
    },
    steps: [
      {
        day: 3,
        status: "possible",
        note: "Das geht schon: Drücken Sie oben neben der Kalenderwoche auf den kleinen Pfeil, dann auf Letzte Woche übernehmen.",
      },
    ],
    helps: 0.93,
    published: {
      de: {
        title: "Die letzte Woche lässt sich übernehmen",
        text: "Neben der Kalenderwoche auf den kleinen Pfeil drücken, dann Letzte Woche übernehmen.",
      },
      en: {
        title: "You can take over last week",
        text: "Press the small arrow beside the week's number, then Take over last week.",
      },
      pt: {
        title: "É possível copiar a semana passada",
        text: "Clique na seta ao lado do número da semana e depois em Copiar a anterior.",
      },
    },
  },
  {
    ...week,
    kind: "confusing",
    often: "weekly",
    minutes: 1,
    weight: 4,
    begins: 142,
    lang: "en",
    said: {
      en: [
        "It takes half an hour for lunch off even when I worked through.",
        "Where do my breaks come from? I did not enter any.",
        "45 minutes gone on saturday, nobody told me why",
      ],
      de: [
        "Die Pause wird abgezogen, obwohl ich sie schon eingetragen habe.",
        "Woher kommen die 45 Minuten Pause am Samstag?",
      ],
      pt: ["O sistema desconta a pausa duas vezes."],
    },
    steps: [
      {
        day: 5,
        status: "asked",
        note: "On which day did you see it last, and was there a break of your own on that day? Then I can look at exactly that day.",
      },
      {
        day: 17,
        status: "heard",
        note: "Thank you for the days. The break is taken off twice on Saturdays, and payroll is checking it until the end of the month.",
      },
      {
        day: 36,
        status: "done",
        note: "A break that you enter yourself is no longer taken off again. Payroll corrects the past three months by itself.",
      },
    ],
    helps: 0.8,
  },
  {
    ...week,
    kind: "slow",
    often: "weekly",
    minutes: 5,
    weight: 7,
    begins: 54,
    lang: "en",
    said: {
      en: [
        "On Friday afternoon the time sheet takes minutes to save.",
        "Everybody books at four on Friday and it dies.",
        "saved my hours. I think. the wheel is still turning",
      ],
      de: [
        "Freitag ab drei geht in der Zeiterfassung gar nichts mehr.",
        "Speichern dauert freitags zwei Minuten.",
        "ich mach mein timesheet jetzt montags, freitag ist hoffnungslos",
      ],
      pt: ["Na sexta à tarde demora minutos para salvar as horas.", "sexta às quatro horas trava tudo"],
    },
    steps: [
      {
        day: 4,
        status: "heard",
        note: "We see the crowd on Fridays too. I will tell you next week what we can do about it.",
      },
      {
        day: 19,
        status: "planned",
        note: "The time sheet moves to a stronger machine in six weeks. Until then it is quick before two o'clock.",
      },
      {
        day: 63,
        status: "done",
        note: "It is mended: the time sheet has moved. Saving takes about a second now, on Fridays too.",
      },
    ],
    helps: 0.86,
    paint: [16_500, 1700],
    published: {
      en: { title: "The time sheet is slow on Friday afternoon", workaround: "Before two o'clock it is quick." },
      de: { title: "Die Zeiterfassung ist freitagnachmittags langsam", workaround: "Vor 14 Uhr geht es schnell." },
      pt: {
        title: "O registro de horas fica lento na sexta à tarde",
        workaround: "Antes das duas horas ele responde rápido.",
      },
    },
  },
  {
    ...week,
    element: ["combobox", "Project"],
    kind: "steps",
    often: "daily",
    minutes: 1,
    weight: 6,
    begins: 84,
    lang: "de",
    said: {
      en: [
        "The project list has nine hundred entries and I need four of them.",
        "scrolling through every project since 2011 to find mine",
      ],
      de: [
        "900 Projekte in der Liste, ich brauche vier davon.",
        "Meine Projekte sollten oben stehen.",
        "ich such mein projekt jeden tag in einer endlosen liste",
      ],
      pt: ["A lista de projetos tem centenas de itens e uso só três."],
    },
    steps: [
      {
        day: 2,
        status: "heard",
        note: "Danke. Das geht vielen so, und wir schauen uns an, wie oben die eigenen Projekte stehen können. Nachricht folgt nächste Woche.",
      },
      {
        day: 34,
        status: "done",
        note: "Die Projekte, auf die Sie in den letzten vier Wochen gebucht haben, stehen jetzt oben.",
      },
    ],
    helps: 0.94,
    published: {
      de: {
        title: "In der Projektliste sucht man lange",
        workaround: "Die ersten drei Ziffern der Projektnummer tippen, dann springt die Liste dorthin.",
      },
      en: {
        title: "The list of projects is very long",
        workaround: "Type the first three digits of the project's number: the list jumps there.",
      },
    },
  },
];
