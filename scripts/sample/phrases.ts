import type { Language } from "./annoyance";

type Phrases = Record<Language, readonly string[]>;

/** What people say before and after the thing itself; none of it depends on what it is about. */
export const BEFORE: Phrases = {
  en: [
    "Third time this week.",
    "Not sure who to tell, so here.",
    "Small thing, but it adds up.",
    "Monday again.",
    "Hello IT,",
    "I know you are busy, but:",
    "Somebody must have said this before.",
    "Since the last update:",
    "Honestly,",
    "ok so",
    "I like this tool otherwise.",
    "New here, maybe I do it wrong.",
    "Asked around, everybody has it.",
    "My daily favourite:",
    "This one costs me my temper.",
    "Writing this instead of shouting.",
    "Hi, short one.",
    "In our team we laugh about it by now.",
  ],
  de: [
    "Moin,",
    "Kleinigkeit, aber sie summiert sich.",
    "Schon wieder.",
    "Seit dem letzten Update:",
    "Liebe IT,",
    "Nur kurz:",
    "Ich weiß nicht, ob das hier richtig ist.",
    "Das nervt langsam wirklich.",
    "Jeden Tag dasselbe.",
    "Bin neu hier, vielleicht liegt es an mir.",
    "Das haben bei uns alle.",
    "Hallo zusammen,",
    "Mein Klassiker:",
    "Statt zu schimpfen, schreibe ich es mal auf.",
    "Ehrlich gesagt:",
  ],
  pt: [
    "Oi, pessoal.",
    "De novo.",
    "É pequeno, mas soma.",
    "Não sei se é aqui que se diz.",
    "Desde a última atualização:",
    "Bom dia,",
    "Todo dia a mesma coisa.",
    "No nosso time todos têm isso.",
    "Sou novo aqui, talvez seja eu.",
    "Só para registrar:",
  ],
};

export const AFTER: Phrases = {
  en: [
    "I lose the thread every time.",
    "Yesterday it cost me half the morning.",
    "My neighbour has the same.",
    "There must be a better way.",
    "Thanks for reading this.",
    "I gave up and did it on paper.",
    "Worst at the end of the month.",
    "It was fine last year.",
    "Please, please, please.",
    "I have built myself a workaround, but the new ones do not know it.",
    "Happens on the laptop and on the big screen.",
    "By the time I am done I have forgotten what I wanted.",
    "Just saying.",
    "Could somebody look over my shoulder for ten minutes?",
    "Customers notice.",
    "We have talked about it in every team meeting since spring.",
    "It is not the end of the world, but it is every day.",
    "I do it at home in the evening when it is quiet.",
    "Then I ask Wren, and Wren asks you.",
    "No hurry.",
    "help",
  ],
  de: [
    "Gestern hat es mich den halben Vormittag gekostet.",
    "Meine Kollegin hat das auch.",
    "Das ging früher besser.",
    "Da muss es doch etwas geben.",
    "Am Monatsende ist es am schlimmsten.",
    "Ich mache es inzwischen auf Papier.",
    "Danke fürs Lesen.",
    "Und dabei komme ich jedes Mal raus.",
    "Auf dem Laptop genauso.",
    "Die Neuen verzweifeln daran.",
    "Ist nicht schlimm, aber täglich.",
    "Bitte mal anschauen.",
    "Kunden merken das.",
    "Darüber reden wir in jeder Runde.",
    "Ich frage dann immer Malte.",
    "Keine Eile.",
    "nervt",
  ],
  pt: [
    "Ontem perdi metade da manhã com isso.",
    "Minha colega tem o mesmo problema.",
    "Antes era melhor.",
    "Obrigado por ler.",
    "Deve haver um jeito melhor.",
    "No fim do mês é pior.",
    "Acabo fazendo no papel.",
    "No notebook é igual.",
    "Os novos sofrem mais ainda.",
    "Não é urgente, mas é todo dia.",
    "ajuda",
  ],
};

/** What they were trying to do, by what fits any of the company's tools. */
export const GOALS: Phrases = {
  en: [
    "Get it done before the driver leaves",
    "Answer a customer who is on the phone",
    "Close the week",
    "Finish before the early shift ends",
    "Check something for a colleague",
    "Hand it over to the late shift",
    "Look something up, quickly",
    "Prepare the monthly meeting",
  ],
  de: [
    "Vor dem Feierabend fertig werden",
    "Einem Kunden am Telefon antworten",
    "Die Woche abschließen",
    "Kurz etwas nachsehen",
    "Die Übergabe an die Spätschicht vorbereiten",
  ],
  pt: [
    "Terminar antes do fim do turno",
    "Responder a um cliente no telefone",
    "Fechar o mês",
    "Só consultar uma coisa",
  ],
};

