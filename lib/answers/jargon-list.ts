import type { GuardLanguage } from "./finding";

export interface JargonEntry {
  /** Patterns of whole words, in the syntax of regular expressions; inflected forms are in them. */
  words: string[];
  /** A plain alternative by language; missing where it depends too much on what is meant. */
  say: Partial<Record<GuardLanguage, string>>;
  /** Only in these languages: elsewhere the word is an everyday one. */
  only: GuardLanguage[] | null;
}

/**
 * What IT says among itself, with what a colleague from another department would understand. English words are heard
 * in every language here. The field's own list: no source has one; it grows with what people did not understand.
 *
 * A line: languages in brackets where it is not for all, patterns (` ; ` between them), then ` / ` and the alternative
 * in English, German and Portuguese (`-` for none).
 */
const LIST = String.raw`
hot-?fix(?:es|ed)?(?: to production)? / quick repair / schnelle Reparatur / conserto rápido
bug-?fix(?:es|ed)? / repair / Reparatur / conserto
patch(?:es|ed|ing)? ; patch-?day ; gepatcht / update / Aktualisierung / atualização
[de pt-BR] releases? ; release-?notes? / new version / neue Version / nova versão
[en] (?:next|new|latest|current|major|minor) releases? ; release notes / next version / - / -
deploy(?:s|ed|ing|ments?|t)? ; deployen ; deployt ; fazer deploy / put in place / einspielen / colocar no ar
roll(?:ed|ing)? ?back(?: the (?:deployment|release|change|update))? ; roll-?backs? ; zurückgerollt / undone / rückgängig gemacht / desfeito
roll(?:ed|ing)? ?out(?! of bed) ; roll-?outs? ; ausgerollt / introduced / eingeführt / introduzido
go-?live ; gone live ; go(?:es)? live / start / Start / início
staging(?: environment| system)? ; test ?environment ; testumgebung ; ambiente de (?:homologação|staging) / test version / Testversion / versão de teste
production (?:environment|system|server)s? ; in production ; produktivsystem ; produktivumgebung ; prod ; em produção ; ambiente de produção / the real system / das echte System / o sistema de verdade
back-?ends?(?: service| system)? ; (?:dienst|service|fehler|system) im backend / the part behind the screens / der Teil hinter den Bildschirmen / a parte por trás das telas
front-?ends? / screens / Oberfläche / telas
middle-?ware / link between two systems / Verbindung zwischen zwei Systemen / ligação entre sistemas
repo(?:sitory|sitories|s)? ; repositório / storage of the program / Ablage des Programms / arquivo do programa
commit(?:s|ted)? ; merge(?:d|s)? ; gemergt ; branch(?:es)? ; pull requests? / change / Änderung / mudança
[de pt-BR] builds? ; build-?server ; pipeline[ns]? / new version / neue Version / nova versão
[en] (?:build|deployment|release) pipelines? ; pipelines? / process / - / -
refactor(?:ed|ing)? ; refaktor\p{L}+ / rewrite / neu schreiben / reescrever
legacy(?: (?:system|code|application|app)s?)? ; altsystem ; sistema legado ; legado / old system / altes System / sistema antigo
sprints? ; back-?logs? ; user ?stor(?:y|ies) ; epics? ; scrum ; stand-?ups? / list of work / Arbeitsliste / lista de trabalho
regression(?:s)? ; regressão / something broke again / etwas ging wieder kaputt / algo quebrou de novo
feature ?flags? ; feature ?toggles? ; toggles? / switch / Schalter / chave
[de pt-BR] features? / - / Funktion / função
[de pt-BR] work-?arounds? / - / anderer Weg / outro caminho
tenants? ; mandant(?:en)?(?:fähig)? ; tenant-?id / area / Bereich / área
time-?outs? ; timed? out ; zeitüberschreitung ; tempo de sessão expirado / took too long / hat zu lange gedauert / demorou demais
[de pt-BR] exceptions? ; null ?pointer(?: exceptions?)? ; exceção ; ausnahmefehler / error / Fehler / erro
[en] (?:null pointer |unhandled |throws? an? |threw an? |runtime )exceptions? ; exception (?:in|handling) / error / - / -
stack-?traces? ; core ?dumps? ; memory ?dumps? ; dumps? / details of the error / Einzelheiten des Fehlers / detalhes do erro
memory[- ]?leaks? ; vazamento de memória ; speicherleck / used up the memory / hat den Speicher verbraucht / gastou a memória
race[- ]conditions? ; dead-?locks? ; condição de corrida / two things got in each other's way / zwei Abläufe kamen sich in die Quere / duas coisas se atrapalharam
(?:segmentation|page) faults? ; kernel(?: panic)? ; blue ?screens? ; crash ?loops? / crash / Absturz / parada
bottle-?necks? ; latenc(?:y|ies) ; latenz(?:en|zeiten)? ; latência ; throughput ; durchsatz ; gargalo / slow spot / Engstelle / ponto lento
[de pt-BR] downtimes? ; outages? ; ausfallzeit / time without the system / Ausfall / tempo fora do ar
fail-?overs? ; failed over ; redundan(?:cy|t|z|te) / switch to the spare / Umschalten auf Ersatz / troca para a reserva
root[- ]cause(?: analysis)? ; ursachenanalyse ; causa raiz ; post-?mortem / reason / Grund / motivo
[de pt-BR] (?:major |security )?incidents? ; incidente(?:s)? / disturbance / Störung / problema
[en] incident (?:management|number|ticket|record) ; major incidents? / report / - / -
troubleshoot(?:ing)? ; debug(?:ged|ging)? ; debuggen ; depurar ; debugar / look for the reason / nach der Ursache suchen / procurar a causa
corrupt(?:ed)? (?:file|data|record|profile|index)s? ; korrupte[rns]? ; corrompid[oa]s? / damaged / beschädigt / danificado
malformed(?: \p{L}+)? ; payloads? ; parsing ; parse(?:r|d)? ; geparst / unreadable data / unlesbare Daten / dados ilegíveis
(?:http|error|status)[- ]?(?:code)? ?[45]\d\d ; (?:fehler|erro|statuscode) [45]\d\d ; internal server error / an error / ein Fehler / um erro
end-?points? / address / Adresse / endereço
(?:api[- ])?gateways? / entrance / Zugang / entrada
prox(?:y|ies)(?:[- ]?servers?)? ; proxys? / safety filter / Sicherheitsfilter / filtro de segurança
firewall(?:[- ]?(?:rule|policy|regel|regeln|rules))? ; regra de firewall ; ports? freischalten ; port \d+ / protection of the network / Schutz des Netzes / proteção da rede
load[- ]?balancer ; reverse[- ]?proxy ; clusters? ; nodes? ; knoten ; cluster-?knoten ; balanceador / machines behind it / Rechner dahinter / máquinas por trás
sub-?nets?(?:z|ze)? ; sub-?rede ; routing ; gerouted ; switch(?:es)?-?ports? ; access[- ]?points? / network / Netz / rede
band-?widths? ; bandbreite ; largura de banda ; packet loss ; paketverlust / speed of the line / Tempo der Leitung / velocidade da linha
virtual machines? ; virtuelle maschinen? ; hypervisor ; container ; docker ; kubernetes ; máquinas? virtua(?:l|is) / machine / Rechner / máquina
[de pt-BR] instances? ; instanz(?:en)? ; instância / machine / Rechner / máquina
(?:application|app|database|web|file|terminal|print|mail)[- ]?servers? ; (?:datenbank|anwendungs|applikations|terminal|datei|druck)server / machine / Rechner / máquina
thin[- ]?clients? ; citrix(?:[- ]?session)? ; terminal ?session ; fat[- ]?client / workplace / Arbeitsplatz / posto de trabalho
client-?seitig ; server-?seitig ; (?:client|server)[- ]side ; do lado do (?:cliente|servidor) / here or there / bei Ihnen oder bei uns / aqui ou lá
[de pt-BR] firmware ; bios ; treiber ; drivers? ; driver / software of the device / Programm des Geräts / programa do aparelho
[en] (?:printer|network|graphics|device|display|audio) drivers? ; firmware ; bios / software of the device / - / -
[de pt-BR] (?:batch|nightly|cron|night|background)[- ]?(?:batch )?jobs? ; (?:nacht|batch)-?(?:job|lauf|läufe|verarbeitung) ; jobs? noturnos? ; rotina noturna ; cron ; scheduler ; job / work done at night / Arbeit in der Nacht / trabalho da noite
[en] (?:nightly |night |overnight )?(?:batch|cron|background|scheduled) (?:jobs?|runs?|process(?:es)?) ; nightly jobs? ; cron ; scheduler / work done at night / - / -
daemons? ; service[- ]?accounts? ; services? (?:restart(?:ed)?|neu gestartet) ; dienstkonto ; conta de serviço / program / Programm / programa
up-?stream(?: \p{L}+)? ; down-?stream(?: \p{L}+)? ; dependenc(?:y|ies) ; abhängigkeiten ; dependências? / another system / ein anderes System / outro sistema
web-?hooks? ; callbacks? ; connector(?:s|en)? ; konnektor(?:en)? ; conector(?:es)? ; plug-?ins? ; add-?ons? / link to another system / Verbindung zu einem anderen System / ligação com outro sistema
[de pt-BR] schnittstellen?(?:fehler|problem|partner)? ; interfaces? ; integration ?layer ; integração entre sistemas / link between systems / Verbindung zwischen Systemen / ligação entre sistemas
database(?:s)?(?: (?:index|lock|table|schema|query|migration))? ; (?:index|tabelle|schema) der datenbank ; datenbank(?:en)?(?:abfrage|index|sperre)? ; bancos? de dados / stored data / gespeicherte Daten / dados guardados
quer(?:y|ies) ; sql ; select-?statement ; abfrageoptimierung ; stored procedures? / search / Suche / busca
schemas? ; schemata ; datenmodell ; modelo de dados ; esquema do banco / structure of the data / Aufbau der Daten / estrutura dos dados
stammdaten(?:replikation|pflege|abgleich)? ; master[- ]?data ; dados mestres / basic data / Grunddaten / dados básicos
repli(?:cation|cated|kation|ziert|cação|cado|cada)(?:s|en)? / copying / Kopieren / cópia
migrat(?:ed|ion|ions|ing|e) ; migriert ; migration(?:en)? ; migração ; migrad[oa]s? / move / Umzug / mudança
[de pt-BR] synchron\p{L}+ ; sync(?:ed|s|ing|t)? ; gesynct ; sincroniza\p{L}+ / bring to the same state / abgleichen / deixar igual
[en] re-?sync(?:ed|s|ing)? ; sync(?:ed|s|ing)?(?! with) ; synchroni[sz]ation / bring to the same state / - / -
persist(?:ed|ence|iert|enz|ir|ido)? ; serialis\p{L}+ ; parsen ; mapping(?:s)? ; gemappt ; field mapping / save / speichern / guardar
(?:re-?)?index(?:ed|ing|es|iert|ierung|ado|ação)? ; indices ; full-?text index / list for searching / Suchverzeichnis / lista de busca
[de pt-BR] meta-?da(?:ta|ten|dos) ; flags? ; booleans? ; strings? ; hash(?:es|wert)? ; checksum ; prüfsumme / details / Angaben / detalhes
[en] meta-?data ; (?:the |a )?flag (?:is|was|has been|in the) ; booleans? ; hash(?:es)? ; checksums? / details / - / -
payload ; json ; xml ; yaml ; regex ; encoding ; utf-?8 ; zeichenkodierung ; codificação / form of the data / Form der Daten / forma dos dados
data-?warehouses? ; data ?lakes? ; etl(?:[- ]?(?:job|process|prozess|strecke))? ; olap ; cubes? / store of figures / Zahlensammlung / base de números
[de pt-BR] dumps? ; snapshots? ; back-?ups? einspielen ; restore(?:d)? from (?:a )?(?:backup|snapshot) ; restore / copy / Kopie / cópia
[en] snapshots? / copy / - / -
provision(?:ed|ing|s)? ; (?:de)?provisionier\p{L}+ ; provisiona\p{L}+ / set up / eingerichtet / preparado
white-?list(?:ed|ing|s)?(?: the \p{L}+)? ; black-?list(?:ed|ing)? ; allow-?list(?:ed)? ; (?:in|auf) die whitelist ; gewhitelistet ; lista branca / let through / durchlassen / deixar passar
credentials? ; zugangstoken ; credenciais ; access[- ]?tokens? ; tokens? ; bearer / password / Zugangsdaten / senha
authenti[fs]?i?(?:cat|zier)\p{L}+ ; autentica\p{L}+ ; authentisier\p{L}+ ; autorisier\p{L}+ ; authori[sz]ation / log in / anmelden / entrar
single sign-?on ; identity[- ]?provider ; id-?provider ; identitätsanbieter ; provedor de identidade ; directory service ; verzeichnisdienst ; active directory / common login / gemeinsame Anmeldung / entrada única
[de pt-BR] security ?groups? ; (?:ad-?|sicherheits)gruppen? ; group polic(?:y|ies) ; gruppenrichtlinien? ; grupos? de segurança ; política de grupo ; polic(?:y|ies) / right to use it / Berechtigung / permissão
[en] security groups? ; (?:ad|domain) groups? ; group polic(?:y|ies) / right to use it / - / -
[de pt-BR] domain(?: controller| account| join)s? ; domänen?(?:controller|konto|benutzer)? ; (?:conta|controlador) de domínio / company network / Firmennetz / rede da empresa
[en] domain (?:controller|account|join|user)s? / company account / - / -
role-based \p{L}+ ; rollen-?konzept ; berechtigungskonzept ; entitlements? ; access ?control ; perfil de acesso / who may do what / wer was darf / quem pode o quê
admin(?:istrator)?[- ]?(?:rights|rechte) ; local admin ; lokale[rn]? admin ; direitos de administrador ; sudo ; root / right to change it / Recht, es zu ändern / direito de mudar
[de en] zertifikats?(?:kette|fehler|problem)? ; (?:ssl|tls|root)?[- ]?certificates? ; certificados?(?: ssl| digital)? ; handshake ; cipher / proof of identity / Ausweis des Servers / prova de identidade
encrypt(?:ed|ion)? ; verschlüsselungsalgorithm\p{L}+ ; hashing ; public key ; private key ; schlüsselpaar / protect / schützen / proteger
(?:flush|clear|empty|delete|purge|reset)(?:ed|ing|s)? (?:your |the |all )?(?:browser |dns |local )?(?:cache|cookies)(?: and (?:cookies|cache))? / make the browser forget old copies / - / -
(?:(?:browser-?)?cache|cookies) (?:und cookies )?(?:leeren|löschen) ; (?:leeren|löschen) sie (?:bitte )?(?:den|ihren|die|alle) (?:browser-?)?(?:cache|cookies) ; (?:browser-?)?cache / - / alte Kopien im Browser löschen / -
(?:limpe|limpar|esvazie|apague) (?:o|os|seu|seus) (?:cache|cookies)(?: do navegador)? ; cache(?: do navegador)? / - / - / apague as cópias antigas do navegador
[en] (?:browser |dns |server )?cach(?:e|es|ed|ing) / old copy / - / -
hard[- ]?(?:refresh|reload|reset) ; power[- ]?cycl(?:e|ed|ing) ; reboot(?:ed|ing|e|en)? ; rebooten ; factory reset / start anew / neu starten / reiniciar
[de pt-BR] (?:console|network|har|debug|server|event|error)[- ]?(?:logs?|traces?|output) ; (?:inhalt der |browser-?)?konsole ; netzwerk-?traces? ; logs?(?:-?datei(?:en)?|file|files)? ; logs? do (?:console|servidor|navegador|sistema) ; arquivos? de log ; console / record of what happened / Aufzeichnung / registro
[en] (?:console|network|har|debug|server|event|error|browser)[- ](?:logs?|traces?|output|console) ; log ?files? ; (?:the|your|our) logs? ; developer (?:tools|console) ; traces? / record of what happened / - / -
trace-?routes? ; ping(?:en|t)? ; ip-?(?:address|adresse)s? ; endereço ip ; mac-?(?:address|adresse) ; hostnames? ; hosts? / name of the computer / Name des Rechners / nome do computador
registry(?:[- ]?(?:key|schlüssel))? ; registro do windows ; environment variables? ; umgebungsvariablen? ; command (?:line|prompt) ; kommandozeile ; eingabeaufforderung ; linha de comando ; (?:power)?shell / settings of the computer / Einstellungen des Rechners / ajustes do computador
[de en] config(?:uration)?[- ]?(?:files?|items?|changes?|drift)? ; konfigurations?(?:datei|fehler|änderung) ; (?:fehl)?konfigurier\p{L}+ ; configuraç(?:ão|ões) do servidor ; misconfigur\p{L}+ ; konfig / settings / Einstellungen / ajustes
[de pt-BR] parameter(?:s|isierung)? ; customizing ; customi[sz]ing ; parametriza\p{L}+ ; parâmetros? / setting / Einstellung / ajuste
[de pt-BR] scripts?(?:ing)? ; skripte?n? ; macros? ; makros? / small program / kleines Programm / pequeno programa
(?:first|second|third|1st|2nd|3rd)[- ]level(?:[- ]?support)? ; (?:segundo|terceiro|primeiro) nível ; n[123] / the next team / das nächste Team / a próxima equipe
escalat(?:ed|e|ion|ing) ; eskalier\p{L}+ ; eskalation ; escalona\p{L}+ ; escalad[oa] / passed on / weitergegeben / passado adiante
change[- ]?(?:requests?|management|advisory board|freeze|window) ; change-?antrag ; wartungsfenster ; maintenance windows? ; janela de manutenção ; requisição de mudança ; frozen zone / planned change / geplante Änderung / mudança planejada
service[- ]?(?:level agreements?|requests?|catalog(?:ue)?) ; service-?katalog ; acordo de nível de serviço ; service request / agreed time / vereinbarte Zeit / prazo combinado
stake-?holders? ; use[- ]?cases? ; business[- ]?(?:case|logic)s? ; requirements? engineering ; anforderungsmanagement ; proof of concept / those concerned / die Beteiligten / os envolvidos
(?:out of|in|not in) scope ; scope ; by design ; works as designed ; known (?:issue|limitation)s? ; won'?t ?fix ; works as intended / planned this way / so vorgesehen / feito assim
end[- ]of[- ](?:life|support) ; deprecat(?:ed|ion) ; sunset(?:ted|ting)? ; abgekündigt ; descontinuad[oa] / will end / wird eingestellt / vai acabar
on-?prem(?:ises?)? ; saas ; hosted ; tenant ; cloud-?(?:native|instanz|tenant) / where the program runs / wo das Programm läuft / onde o programa roda
`;

const LINE = /^(?:\[([^\]]+)\] )?(.+?) \/ (.+?) \/ (.+?) \/ (.+)$/;

export const JARGON: readonly JargonEntry[] = LIST.trim()
  .split("\n")
  .map((line) => {
    const [, only, words = "", en, de, pt] = LINE.exec(line) ?? [];
    const say = Object.entries({ en, de, "pt-BR": pt }).filter(([, text]) => text !== "-");
    return {
      words: words.split(" ; "),
      say: Object.fromEntries(say),
      only: (only?.split(" ") as GuardLanguage[] | undefined) ?? null,
    };
  });
