import type { Finding, GuardLanguage } from "./finding";
import { wholeWords } from "./words";

/**
 * What tells a person where they stand: it is done, somebody will do something, by when, what they can do themselves,
 * or why not. One of them is enough. "At the moment" and "soon" say nothing.
 */
const TELLS: Record<GuardLanguage, RegExp> = {
  en: wholeWords([
    // Done.
    "(?:is|are|was|were|has been|have been|been|now|already|got) (?:now |all |already |fully |both )*(?:fixed|repaired|solved|resolved|done|restored|corrected|changed|replaced|updated|removed|added|complete|completed|finished|back|ready|safe|saved|gone|open|possible|available|faster|working|unlocked|approved|granted|sent|steady|reset|renewed|moved|extended|activated|ordered)",
    "(?:fixed|solved|done|repaired|resolved|sorted|thank you for your patience)(?=[.!,:;]|$| since| now| on| for)",
    "(?:work|open|load|show|arrive|run|print|save|appear|remember|accept|start|look|behave|fit)s? (?:\\p{L}+ ){0,4}(?:again|now|as (?:usual|before))",
    "again|from now on|since (?:then|\\p{Lu}\\p{L}+|\\d|today|this|last|noon|nine|ten|eight)|as (?:usual|before)|no longer|not? (?:\\p{L}+ )?any ?more",
    "(?:it|they|the \\p{L}+|that|this|you|which|we|there) now|now (?:\\p{L}+s|open|works?|shows?|waits?|also|has|have|is|are|take|save)|(?:we|i) (?:have )?(?:fixed|repaired|replaced|removed|added|changed|put|brought|took|moved|restored|solved|corrected|made|gave|unlocked|reset|switched|increased|raised|extended|ordered|renewed|sent|set)",
    // Somebody will.
    "(?:we|i|our \\p{L}+|a colleague|somebody|someone|they|he|she|it|you|that|this|who|which|there|the [^.!?]{1,40}|\\p{Lu}\\p{L}+)(?:'ll| will| shall| are going to| is going to| plan to| are about to)",
    "we (?:plan|write|tell|call|let|get back|come back|restart|keep you|are working on (?:it|this) and)",
    // When.
    "(?:on |by |until |from |before |next |this |since |after )(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|(?:next|this|the coming) (?:week|month|weekend|spring|summer|autumn|fall|winter|year|quarter)|within [^.,;!?]+(?:day|hour|week|minute)s?|in (?:a few|two|three|\\d+|an|one) (?:minute|hour|day|week)s?|(?:by|at|until|from|after|before) (?:noon|\\d{1,2}(?:[:.]\\d{2})?|the end of|\\d)|(?:by|until|in|before|from|on) (?:\\d{1,2}\\.? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|later today|this (?:afternoon|evening|morning)",
    // What the person can do.
    "please|you can|you may|you could|you don't have to|you do not have to|you need(?! to know)|you get|you find|you only|you just|just (?:try|click|open|press)|can now|try (?:it|to|again)|(?:the )?(?:short|quick|other|easier) way is|until then|in the meantime|meanwhile|instead|(?:press|click|choose|open|use|tick|reload|restart|ask|call|write|answer|reply|tell|send|go to|pick|fill|log|sign|turn|hold|drag|look|check|switch|wait|contact|submit|enter|type|select|come) (?:\\p{L}+ )*",
    // Why not.
    "because|since the|as the (?:law|maker|company|contract|budget)|the reason|so that|therefore|needs? (?:this|it|that)|costs? (?:more|too)",
  ]),
  de: wholeWords([
    "(?:ist|sind|wurde|wurden|wird|war|haben wir|hat|läuft|laufen|jetzt|bereits|schon) (?:[^.!?]{0,60} )?(?:behoben|repariert|gelöst|erledigt|wiederhergestellt|korrigiert|geändert|ersetzt|aktualisiert|entfernt|ergänzt|vollständig|fertig|zurück|bereit|gespeichert|gesichert|möglich|verfügbar|schneller|freigeschaltet|genehmigt|verschickt|umgezogen|eingerichtet|ausgetauscht|verlängert|bestellt|angepasst|stabil)",
    "(?:behoben|erledigt|repariert|gelöst|fertig|wiederhergestellt)(?=[.!,:;]|$| seit)|seit(?:dem| gestern| heute| mittag| \\d| montag| dienstag| mittwoch| donnerstag| freitag)|wieder|wie (?:gewohnt|vorher|früher|immer)|ab sofort|künftig|von nun an|nicht mehr|geduld",
    "jetzt|nun (?!mal)|inzwischen|(?:wir|ich) (?:haben|habe) [^.!?]{0,80}(?:ge\\p{L}+t|ge\\p{L}+en|ver\\p{L}+t|er\\p{L}+t|be\\p{L}+en|zurück\\p{L}+|aus\\p{L}+|ein\\p{L}+|um\\p{L}+)",
    "(?:wir|ich) (?:werden|werde|melden|melde|schreiben|schreibe|rufen|rufe|sagen|beheben|planen|wollen|prüfen (?:das|es) bis|tauschen|stellen|bauen|ändern|richten|bestellen|kümmern)|(?:ein kollege|eine kollegin|jemand|der techniker) [^.!?]{0,40}(?:wird|kommt|ruft|meldet|schaut)|wird [^.!?]{3,60}(?:en|ern|eln|t)(?=[.,;!?]|$)|werden [^.!?]{3,60}(?:en|ern|t)(?=[.,;!?]|$)|entscheidet|erfahren sie|bekommen sie|erhalten sie|lesen sie",
    "(?:am|ab|bis|seit|von|nächsten|kommenden|diesen|zum) (?:[^\\s.,;!?]+ )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende|\\d{1,2}\\.)|morgen|übermorgen|heute (?:abend|nachmittag|mittag|noch)|(?:nächste|kommende|diese)[rnms]? (?:tag|woche|monat|jahr|wochenende|quartal|tage|wochen)|(?:ab|bis|um|nach|gegen|vor) (?:\\d{1,2}|mittag|ende|anfang|mitte|dem (?:herbst|sommer|frühjahr|winter))(?::\\d{2})?(?: uhr)?|(?:in|innerhalb) [^.,;!?]{0,20}(?:minuten|stunden?|tagen?|wochen?|monat)|im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|herbst|sommer|frühjahr|winter)|bis dahin",
    'bitte|sie (?:können|dürfen|brauchen|müssen (?:nur|nichts)|finden|bekommen|erhalten|haben jetzt|sehen)|(?:können|finden|bekommen|dürfen|erreichen) sie|(?:drücken|klicken|wählen|öffnen|nehmen|laden|starten|rufen|schreiben|antworten|sagen|schicken|gehen|probieren|fragen|sprechen|geben|melden|wenden|nutzen|warten|halten|tippen|ziehen|setzen|schalten|prüfen|tragen|speichern|richten|bestellen|leeren|suchen) sie|dafür gibt es|geht (?:auch )?(?:mit|über|so)|hilft|stattdessen|genügt|reicht|(?:dann|oben|unten|links) [^.!?]{0,20}[„"»]',
    "weil|denn|da (?:das|die|der|sonst|wir)|deshalb|darum|daher|der grund|damit|sonst|braucht",
  ]),
  "pt-BR": wholeWords([
    "(?:foi|foram|está|estão|já|ficou|ficaram|agora|tudo) (?:\\p{L}+ ){0,3}(?:corrigid[oa]s?|resolvid[oa]s?|consertad[oa]s?|prontos?|prontas?|feit[oa]s?|restaurad[oa]s?|trocad[oa]s?|atualizad[oa]s?|removid[oa]s?|complet[oa]s?|salv[oa]s?|guardad[oa]s?|disponíve(?:l|is)|liberad[oa]s?|aprovad[oa]s?|enviad[oa]s?|certo|funcionando|de volta|ativad[oa]s?|renovad[oa]s?|ajustad[oa]s?|seguros?|seguras?)",
    "(?:pronto|feito|resolvido|corrigido|consertado)(?=[.!,:;]|$)|de novo|outra vez|novamente|voltou|voltaram|a partir de|desde|não (?:precisa|é|são|vai|há|aparece|trava) mais|como (?:antes|sempre|de costume)|normalmente|(?:obrigad[oa] pela )?paciência",
    "agora|hoje(?! em dia)|(?:corrigimos|consertamos|trocamos|mudamos|incluímos|aumentamos|tiramos|ajustamos|liberamos|colocamos|restauramos|voltamos|resolvemos|desfizemos|arrumamos|criamos|enviamos|renovamos|fizemos|demos|pedimos)",
    "(?:vamos|vou|vai|vão|iremos|irá|será|serão|receberá|avisaremos|escreveremos|faremos|corrigiremos|planejamos|pretendemos)|(?:avisamos|escrevemos|ligamos|respondemos|voltamos|contamos|mandamos|damos|entramos em contato|queremos)|você (?:recebe|lê|fica sabendo|vê|pode|consegue|tem|encontra|só precisa|escolhe|já)|decide|começa",
    "(?:na|no|até|desde|nesta|neste|próxim[oa]|a partir de) (?:próxim[oa] )?(?:segunda|terça|quarta|quinta|sexta|sábado|domingo)|amanhã|hoje à|(?:próxim[oa]s?|nest[ae]|est[ae]) (?:semana|mês|dia|ano|fim de semana|dias|semanas|quinzena)|até (?:as |às |o |a |o fim |o final )?\\d|(?:às|as|das|depois das|antes das) \\d{1,2}|dia \\d|em (?:poucos |dois |três |\\d+ |um |uma |alguns )(?:minutos?|horas?|dias?|semanas?)|em (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)|até lá|enquanto isso",
    "por favor|(?:clique|escolha|abra|aperte|use|digite|responda|ligue|escreva|mande|envie|peça|tente|entre|feche|reinicie|selecione|coloque|marque|procure|fale|espere|aguarde|confira|veja|limpe|acesse|vá|salve|preencha|experimente|segure|arraste|troque|avise|pergunte|instale|desligue)|dá para|é só (?:clicar|abrir|usar|escolher|apertar|entrar)|pode|basta|precisa (?:apenas|só)|não precisa|o caminho é|em vez disso|cada usuário pode",
    "porque|pois|já que|uma vez que|por isso|o motivo|a razão|para que|senão|exige|precisa deste",
  ]),
};

