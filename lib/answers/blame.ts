import type { Finding, GuardLanguage } from "./finding";
import { wholeWords } from "./words";

const BY_LANGUAGE: Record<GuardLanguage, RegExp> = {
  en: wholeWords([
    "(?:this|that|it) (?:is|was|looks like) (?:a |an )?(?:user|operator|operating|human|input|handling) errors?",
    "(?:user|operator|operating|handling) errors?",
    "pebkac|rtfm|layer[- ](?:8|eight)(?: problem)?|id-?10-?t",
    "(?:the )?problem (?:sits|is|lies) (?:in front of|between)[^.!?]*",
    "you (?:must|should|could|ought to|might) have [^.,;!?]+",
    "you were (?:supposed|told|asked|informed|expected)[^.,;!?]*",
    "had you [^.,;!?]+|if you had [^.,;!?]+",
    "if (?:only )?(?:people|everyone|everybody|users|you) (?:followed|read|used|paid|checked|looked|listened)[^.,;!?]*",
    "you (?:forgot|failed|neglected|ignored|overlooked|missed|misread|misused|misunderstood)[^.,;!?]*",
    "you (?:clearly |obviously |simply |probably |apparently |just )*(?:did not|didn't|have not|haven't|never) (?:read|follow|fill|check|look|use|pay|do|open|save|click|enter|listen|wait)[^.,;!?]*",
    "you (?:clearly |obviously |simply |probably |apparently |just |have |had )*(?:\\p{L}+) (?:it |this |that |the [^.,;!?]{0,30}|in |on )?(?:wrong|wrongly|incorrectly|badly|the wrong [^.,;!?]+|a wrong [^.,;!?]+)",
    "(?:your|the user's|users') (?:own )?(?:fault|mistake|carelessness|negligence|wrong (?:input|entry)|incorrect (?:input|entry|use))",
    "(?:incorrect|improper|wrong|careless) (?:use|usage|handling|input|entry|operation)(?: by [^.,;!?]+)?",
    "as (?:we |i |has been |was |you were )?(?:have )?(?:already |previously |repeatedly |often |clearly |stated |told |)(?:mentioned|stated|explained|said|told|communicated|announced|written|informed|described)(?: (?:several|many|countless) times| before| already| repeatedly| in [^.,;!?]+)?",
    "(?:it |this |that |everything )?works (?:fine |well |perfectly )?(?:for|with) (?:everyone|everybody|all the others|all others|others|the others|everyone else|everybody else)[^.,;!?]*",
    "(?:no one|nobody) else (?:has|had|complains|complained|reported|sees|seems)[^.,;!?]*",
    "works on (?:my|our) (?:machine|computer|side)|we have no such problem",
    "next time[^.!?]{0,20} (?:read|check|think|look|pay|be more|follow|ask)[^.,;!?]*",
    "(?:pay|please pay) (?:more |closer )?attention[^.,;!?]*|(?:be|please be) more careful[^.,;!?]*",
    "(?:read|please read) the (?:manual|instructions|documentation)(?: first| properly| carefully| before [^.,;!?]+)+",
    "(?:it|this|that|which) (?:is|was) (?:all )?(?:clearly |plainly |already )(?:written|described|explained|stated|marked)[^.,;!?]*",
    "(?:it|this) (?:should be|is) (?:obvious|self-explanatory|common sense|not that hard|really simple)[^.,;!?]*",
    "(?:people|users) (?:keep|never|always|do not|don't) [^.,;!?]+",
    "(?:the )?(?:error|problem|mistake|fault|issue|cause) (?:is|was|lies|must be) (?:on|at|with) your (?:side|end|part)|on your (?:side|end)|not (?:an error|a problem|our fault|our problem)[^.,;!?]*(?:ours|our (?:side|end|part))?",
    "(?:it|this|that) only (?:happens|happened) to you|(?:everyone|everybody) else (?:manages|managed|can|could|does|did|has|had|is|was)[^.,;!?]*",
    "we (?:have )?(?:already |often |repeatedly |clearly |never )*(?:told|informed|warned|trained|reminded) (?:you|everyone|everybody|all)[^.,;!?]*|(?:the )?(?:instructions?|manual|mail|training|guide|form) (?:clearly |already |plainly )*(?:says?|said|states?|told|tells|explained|explains)[^.,;!?]*",
    "again,? you [^.,;!?]+|once again[^.,;!?]*|how often [^.!?]*|learn (?:how )?to [^.,;!?]+",
  ]),
  de: wholeWords([
    "(?:hier liegt |das ist |es ist |es war |das war |es handelt sich um )?(?:ein(?:en)? |eindeutig |klar )*(?:bedien(?:er|ungs)?fehler|anwenderfehler|benutzerfehler|nutzerfehler|eingabefehler|fehlbedienung|anwendungsfehler)(?: (?:ihrerseits|vor))?",
    "falsche[rn]? (?:eingaben?|bedienung|benutzung|verwendung|handhabung)|unsachgemäße[rn]? \\p{L}+",
    "(?:das )?problem (?:sitzt|liegt) (?:vor|zwischen)[^.!?]*",
    "selbst schuld|(?:ihre|deine) (?:eigene )?(?:schuld|nachlässigkeit|unachtsamkeit)",
    "(?:das )?hätten sie [^.!?]+|hättest du [^.!?]+",
    "(?:wenn|falls|sofern) (?:sie|man|alle|die (?:leute|nutzer|anwender|kollegen)) [^.!?;]*(?:gelesen|befolgt|beachtet|aufgepasst|hielten|gehalten|hingesehen|zugehört|geprüft|läsen|beachten würden|lesen würden)(?: (?:hätten|hätte|würden|wäre))?",
    "sie haben (?:sich |das |es |da |hier |wohl |wahrscheinlich |offenbar |offensichtlich |vermutlich |einfach |bestimmt )*[^.!?;]{0,60}(?:falsch|vergessen|übersehen|verwechselt|vertippt|nicht (?:gelesen|beachtet|befolgt|richtig|korrekt|ausgefüllt|gespeichert|geprüft))[^.,;!?]*",
    "(?:da |hier |das )?haben sie (?:sich |das |es |da |hier |wohl |wahrscheinlich |offenbar |einfach |bestimmt )*[^.!?;]{0,60}(?:falsch|vergessen|übersehen|verwechselt|vertippt|nicht (?:gelesen|beachtet|befolgt|richtig|korrekt))[^.,;!?]*",
    "sie müssen (?:das |es |sie |ihn |da |wohl |selbst )+[^.!?;]*(?:haben|sein)(?=[.,;!?]|$)",
    "(?:das )?(?:müssen|müssten|sollten) sie (?:doch |eigentlich |selbst )+[^.,;!?]*",
    "wie (?:wir |ich )?(?:ihnen |dir )?(?:bereits|schon|mehrfach|oft|wiederholt)[^.,;!?]*(?:mitgeteilt|erwähnt|erklärt|gesagt|geschrieben|beschrieben|angekündigt|kommuniziert|informiert|hingewiesen)",
    "bei (?:allen |den )?(?:anderen|übrigen|allen)(?: \\p{L}+)? (?:funktioniert|geht|klappt|läuft)[^.,;!?]*",
    "(?:sonst|außer ihnen) (?:hat|meldet|beschwert|beklagt)[^.!?]*(?:niemand|keiner)[^.!?]*|(?:niemand|keiner) sonst[^.!?]*",
    "wer lesen kann[^.!?]*|(?:ein )?blick in die (?:anleitung|dokumentation|hilfe)[^.!?]*(?:genügt|gereicht|geholfen|reicht)[^.!?]*",
    "(?:das |es )?steht (?:doch|ja|alles|klar|eindeutig|deutlich|schon)[^.!?]*",
    "(?:nächstes|beim nächsten) mal[^.!?]{0,20}(?:bitte|genauer|besser|vorher|erst)[^.!?]*",
    "(?:passen|achten|lesen|schauen|sehen) sie (?:bitte |doch )*(?:künftig |in zukunft |das nächste mal |besser |genauer |mehr |sorgfältiger )+[^.,;!?]*",
    "(?:bitte )?(?:etwas |mehr )?(?:sorgfältiger|aufmerksamer|genauer) (?:lesen|arbeiten|prüfen|hinsehen|sein)",
    "(?:der |die |das )?(?:fehler|problem|ursache) (?:liegt|lag|ist|sitzt) (?:klar |eindeutig |nur |wohl |allein )*(?:bei ihnen|an ihnen|auf ihrer seite|auf seiten [^.,;!?]+)|(?:das )?liegt (?:nur |wohl |eindeutig )*an ihnen|(?:kein|nicht) (?:fehler von uns|unser (?:fehler|problem))|nicht an (?:uns|unserem system|der technik)",
    "(?:das )?(?:passiert|geht|klappt) nur (?:bei )?ihnen(?: nicht)?|(?:alle|die) anderen (?:schaffen|können|kommen|haben|bekommen|kriegen|machen)[^.,;!?]*",
    "(?:wir haben|sie wurden|darüber wurden|darauf wurden|darauf haben)[^.!?;]{0,60}(?:mehrfach|bereits|schon|doch|oft genug|deutlich|geschult)[^.!?;]{0,60}(?:informiert|hingewiesen|gewarnt|geschult|mitgeteilt|erklärt|gesagt)?",
    "(?:die |der |das )?(?:anleitung|handbuch|rundmail|schulung|e-?mail|hilfe) (?:sagt|erklärt|beschreibt|war|steht) (?:doch |klar |eindeutig |deutlich )+[^.,;!?]*|wie oft [^.!?]*|lernen sie[^.,;!?]*",
    "(?:das )?(?:ist|sollte) (?:doch |eigentlich |ja )+(?:selbsterklärend|klar|bekannt|logisch|offensichtlich|nicht so schwer)[^.,;!?]*",
  ]),
  "pt-BR": wholeWords([
    "(?:isso |isto |foi |é |trata-se de )*(?:um )?erros? (?:do|de|dos) (?:usuários?|operação|operador|digitação|preenchimento|utilização)",
    "(?:o )?problema (?:está|fica|é) (?:entre|na frente|atrás|diante)[^.!?]*",
    "(?:era|é|bastava|foi) só (?:ter |você )?(?:lido|ler|olhado|olhar|seguido|seguir|prestar|prestado|perguntar|perguntado)[^.!?]*|bastava (?:ter )?[^.,;!?]+",
    "se (?:você|vocês|as pessoas|todos|todo mundo|o pessoal|os usuários|tivesse) (?:tivessem?|prestassem?|lessem?|seguissem?|olhassem?|usassem?|fizessem?|lido|seguido|prestado)[^.,;!?]*",
    "(?:com certeza |provavelmente |obviamente |claramente |certamente )*você (?:mesmo |deve ter |já |só |não )*(?:\\p{L}+)[^.,;!?]{0,40}(?:errad[oa]s?|incorret[oa]s?|incorretamente|no lugar errado|por engano)",
    "(?:com certeza |provavelmente |obviamente )?você (?:mesmo )?deve ter [^.,;!?]+",
    "você (?:se )?(?:esqueceu|ignorou|deixou de|confundiu|trocou|se enganou|se confundiu|errou)[^.,;!?]*",
    "você (?:simplesmente |claramente |provavelmente )?não (?:leu|seguiu|preencheu|verificou|prestou|olhou|conferiu|salvou|clicou|esperou|fez|usou|respeitou)[^.,;!?]*",
    "você (?:deveria|devia|poderia|tinha que|precisava) ter [^.,;!?]+|deveria ter (?:lido|seguido|conferido|verificado|perguntado)[^.,;!?]*",
    "(?:por |a )?(?:sua )?(?:falta de atenção|desatenção|distração|descuido)[^.,;!?]*|culpa (?:sua|do usuário)|(?:a )?culpa é sua",
    "(?:mau uso|uso (?:incorreto|indevido|errado|inadequado))[^.,;!?]*",
    "(?:como|conforme) (?:já |foi |já foi |nós já |a gente já )+(?:informad[oa]|dit[oa]|explicad[oa]|avisad[oa]|comunicad[oa]|divulgad[oa]|falad[oa]|informamos|dissemos|explicamos|avisamos|falamos)[^.,;!?]*",
    "(?:para|com|nos?) (?:todos? )?(?:os |as )?(?:outros|demais|outras|todo mundo|todos)(?: \\p{L}+)? (?:funciona|está funcionando|dá certo|abre|vai)[^.,;!?]*",
    "(?:funciona|está funcionando) (?:normalmente |bem |perfeitamente )?(?:para|com) (?:todos|todo mundo|os demais|os outros|as outras|o resto)[^.,;!?]*",
    "(?:ninguém mais|só você|mais ninguém)[^.,;!?]*",
    "(?:na|da) próxima vez[^.!?]*|preste (?:mais )?atenção[^.,;!?]*|(?:tenha|tome) mais cuidado[^.,;!?]*",
    "(?:leia|favor ler) (?:o |as |a )?(?:manual|instruções|documentação)(?: antes| com atenção| direito)[^.,;!?]*",
    "(?:está|estava|isso está|isto está) (?:tudo |bem |claramente |muito )+(?:escrito|claro|explicado|descrito)[^.,;!?]*",
    "(?:o )?(?:erro|problema|engano|motivo) (?:é|foi|está|é só) (?:seu|do seu lado|da sua parte|com você|na sua máquina)|do seu lado|não (?:é|foi) (?:erro|problema|culpa|falha) (?:nosso|nossa|do sistema)",
    "(?:só|isso só) acontece com você|(?:todos os|os|todo mundo|as) (?:outros|demais|outras)?(?: \\p{L}+)? ?(?:conseguem|consegue|sabem|sabe|fazem|faz) [^.,;!?]*",
    "(?:nós |a gente )?(?:já |sempre |tanto )+(?:avisamos|informamos|explicamos|dissemos|orientamos|treinamos|pedimos)[^.,;!?]*|você (?:foi|já foi|recebeu) (?:avisad|informad|treinad|orientad|o treinamento)[^.,;!?]*",
    "(?:o |a |as )?(?:manual|instrução|instruções|e-mail|treinamento|guia) (?:já |é |está |são |deixa |diz )*(?:bem |muito )?(?:clar[oa]s?|diz|dizem|explica|explicam)[^.,;!?]*|quantas vezes[^.!?]*|aprenda[^.,;!?]*",
    "(?:é|isso é|isto é) (?:óbvio|autoexplicativo|bem simples)[^.,;!?]*",
  ]),
};

/** What says or implies that the person is at fault. "Our mistake, not yours" does not. */
export function blame(text: string, language: GuardLanguage): Finding[] {
  return [...text.matchAll(BY_LANGUAGE[language])]
    .filter(({ 0: found, index }) => !isTakenBack(text, index, found))
    .map(({ 0: found, index }) => ({ type: "blame", from: index, to: index + found.trimEnd().length, say: null }));
}

/** "not your mistake", "nicht Ihre Schuld", "não é culpa sua". */
function isTakenBack(text: string, index: number, found: string): boolean {
  const before = text.slice(Math.max(0, index - 24), index);
  return (
    /(?:\bnot|\bnicht|\bkein(?:e|en)?|\bnão(?: foi| é)?|\bno)\s+(?:\p{L}+\s+)?$/iu.test(before) || /^not /i.test(found)
  );
}