export const THANKS: Phrases = {
  en: [
    "Thank you, I got my evening back.",
    "What a difference.",
    "You listened. That alone is worth a lot.",
    "It is how it should have been from the start. Thanks!",
    "My whole team says thank you.",
    "Didn't think anybody would read this. Thank you.",
    "Works. Cake is in the kitchen on Friday.",
    "Thanks, really quick now.",
    "I had stopped noticing how much it annoyed me.",
    "Wonderful, and thank you for telling me yourself.",
  ],
  de: [
    "Danke, das ist eine echte Erleichterung.",
    "Endlich! Vielen Dank.",
    "Hätte nicht gedacht, dass sich jemand meldet. Danke!",
    "Läuft. Der Kuchen steht in der Küche.",
    "Das ganze Team sagt danke.",
    "Großartig, so macht es wieder Spaß.",
    "Danke, dass ihr zugehört habt.",
  ],
  pt: [
    "Obrigada, agora ficou ótimo.",
    "Que diferença! Valeu.",
    "Nosso time inteiro agradece.",
    "Não achei que alguém fosse ler. Obrigado!",
  ],
};

export const STILL_WRONG: Phrases = {
  en: [
    "Better, but on the big screen it still happens.",
    "On my laptop nothing has changed.",
    "It is quicker, only not in the morning.",
    "Half of it is good now. The other half is left.",
    "It came back yesterday.",
  ],
  de: [
    "Besser, aber am großen Bildschirm passiert es noch.",
    "Bei mir hat sich nichts geändert.",
    "Schneller, nur morgens nicht.",
    "Seit gestern ist es wieder da.",
  ],
  pt: ["Melhorou, mas de manhã ainda acontece.", "No meu notebook continua igual.", "Voltou ontem."],
};

/** The reporter writes back. */
export const REPLIES: Phrases = {
  en: [
    "Good to hear. It is worst on Fridays, when we close the week.",
    "Thank you for the quick answer!",
    "If you want to see it, I am in every day until three.",
    "It happened again today, at about ten.",
  ],
  de: [
    "Danke für die schnelle Antwort!",
    "Freitags ist es am schlimmsten.",
    "Ich zeige es gern, bin täglich bis drei da.",
    "Heute um zehn war es wieder so.",
  ],
  pt: ["Obrigado pela resposta rápida!", "Na sexta é pior.", "Hoje aconteceu de novo."],
};

/** IT answers one person, where their report was joined to another one. */
export const JOINED: Phrases = {
  en: [
    "Thank you. Others have told us the same, so I have put yours with theirs. You get every answer that they get.",
    "You are not alone with this. Yours counts together with the others from now on, and I write here when there is news.",
  ],
  de: [
    "Danke. Das melden auch andere, darum zählt Ihre Meldung jetzt mit deren zusammen. Sie bekommen jede Antwort ebenfalls.",
    "Damit sind Sie nicht allein. Sobald es etwas Neues gibt, steht es hier.",
  ],
  pt: ["Obrigada. Outras pessoas disseram o mesmo, e juntei a sua mensagem à delas. Você recebe todas as respostas."],
};

/** IT's first word to something that nobody else has said. */
export const HEARD: Phrases = {
  en: [
    "Thank you for telling us. I have not seen this before, and will try it myself this week.",
    "Thank you. I pass it on to the people who look after this tool, and tell you by Friday what they say.",
    "I can see why that is tiresome. We look at it on Thursday, and I write here afterwards.",
  ],
  de: [
    "Danke für den Hinweis. Das kannte ich noch nicht und probiere es diese Woche selbst aus.",
    "Danke. Ich gebe es weiter und sage Ihnen bis Freitag, was daraus wird.",
    "Das verstehe ich. Wir sehen es uns am Donnerstag an, danach schreibe ich hier.",
  ],
  pt: [
    "Obrigada por avisar. Vou experimentar ainda esta semana e escrevo aqui.",
    "Obrigada. Passo adiante e até sexta conto o que disseram.",
  ],
};

/** IT to itself. */
export const NOTES: readonly string[] = [
  "Same as what the hall told us in spring. Asked the makers on the phone, they know it.",
  "Robin tried it on the old tablet: happens there too.",
  "Put it on the list for the meeting with the makers on the 14th.",
  "Not the network. Checked twice.",
];