/** Promises that bind nobody. They are taken out before anything is looked for. */
const VAGUE: Record<GuardLanguage, RegExp> = {
  en: wholeWords([
    "at the moment|currently|right now|for now|just now|soon|shortly|some ?day|eventually|in due course|as soon as possible|asap|no eta|(?:at|in) some point|sooner or later",
    "(?:thank you|thanks)(?: very much| a lot)? for (?:your |the )?(?:feedback|message|report|patience in advance|hint|mail|request|interest|input)",
    "(?:is|are) (?:looking|working) (?:into|on|at)|(?:will|shall) (?:be )?(?:look|looked|consider|considered|check|checked|forward|forwarded|take|taken|discuss|discussed|review|reviewed|note|noted)[^.,;!?]*|(?:it|this|that) (?:is|was) (?:noted|forwarded|known|on (?:our|the) list)",
    "(?:open|use|look|work|check|call|contact)(?:s|ed|ing)? (?:issue|ticket|case|point)s?",
  ]),
  de: wholeWords([
    "im moment|zur ?zeit|derzeit|momentan|gerade|demnächst|bald|irgendwann|bei gelegenheit|in kürze|so bald wie möglich|schnellstmöglich|zu gegebener zeit|früher oder später|in zukunft mal",
    "(?:vielen |herzlichen |besten )?dank(?:e)?(?: schön| sehr)? für (?:ihre|die|deine|den) (?:meldung|nachricht|rückmeldung|hinweis|geduld im voraus|mail|anfrage|feedback)",
    "(?:wird|werden|wurde) (?:\\p{L}+ )*(?:geprüft|weitergeleitet|aufgenommen|besprochen|diskutiert|untersucht|bearbeitet|zur kenntnis genommen|berücksichtigt|analysiert)|kommt mit dem nächsten [^.,;!?]+|(?:schauen|sehen) (?:wir )?uns (?:das )?(?:mal )?an",
  ]),
  "pt-BR": wholeWords([
    "no momento|atualmente|por enquanto|neste momento|agora mesmo|em breve|algum dia|um dia|assim que possível|o mais rápido possível|futuramente|mais cedo ou mais tarde|oportunamente",
    "(?:muito )?obrigad[oa] (?:pelo|pela|por) (?:seu |sua |o |a )?(?:contato|mensagem|retorno|aviso|e-mail|relato|feedback|sugestão)",
    "(?:está|estão|estamos|será|serão|foi|vai ser) (?:sendo )?(?:analis\\p{L}+|verific\\p{L}+|avali\\p{L}+|encaminh\\p{L}+|registr\\p{L}+|estud\\p{L}+|investig\\p{L}+|repass\\p{L}+)[^.,;!?]*|(?:vamos|iremos) (?:analisar|verificar|avaliar|encaminhar|estudar|ver|pensar)[^.,;!?]*",
  ]),
};

/** A message that leaves something open and does not say what comes next; about the whole of it. */
export function missingNextStep(text: string, language: GuardLanguage): Finding[] {
  if (text.includes("?") || text.trim() === "") return [];
  const said = text.replaceAll(VAGUE[language], " ");
  return said.search(TELLS[language]) >= 0 ? [] : [{ type: "no-next-step", from: 0, to: 0, say: null }];
}
