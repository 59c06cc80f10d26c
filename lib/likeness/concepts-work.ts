/** What the work is about. A line: the concept, then its words in English, German and Portuguese; see `concepts.ts`. */
export const WORK = `
phonenumber / phone_number* telephone* extension* phone number_of call ring dial landline / telefon* durchwahl* rufnummer* anruf* anrufen handynummer* nebenstelle* klingel* / telefone* ramal ramais ligar ligo numero_de discar
receipt / receipt* bill bills voucher* till slip / beleg* quittung* kassenbon* bon bons kassenzettel / recib* nota_fiscal notas comprovante* cupom
invoice / invoice* billing / rechnung* faktura / fatura* nota_fiscal boleto*
expense / expense* claim* reimburse* refund* / spesen* reisekosten* auslage* erstatt* abrechn* / despesa* reembols* prestacao
travel / travel* trip* flight* hotel* taxi* journey* train trains / reise* dienstreise* bahn* zug flug* hotel* taxi* fahrkarte* / viag* viaj* hotel voo taxi trem passagem
mileage / mileage kilomet* km mile miles car distance / kilometer* km fahrtkosten* fahrt* strecke* / quilomet* km distancia
meal / meal* hospitality lunch* dinner* guest* attendee* participant* entertain* / bewirtung* essen gaest* gast teilnehm* restaurant* mittag* / almoco* refeic* jantar convidad* participante* restaurante
allowance / allowance* per_diem daily_rate / tagegeld* pauschal* spesensatz verpflegung* / diaria* ajuda_de_custo
currency / currenc* dollar* euro* eur usd franc* pound* zloty yen foreign exchange* convert* conversion rate rates / waehrung* dollar* euro* eur usd franken umrechn* wechselkurs* kurs kurse fremdwaehrung* / moeda* dolar* euro* usd eur cambio cotac* convers* convert*
amount / amount* total* vat sum / betrag* betraege summe* gesamt* mwst netto brutto summe / valor* total* montante iva soma
rounding / decimal* comma cent cents digits thousand* rounded rounding rounds / komma* nachkomma* dezimal* cent tausender* runden rundet gerundet rundung* / arredond* virgul* decimal* centav* casas
payment / paid pay payment* payout bank transfer* account_number iban / zahl* auszahl* ueberweis* bank* iban konto* / transfer* iban deposit* pagar pago paga pagam pagou pagamento* banco bancos bancari*
creditcard / credit_card card / kreditkart* karte* / cartao
costcentre / cost_cent* cost_code gl account_code wbs / kostenstell* kontierung* kostentraeger sachkonto / centro_de_custo* conta_contabil
budget / budget* / budget* etat / orcament* verba*
policy / policy policies rule* guideline* regulation* compliance / richtlinie* regel* vorschrift* / politica* regra* diretriz* norma normas
payslip / payslip* pay_slip* payroll wage* salary salaries pay / lohn* gehalt* lohnzettel entgelt* abrechnung* verdienst* gehaltszettel* / holerit* contrachequ* salario* folha remunera*
tax / tax* / steuer* / impost* informe irpf tribut* rendiment*
leave / leave holiday* vacation* days_off day_off time_off annual / urlaub* ferien freie_tage / ferias folga* descanso
remaining / left remaining balance* still_have / rest resturlaub restlich* uebrig* saldo* verbleib* kontostand / sobra* ainda_tenho quantos_dias restam restante* saldo saldos
sick / sick* ill doctor* certificate medical / krank* au attest* arzt* krankmeld* / doent* atestad* medic* saude
halfday / half_day* half_a_day half-day* morning afternoon / halbtag* vormittag* nachmittag* halbe_urlaub* halbe_tage halben_tag halber_tag / meio_dia meio_periodo manha tarde
overtime / overtime flexitime flexi plus_hours / ueberstund* gleitzeit* zeitkonto plusstunden / hora_extra horas_extras banco_de_horas
hours / hour hours timesheet* time_sheet* book_time worked / stunde* stundenzettel* zeiterfass* arbeitszeit* zeitbuch* / horas apontament* jornada folha_de_ponto
breaks / break* lunch_break pause* / pause* mittagspause* / intervalo* pausa* almoco
week / week* weekly monday* friday* / vorwoche* freitag* montag* woechentlich kw woche wochen wochenansicht vorwoche / seman* sexta* segunda-feira
lastweek / last_week previous_week last_one week_before / vorwoche* letzte_woche vorige* letzten vorherig* / semana_passada semana_anterior da_anterior
month / month* monthly year_end period / monat* periode* / mes meses mensal periodo
year / year* annual / jaehrlich jahr jahre jahren jahres / ano anos anual
date / date dates day_picker / datum* daten datumsfeld* tag / data datas dia
calendar / calendar* outlook schedule* diary appointment* / kalender* termin* outlook / calendari* agenda* compromiss*
timezone / time_zone* timezone* summer_time clock utc daylight / zeitzone* sommerzeit uhrzeit* uhr / fuso horario* relogio
project / project* task* assignment* job_code / projekt* aufgabe* vorgang* arbeitspaket* / projeto* tarefa* atividade*
absence / absen* away out_of_office / abwesen* fehlzeit* / ausen* afast* falta*
team / team* staff department* crew group / team* abteilung* mitarbeiter* gruppe* belegschaft / equipe* time setor* departamento* filial area
colleague / colleague* coworker* people person* employee* someone somebody else / kolleg* person* mitarbeiter* jemand* leute ander* / colega* pessoa* funcionari* pessoal alguem gente
newcomer / new_hire* newcomer* new_starter* onboard* new_colleague joiner* / neue_kolleg* einarbeit* neueinsteiger* onboard* neuling* / novat* recem integrac* admiss*
contact / contact* business_card address_book / kontakt* visitenkart* ansprechpartner* adressbuch* / contat* cartao_de_visita
customer / customer* client* account accounts / kunde* kundin* mandant* firma firmen / client* empresa
company / company companies firm ltd inc gmbh / firma firmen unternehmen* gmbh / empresa* companhia* ltda cnpj
supplier / supplier* vendor* / lieferant* kreditor* zuliefer* / fornecedor*
order / order orders purchase* po ordered / bestell* auftrag* auftraeg* order* einkauf* bestellung* / pedido* compra* ordem ordens
requisition / requisition* request requests requested / anforder* banf bedarfsmeld* antrag* antraeg* beantrag* / requisic* solicit*
delivery / deliver* shipment* shipping dispatch* parcel* / versand* paket* sendung* lieferung* lieferschein* lieferdatum geliefert lieferzeit* / entreg* remessa* envio* transporte encomenda*
stock / stock* inventory on_hand quantity quantities on_stock shows_zero negative_stock stock_level actually_there / bestand* bestaend* lager* vorrat inventar* menge* lagerbestand minusbestand angeblich_da / estoque* inventari* quantidade* saldo_errado estoque_errado negativo
warehouse / warehouse* hall shelf shelves bin aisle bay pallet* / lager* halle* regal* stellplatz* palette* lagerplatz* fach gang / deposito galpao prateleira* corredor pallet* palete* doca
picking / pick* picking pick_list / kommission* pick* / separ* picking coleta*
counting / count* stocktake counted tally / zaehl* inventur* / contag* inventari* contar contagem contagens contei
goodsin / goods_in receiving / wareneingang* warenannahme* / entrada recebimento*
article / item items article* material* part parts sku product products / artikel* material* produkt* teil teile ware / item itens artigo* produt* material peca*
glove / glove* hand hands dirty / handschuh* hand haende / luva* mao maos
sound / sound* beep* noise audio loud hear quiet / ton toene piep* signalton* geraeusch* akustisch* hoer* / som bip apito barulho audio
name / name names surname* title / name* namen nachname* vorname* titel / nome* sobrenome titulo
address / address* zip postcode* postal street city town region* location / adress* anschrift* plz postleitzahl* strasse* ort orte stadt region* / endereco* cep rua cidade* bairro regiao
ticket / ticket* incident* / ticket* stoerung* anliegen / chamad* ticket* ocorrencia*
queue / queue* backlog pile / warteschlange* queue* stapel / fila* pilha*
assign / assign* forward* reassign* passed_around responsible owner who_is / zuweis* zugewies* weiterleit* zustaendig* verantwort* / atribu* encaminh* respons* dono repass*
reply / reply* repl* answer* respond* response* comment* feedback no_reply no_answer got_no write_back answering / antwort* kommentar* rueckmeld* reagier* keine_antwort antworten zurueckschreib* / respo* coment* retorno* feedback sem_resposta responder respondem
status / status* state progress stage phase where_it_stands / status* stand fortschritt* phase* bearbeitungsstand / status andament* situac* etapa* fase*
closing / close closes closed closing solved resolve* / schliess* geschloss* geloest erledigt* / fech* encerr* resolv* conclu*
news / news announcement* newsletter post feed / neuigkeit* nachricht* ankuendig* news newsletter* / noticia* novidade* comunicad* mural
event / event events party celebration / veranstalt* feier* event* / evento* festa*
canteen / canteen cafeteria lunch_menu meal_plan food / kantine* speiseplan* essensplan* mittagessen / refeitorio cardapio cantina comida
people / phonebook phone_book staff_list org_chart profile* directory / telefonbuch* telefonliste* organigramm* personensuch* profil* / lista_telefonica organograma perfil diretorio agenda_de
room / room rooms meeting* conference* meeting_room meeting_rooms boardroom / raum raeume* besprech* konferenz* meeting* sitzung* saal besprechungsraum besprechungszimmer zimmer / sala* reuni* auditorio sala_de_reuniao
book / book* booking* reserv* booked / reservier* gebucht belegung* buchen bucht buche buchung* / reserv* marcar marquei marcou agendar agendei agendamento*
cancel / cancel* call_off release_it withdraw* no-show no_show cancelled cancelling free_up give_back / stornier* absag* storno* abbestell* zuruecknehm* freigeb* abgesagt storniert absagen / cancel* desmarc* desist* libera cancelar cancelamento desistiu
occupied / occupied taken busy empty free available unused availab* no_show ghost blocked_all_day nobody_in_it fully_booked nobody_there empty_room unoccupied / belegt* frei freie leer* verfuegbar* besetzt* ungenutzt unbenutzt ausgebucht sitzt_keiner keiner_drin leer_steht / ocupad* livre* vazi* disponiv* indisponi* lotad* reservada vazia ninguem_dentro
equipment / equipment* projector* beamer whiteboard webcam camera video* tv screen microphone* facilities / ausstatt* beamer* whiteboard* kamera* video* bildschirm* mikrofon* leinwand technik / equipament* projetor* tv televis* camera video* quadro datashow microfone
capacity / capacity seats how_many_people persons big_enough size_of / kapazitaet* plaetze sitzplaetze wie_viele personenzahl / capacidade lugares quantas_pessoas cabem
series / series recurring every_week repeat* weekly standing / serie* serientermin* wiederkehrend* woechentlich* regelmaessig* / serie recorrent* semanal* repetic* toda_semana
floor / floor* map building* site_plan storey / stockwerk* etage* gebaeude* lageplan* grundriss* / andar* mapa* planta predio* piso
desk / seat* workplace hot_desk desk desks / schreibtisch* arbeitsplatz* sitzplatz* / mesa* estacao assento*
report / report* dashboard* chart* statistic* figures / bericht* auswert* statistik* diagramm* report* kennzahl* / relatori* grafico* painel dashboard* indicador*
deal / deal* opportunit* pipeline stage quote* offer* lead leads / verkaufschance* opportunit* angebot* chance* pipeline* abschluss* / oportunidad* negocio* proposta* orcament* funil
activity / activit* visit* note notes meeting_note / aktivitaet* besuch* notiz* anruf* / atividade* visita* anotac* ligac*
map / route* navigation maps gps / route* karte navi / rota* mapa gps
battery / battery charge* / akku* batterie* / bateria*
deadline / deadline* due overdue late cutoff / frist* faellig* verspaet* stichtag* deadline* / prazo* venc* atras*
signature / signature* sign signing e-sign / unterschrift* signatur* unterschreib* / assinatura* assin*
contract / contract* certificate* letter* reference / vertrag* vertraeg* bescheinig* zeugnis* brief* / contrat* certid* declarac* carta
bankdata / bank_details personal_data my_address my_data moved / bankverbindung* stammdaten* persoenliche_daten umzug umgezogen / dados_bancarios dados_pessoais mudei
family / child* family marriage married partner / kind kinder familie* heirat* ehe / filho* famil* casament* conjuge dependente*
training / e-learning elearning module quiz webinar training course courses trainings / kurs* schulung* lernmodul* elearning fortbild* weiterbild* / curso* treinament* ead modulo
application / application* applicant* candidate* cv resume vacancy / bewerb* bewerber* lebenslauf ausschreib* / candidat* curriculo vaga*
personal / personnel_number staff_number staff_id employee_id / personalnummer* mitarbeiternummer* / matricula registro
twice / enter*_twice two_systems both also_in and_again elsewhere another_system / doppelt_eintrag* zwei_systemen und_hier auch_noch beiden woanders zusaetzlich / dois_sistemas duas_vezes nos_dois tambem_no outro_sistema
know / you_already already_know you_have know* / habt_ihr_doch schon bereits bekannt* / ja_tem ja_sabe voces_tem conhec*
import / import* load_in read_in interface / import* einles* schnittstelle* einspiel* / import* integrac* interface
unsubscribe / unsubscribe* opt_out too_many_mails / abbestell* newsletter* / descadastr* cancelar_inscricao
visitor / visitor* badge* reception / besucher* empfang pforte* ausweis* / visitante* recepcao cracha* portaria
parking / parking car_park / parkplatz* parken parkhaus / estacionamento estacionar
car / company_car pool_car fleet vehicle* / dienstwagen* firmenwagen* poolauto* fahrzeug* / carro carros frota veiculo*
device / laptop* device* hardware computer pc / laptop* geraet* notebook* hardware rechner computer pc / notebook* laptop* aparelho* dispositivo* hardware computador pc
goodsback / rma returns return_label / retoure* rueckgabe* ruecksend* / devoluc*
serial / serial lot_number batch_number expiry / seriennummer* charge chargen* mindesthaltbarkeit / numero_de_serie lote validade
weight / weigh* weight kg / gewicht* wiegen kg / peso pesar balanca kg
unit / unit units piece pieces pack / einheit* stueck packung* gebinde / unidade* pacote
discount / discount* price_list / rabatt* preisliste* / desconto* tabela_de_precos
secondfactor / two-factor 2fa mfa token authenticator captcha / zwei-faktor* 2fa mfa token authenticator captcha / dois_fatores 2fa token autenticador captcha
conflict / conflict* clash* double-book* double_booked / konflikt* ueberschneid* doppelbuch* doppelt_gebucht doppelt_belegt / conflit* choque duas_reservas mesma_sala
ask / are_you_sure prompt* asks asking question* / rueckfrage* nachfrag* fragt frage* / pergunt* tem_certeza
price / price* pricing / preis* / preco*
change / relaunch redesign new_look moved_to where_did since_the_update / neues_design umgebaut woanders neue_oberflaeche / redesign visual_novo mudou_de lugar_novo
toomany / too_many too_much hundreds thousands dozens endless cluttered overloaded so_many far_too_many way_too_many loads_of a_thousand / zu_viele zu_viel hunderte tausend* dutzende unuebersichtlich ueberladen viel_zu_viele zig ellenlang* unzaehlig* massenhaft / demais muitos muitas centenas dezenas poluid* infinit* um_monte milhares tantos tantas interminavel
noreason / reason why_not no_explanation without_explanation justification / begruend* grund warum_nicht ohne_erklaerung / motivo justificativa sem_explicacao razao
nobody / nobody no_one never ignored silence no_answer unanswered / niemand keiner nie ignoriert keine_antwort / ninguem nunca ignora* sem_resposta
split / split* private_part own_share divide* separate* part_of_it / aufteil* splitt* privatanteil anteil* trennen / divid* ratear rateio parte_particular separar
tip / tip tips gratuity / trinkgeld* / gorjeta*
priority / priorit* urgent* emergency critical important / prioritaet* dringend* wichtig* eilig* notfall* / priorid* urgent* emergencia important*
reopen / reopen* re-open* not_solved still_broken closed_without nothing_fixed / wiederoeffn* neu_aufmachen nicht_geloest ungeloest einfach_geschlossen nichts_passiert zugemacht / reabr* reabert* sem_resolver sem_solucao nao_resolv* fecharam fecham
survey / survey* rating rate_us stars_rating satisfaction poll / umfrage* bewertung* bewerten zufriedenheit* / pesquisa_de avaliac* avaliar satisfacao enquete
onbehalf / on_behalf for_a_colleague for_someone for_others someone_else's my_boss's / im_namen fuer_andere fuer_kolleg* fuer_jemand* stellvertretend / em_nome para_outra para_um_colega pra_outra_pessoa pro_colega
cc / cc copy_in watchers include_my / cc in_kopie mitlesen / cc em_copia copiar_colega
toooften / too_often too_many_mails spam* flood* bombard* hundreds_of_mails 20_mails nag* pester* / zu_oft spam* ueberflut* zugemuellt bombard* flut mailflut genervt / spam* enxurrada lota* toda_hora_um bombarde* entup*
handheld / handheld* mde terminal gun device_in / handgeraet* mde terminal* handscanner / coletor* terminal
damage / damage* broken_goods dent* / schaden* beschaedig* kaputte_ware / avaria* danificad* dano
carrier / carrier* dhl ups tracking_number courier freight / spediteur* spedition* frachtfuehrer dhl ups sendungsnummer / transportadora* rastreio correios frete
route / zigzag zig-zag route* walk* steps_a_day back_and_forth across_the order_of_the / laufweg* zickzack hin_und_her kreuz_und_quer laufe rennen weg wege / zigue-zague percurso ida_e_volta ando andar_o trajeto caminho
extend / extend* longer prolong* overrun* / verlaenger* ueberzieh* laenger_buchen / estend* prolong* prorrog* mais_tempo
invite / invit* attendees guests participants / einlad* eingeladen teilnehmer* / convid* convite* participantes
checkin / check-in check_in checkin tablet_at_the_door door display_at / einchecken check-in tuerschild tuer display_an / check-in checkin na_porta porta
catering / catering coffee drinks food sandwiches / catering kaffee getraenke verpflegung broetchen / cafe agua lanche* coffee-break comida
aircon / heating cold hot air_con temperature light lights / heizung kalt heiss klimaanlage temperatur licht / ar_condicionado frio quente temperatura luz
autologout / after_five_minutes after_ten_minutes after_minutes idle / nach_5_minuten nach_zehn_minuten nach_ein_paar untaetig leerlauf / depois_de_minutos inatividade parado ocioso
everymorning / every_morning each_morning in_the_morning mornings monday_morning / jeden_morgen morgens frueh montagmorgen* in_der_frueh / toda_manha de_manha pela_manha segunda_de_manha
peak / end_of_month month_end peak at_noon rush quarter / monatsende monatsanfang stosszeit* mittags quartal* / fim_do_mes final_do_mes pico virada_do_mes trimestre
publicholiday / public_holiday* bank_holiday* feast carnival christmas easter / feiertag* brueckentag* weihnacht* ostern karneval / feriado* emenda carnaval natal pascoa
weekend / weekend* saturday sunday night_shift shift shifts / wochenende* samstag sonntag nachtschicht schicht* / fim_de_semana sabado domingo turno* plantao
partial / half_of only_part incomplete missing_half not_all rest_is_missing only_the_first / unvollstaendig* nur_die_ersten nur_ein_teil halbe_liste fehlen fehlende / incomplet* pela_metade so_os_primeiros so_uma_parte faltam faltando
owner / owner who_owns responsible contact_person whom_to_ask who_to_ask / zustaendig* ansprechpartner* verantwortlich* wen_frage wer_ist besitzer / responsavel dono quem_cuida quem_procurar com_quem
retry / try_again second_attempt third_time several_times until_it_works try trying attempts / versuch* beim_zweiten dritten_mal mehrmals bis_es_klappt probier* / tentativa* tento tentar varias_vezes segunda_vez ate_funcionar
restart / restart* reboot* close_and_open turn_off log_in_again / neustart* neu_start* rechner_neu / reinici* fechar_e_abrir ligar_de_novo
workaround-paper / paper notebook post-it sticky whiteboard print_and_sign by_post fax pen / papier zettel post-it notizblock fax ausdrucken_und stift / papel caderno post-it fax caneta bloquinho
otherspreadsheet / own_list own_excel private_excel shadow keep_my_own / eigene_liste eigene_excel nebenbei_excel / planilha_propria minha_planilha por_fora
callsomeone / have_to_call phone_the ring_up ask_by_phone ask_around ask_colleagues / anrufen_muss telefonier* rumfrag* nachfragen hinterhertelefonier* / ligar_pra ligar_para perguntar_pra telefonar
twosystemsdata / not_in_sync out_of_sync different_numbers doesn't_match differs / stimmt_nicht_ueberein weicht_ab abweich* unterschiedliche_zahlen / nao_bate diverg* diferente_do
late / late delay* tomorrow next_day days_later overnight only_the_next / spaet* verspaet* verzoeger* naechster_tag erst_morgen tage_spaeter ueber_nacht / atras* tarde dia_seguinte dias_depois so_no_outro
quantity / quantit* amount_of how_many count_of / menge* anzahl stueckzahl* / quantidade* quantos qtd
minimum / minimum maximum limit limits cap threshold / mindest* maximal* hoechst* grenze grenzen grenzwert* / minim* maxim* teto limite
seriesbooking / each_date single_dates every_tuesday weekly_meeting / jeden_termin jeden_dienstag jede_woche einzeltermin* / cada_data toda_terca reuniao_semanal
double-entry / booked_twice sent_twice created_twice charged_twice two_entries appears_twice / zweimal_gebucht doppelt_gebucht doppelt_angelegt zweimal_angelegt zwei_mal steht_doppelt / duas_vezes em_dobro duplicou lancou_duas aparece_duas
status-where / where_is_my what_happened_to still_pending no_update black_hole hear_nothing whether_anyone / was_ist_mit wo_steht kein_stand hoert_nichts hoer_nichts schwarzes_loch ob_jemand keine_rueckmeldung / em_que_pe cade_meu nao_sei_o_andamento sem_retorno ninguem_respond* buraco_negro
autoreply / automatic_reply auto-reply standard_reply canned template_answer / automatische_antwort standardantwort* textbausteine* / resposta_automatica resposta_padrao resposta_pronta
wrongpeople / wrong_person wrong_team wrong_department passed_on forwarded_around ping-pong / falsche_abteilung falscher_ansprechpartner weitergereicht rumgereicht pingpong / setor_errado pessoa_errada jogo_de_empurra empurr* repassad*
tempolimit / only_until only_between office_hours business_hours after_six maintenance / nur_bis nur_zwischen buerozeit* wartung* nach_18 / so_ate horario_comercial manutencao
money / money out_of_pocket my_own_money paid_in_advance / geld vorstreck* aus_eigener vorgestreckt / dinheiro do_meu_bolso adiant*
longtime / weeks_later two_weeks three_weeks for_weeks months_ago for_months / seit_wochen wochenlang monatelang seit_monaten wochen_spaeter / ha_semanas ha_meses semanas_depois faz_meses meses
`;
