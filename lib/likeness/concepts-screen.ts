/** What is on a screen and what it does to people. A line: the concept, then its words in English, German and Portuguese; see `concepts.ts`. */
export const SCREEN = `
search / search* find finds finding findable found look_up lookup looking_for query search_box finds_nothing no_results type_the_name can't_find / such* find* gefunden fund nachschau* auffindbar findet_nichts keine_treffer suchfeld suchfunktion suche_nach / busc* procur* pesquis* encontr* achar acho acha achei localiz* achando nao_encontra nao_acha nada_encontrado campo_de_busca
results / result* hit hits top relevan* first_page ranking / treffer* ergebnis* suchergebnis* relevan* obenan / resultado* relevan*
sort / sort* order_by ascending alphabet* newest oldest at_the_top on_top chronolog* latest most_recent recent / sortier* reihenfolge alphabet* neuest* aeltest* zuerst oben chronolog* / orden* alfabet* mais_recente* mais_antigo* em_cima no_topo cronolog*
outdated / outdated old older obsolete stale out_of_date ancient archive* dead expired long_gone last_year last_year's years_ago finished no_longer_valid left_the_company left_years_ago not_updated since_2015 ages_ago wrong_year / veraltet* alt alte alter altes uralt* ueberholt abgelaufen von_vor archiv* abgeschlossen* letztjaehrig* vom_letzten_jahr nicht_mehr_aktuell laengst stimmt_nicht_mehr nicht_aktualisiert ausgeschieden / antig* velh* desatualizad* ultrapassad* obsolet* vencid* arquivad* nao_atualiz* saiu_da_empresa faz_anos ha_anos defasad*
current / current up_to_date valid today's newest actual latest / aktuell* neueste* gueltig* heutig* / atual* vigente valido valida vale
filter / filter* narrow* criteria only_show just_mine restrict* mine / filter* eingrenz* gefiltert nur_meine einschraenk* meine / filtr* so_os_meus so_as_minhas restring* criterio*
list / list lists listing rows table entries overview / list* zeile* eintraege eintrag uebersicht* tabelle* / list* linha* tabela* registro* relacao
scroll / scroll* swipe / scroll* runterscroll* wischen / rol* scroll* desliz* arrastar_a
column / column* grid / spalte* raster / coluna*
dropdown / drop-down* dropdown* drop_down combo picker selector / dropdown* auswahlliste* klappliste* auswahl* auswaehl* aufklapp* / lista_suspensa dropdown combo seletor selecao
choose / choose* choice* pick* select* choosing option* / waehl* auswahl* auswaehl* aussuch* ausgewaehlt gewaehlt option* / escolh* selecion* opc*
field / field* box boxes input* textbox / feld* eingabefeld* textfeld* kaestchen / campo* caixa* caixinha
form / form forms fill* fill_in questionnaire enter entering entry / formular* ausfuell* maske* eintrag* eingeb* eingab* antrag* erfass* / formulario* preench* ficha* cadastr* lanc*
mandatory / mandatory required compulsory must obligatory red_star* stars insists force* asterisk have_to_fill won't_let_me_save insists_on needs_everything can't_leave_empty / pflicht* zwing* erforderlich* muss_ausgefuellt sternchen gezwungen zwangs* muss_ich_ausfuellen muss_man_ausfuellen pflichtangabe* zwangsweise / obrigatori* exig* asterisco* obriga obrigam forca asteriscos tem_que_preencher tenho_que_preencher obrigado_a exigem
default / default* preset* prefill* pre-fill* preselect* prefilled already_know* / voreinstell* vorbeleg* vorausgewaehlt standard* vorgeb* vorausgefuell* vorgabe* / padrao predefinid* pre-preench* preenchid* automatic*
button / button* icon* / knopf* knoepf* button* taste* schaltflaeche* symbol* icon* / icone* botoes botao
menu / menu* navigation nav sidebar / navigation* seitenleiste menue* menu / menu* navegac* barra_lateral
back / back go_back previous goes_back going_back return returning / zurueck* rueckkehr* / volt* retorn*
tab / tab tabs window* new_tab / tab tabs reiter fenster* / aba abas janela* guia*
screen / screen* display* monitor* view / bildschirm* monitor* anzeige* ansicht* schirm display* / tela* monitor* visor*
show / show* shows display* visible see see_where appear* shown / zeig* angezeigt* sieht sichtbar sehen erscheint einseh* steht sehe seht gesehen / mostr* aparec* ver vejo visiv* exib* consta* enxerg*
hidden / hidden hide* hid buried hard_to_find nowhere invisible can't_find where_is where where's tucked_away deep_down five_levels can't_see not_visible doesn't_show not_shown isn't_shown doesn't_say / versteck* nirgends nirgendwo unsichtbar wo_finde wo_ist wo_steht wo verborg* ausgeblendet nicht_sichtbar sieht_man_nicht wird_nicht_angezeigt nicht_zu_finden tief_vergraben vergraben / escond* ocult* lugar_nenhum nao_acho onde cade nao_encontr* invisivel nao_aparece nao_mostra nao_da_pra_ver nao_esta_visivel enterrad*
small / small* tiny font too_small unreadable illegible can't_read squint read eyes microscop* tiny_font fat_fingers hit_the squinting glasses / klein* winzig* schrift* schriftgroess* lesbar unleserlich lesen augen lupe kontrast* mini brille mikroskop* fliegenschiss daumen finger* treff / pequen* minuscul* miud* fonte letra* ilegiv* ler contraste vista dedo dedos oculos microscopic* letrinha
big / big* large* huge too_big oversize* bigger limit mb megabyte* size / gross* riesig* zu_gross groesse* mb megabyte* limit* obergrenze / grande* enorme* tamanho limite* mb mega* passa_do
shrink / shrink* smaller reduce* compress* resize* / verkleiner* kleinrechn* komprimier* kleiner / diminu* reduz* compact* comprim* redimension*
cover / cover* overlap* overlay* banner in_the_way obscure* block*_the blocks_the cut_off truncat* cropped covers hides_the in_front_of on_top_of overlapping / verdeck* ueberdeck* ueberlapp* banner* abgeschnitt* abschneid* davor ueberlager* liegt_drueber drueber haengt_davor versperr* / cobr* tamp* sobrep* cort* banner* na_frente fica_em_cima por_cima atrapalha em_cima_do
popup / popup* pop-up* dialog* message_box pops / popup* pop-up* dialog* fensterchen aufpopp* einblend* / popup* pop-up* janelinha* dialogo*
mobile / mobile phone* smartphone* tablet* ipad iphone android cell on_the_go on_my_phone on_the_phone small_screen from_home home_office / handy* smartphone* tablet* mobil* ipad iphone android unterwegs am_handy aufm_handy auf_dem_handy homeoffice / celular* smartphone* tablet* ipad iphone android no_celular pelo_celular no_telefone home_office
photo / photo* picture* image* pic pics snap camera portrait / foto* bild bilder bildes kamera* aufnahme* portraet* abbildung* / foto* imagem imagens figura* camera retrato*
screenshot / screenshot* screen_shot snipping screen_grab / screenshot* bildschirmfoto* bildschirmkopie / captura* screenshot* print_da print prints
file / file files document* doc docs / datei* dokument* akte* unterlagen / arquivo* document* ficheiro*
folder / folder* directory drive / ordner* verzeichnis* laufwerk* ablage* / pasta* diretorio*
cursor / cursor* focus* caret jump* jumps / cursor* fokus* eingabemarke springt* spring* / cursor foco pula pular
keyboard / keyboard* key keys shortcut* enter_key tab_key keypress hotkey* mouse / tastatur* tastenkuerzel* taste tasten eingabetaste shortcut* maus* / teclado* tecla* atalho* enter mouse
accent / accent* umlaut* special_character* diacritic* ue oe ae unicode charset letters / umlaut* sonderzeichen* akzent* buchstab* zeichensatz / acent* cedilha caractere* til letras
leadingzero / zero zeros zeroes leading digit digits dash* hyphen* space spaces format dots exact exactly prefix / null nullen fuehrend* stellig* leerzeichen bindestrich* punkt format* exakt* genau schreibweise* ziffer* / zero* espaco* barra hifen formato exat* traco digito* pontos sem_ponto com_ponto
number / number numbers nr no. id ids code / nummer* nr nummern id kennung* / numero* codigo*
typo / typo* spell* misspel* fuzzy partial wildcard / tippfehler* rechtschreib* teilwort* platzhalter* schreibfehler* / digitacao grafia ortograf*
wrong / wrong* incorrect* false inaccura* doesn't_match mismatch* mixed_up by_accident mistake / falsch* verkehrt* stimmt_nicht unstimm* versehentlich aus_versehen irrtuem* inkorrekt* fehlerhaft* / errad* incorret* engan* sem_querer nao_bate trocad*
duplicate / duplicate* twice double* doubled three_times triple merge* several_times dupe* duplicates several_entries same_person_twice more_than_once multiple_entries multiple_records / doppelt* dreifach* dreimal zweimal dublette* duplikat* zusammenfuehr* zusammenleg* mehrfach* doppelte mehrfach_vorhanden mehrfach_drin doppelungen / duplic* duas_vezes repetid* dobr* mescl* unific* tres_vezes cadastro_duplicado mais_de_uma_vez repetidos varias_vezes_o_mesmo
history / history version* versions log who_changed audit previous_version revision* / historie* verlauf* version* wer_hat vorversion* protokoll* aenderungsverlauf / historic* verso* versao quem_mudou revis* log
undo / undo* restore* recover* bring_back revert* recycle trash bin no_way_back can't_take_back take_back accidentally / rueckgaengig* wiederherstell* papierkorb zurueckhol* nicht_mehr_zurueck ausversehen / desfaz* restaur* recuper* lixeira reverter voltar_a nao_da_pra_voltar sem_querer
delete / delet* remove* removing erase* get_rid / loesch* entfern* geloescht / apag* exclu* delet* remov* elimin*
edit / edit* change* changing modify amend* update* / bearbeit* aender* korrigier* anpass* aktualisier* ergaenz* / edit* alter* mud* corrig* atualiz* modific*
locked / lock* locked blocked read-only read_only being_edited in_use checked_out someone_else locked_by still_open_by lock_stays / gesperrt* sperr* blockier* schreibgeschuetzt in_bearbeitung jemand_anderem bearbeitet_von gesperrt_von noch_offen / bloque* trancad* somente_leitura em_uso editando travado_por travada bloqueada_por aberta_por
permission / permission* access right rights denied allowed not_allowed unauthori* role / berechtig* zugriff* recht rechte zugang* darf erlaubt rolle freischalt* / permiss* acesso* autoriz* direito* perfil liberac* negado
share / share* sharing give_access link_to / weitergeb* link_zu teilen geteilt teile / compartilh* partilh*
template / template* pattern boilerplate* snippet* / vorlage* muster* textbaustein* / modelo* template* gabarito
category / categor* classif* subject topic dropdown_of which_one belongs which_category right_category pigeonhole where_it_belongs / kategori* rubrik* einordn* zuordn* thema themen hingehoer* reingehoer* richtige_kategorie welche_kategorie schublade / categor* classific* assunto* tema qual_categoria categoria_certa
confusing / confus* unclear understand* don't_know no_idea guess* jargon meaning what_does difference obscure means cryptic / verwirr* unklar* verstaend* versteh* verstehe keine_ahnung raten unterschied* fachchinesisch bedeut* kryptisch blick* rate geraten erraten / confus* entend* nao_sei adivinh* chut* diferenca* qual quais significa* jargao
abbreviation / abbreviation* acronym* short_form code_words / abkuerz* kuerzel* akronym* / abrevia* sigla*
language / language* english german translat* portuguese french / sprache* englisch* deutsch* uebersetz* portugies* franzoes* / idioma* lingua* ingles* traduz* traduc* portugues* alemao
help / help* support hotline helpdesk manual instructions training guide how_to tutorial / hilfe* helf* support* hotline anleitung* handbuch* schulung* / ajud* suporte manual instruc* treinament* tutorial
link / link* url hyperlink* broken_link dead_link 404 / link* verlink* verweis* url 404 / link* url quebrado 404 atalho
page / page pages site article* post / seite* artikel* beitrag* / pagina* artigo*
navigate / structure* tree hierarch* navig* space breadcrumb* table_of_contents / struktur* baum* hierarch* gliederung* inhaltsverzeichnis* bereich / estrutura* arvore hierarq* sumario indice
table / table tables cells cell row rows / tabelle* zelle* zeilen / tabela* celula celulas
formatting / format* layout bullet* indent* bold heading* style / formatier* layout* aufzaehl* einrueck* fett ueberschrift* / formatac* layout negrito recuo titulo* bagunca
code / macro plugin / makro* plugin* quellcode / macro plugin
homepage / homepage home_page start_page landing / startseite* homepage / inicial home capa
network / wifi wi-fi wlan network connection offline online internet vpn signal reception no_signal dead_zone dead_spot coverage drops / wlan netz* verbindung* offline internet vpn empfang funkloch* kein_netz kein_empfang netzabdeckung / wifi wi-fi rede conexa* internet offline vpn sinal sem_sinal sem_internet sem_rede cai_a_internet
browser / browser* chrome edge firefox cache cookie* / browser* chrome edge firefox cache cookie* / navegador* chrome edge firefox cache cookie*
update / update* upgrade* new_version since_the release since_yesterday yesterday relaunch / update* umstell* neue_version seit_gestern gestern neuerdings seit_dem relaunch* / atualizac* versao_nova nova_versao desde_ontem ontem mudanca
refresh / refresh* reload* f5 real_time live sync* synchron* doesn't_update not_updated_automatically hit_refresh press_f5 stale_data out_of_sync / aktualisier* neu_lad* reload* f5 echtzeit synchron* abgleich* nicht_aktualisiert f5_drueck* / atualiz* recarreg* f5 sincron* tempo_real atualizar_a_pagina apertar_f5 nao_atualiza
outputtoo / cut off margin margins landscape page_break / abgeschnitten rand raender querformat seitenumbruch* / margem margens paisagem quebra_de_pagina cortad*
autofill / suggest* autocomplete auto-complete proposals recommendation / vorschlag* vorschlaeg* autovervollstaend* vervollstaend* / sugest* sugere autocomplet* recomend*
rotate / rotate* sideways upside turn_round landscape orientation / dreh* quer* gedreht* hochkant / gir* rotac* de_lado virad* vira
dragdrop / drag* drop it_in drop_in move* moving / zieh* drag verschieb* ablegen reinzieh* / arrast* solt* mover
paging / paging page_by_page next_page pages_of per_page ten_at_a_time / seitenweise naechste_seite pro_seite weiterblaetter* blaetter* / paginac* proxima_pagina por_pagina de_dez
colour / colour* color* dark bright / farb* dunkel* hell rot gruen grau / cores escur* vermelh* verde cinza cor
validation / refuses doesn't_accept won't_accept not_accepted won't_let can't_enter invalid isn't_allowed accept* / akzeptier* nimmt_nicht angenommen ungueltig* nicht_erlaubt laesst_mich_nicht annehm* unzulaessig / nao_aceita invalid* nao_deixa nao_permite aceit*
unable / can't cannot unable won't impossible not_possible no_way no_option / kann_man_nicht geht_nicht nicht_moeglich unmoeglich keine_moeglichkeit laesst_sich_nicht gibt_es_nicht gibts_nicht fehlt / nao_da nao_consigo nao_tem impossivel sem_opcao nao_existe falta
random / sometimes random* occasionally intermittent now_and_then / manchmal zufaellig* ab_und_zu gelegentlich sporadisch / as_vezes aleatori* de_vez_em
closeddown / vanishes closes_itself jumps_to_top scrolls_up loses_place position / springt_nach_oben position / volta_pro_topo posicao
chat / chat* teams message* / chat* teams nachricht* / chat* teams mensag*
favourite / favourite* favorite* bookmark* / favorit* lesezeichen / favorit*
follow / follow watch subscribe track tracking / beobacht* abonnier* nachverfolg* verfolgen / acompanh* rastre* seguir
header / header* heading fixed / kopfzeile* ueberschrift* fixier* / cabecalho* titulo
zoom / zoom* enlarge magnify / zoom* vergroesser* / zoom* ampli* aument*
unfold / expand* collaps* unfold accordion / zuklapp* einklapp* ausklapp* / expand* recolh* abrir_tudo
sums / add_up adds_up totals total subtotal* / summe* summier* gesamtsumme zusammengezaehlt / soma somar total totais subtotal
autoplay / autoplay* video* animation* carousel slideshow moving / video* animation* karussell laufband diashow / video* animac* carrossel
irrelevant / irrelevant not_for_me other_country other_site doesn't_concern don't_care uninteresting / irrelevant uninteressant betrifft_mich andere_standort* interessiert nicht_fuer_mich / irrelevant* nao_me_interessa outro_pais outra_unidade nao_e_pra_mim
personalise / personal* customi* my_own_view layout rearrang* column_width* widths / personalisier* anpassen spaltenbreite* eigene_ansicht layout / personaliz* largura ajustar_coluna minha_visao
cutname / truncat* cut_off can't_see_the_full full_name too_narrow narrow dots / abgeschnitten* zu_schmal schmal voller_name ganze_name lesen_kann puenktchen / cortad* estreit* nome_inteiro nao_cabe reticencias
comment-field / remark* note notes comment* justification explanation free_text / bemerkung* kommentar* notiz* anmerkung* begruendung* freitext* / observac* comentario* anotac* justificativa*
characters / character* limit_of_characters too_long too_short max_length 50_characters / zeichen zeichenlimit* zu_lang zu_kurz zeichenbegrenz* / caracter* muito_longo limite_de_caracteres
enterkey / hit_enter press_enter enter_key return_key enter_submits / entertaste enter_taste enter_drueck* eingabetaste mit_enter / tecla_enter dar_enter aperto_enter enter
tabkey / tab_key tab_order tabbing next_field / tabulator* tab-taste tab_taste naechstes_feld reihenfolge_der / tecla_tab tab proximo_campo
mouse / mouse touchpad wheel hover double-click double_click doubleclick / maus mausrad doppelklick* rechtsklick* hover* / mouse duplo_clique clique_duplo passar_o
dateformat / us_format american_format day_and_month month_first date_format wrong_way_round / amerikanisch* datumsformat* tag_und_monat us-format / formato_americano formato_da_data mes_e_dia dia_e_mes invertid*
asnumber / as_text scientific leading text_format / als_text textformat / como_texto
deadlink / dead_link* broken_link* 404 page_not_found goes_nowhere nowhere not_found_page / toter_link tote_links 404 ins_leere seite_nicht_gefunden leere / link_quebrado links_quebrados 404 pagina_nao_encontrada lugar_nenhum
moved / moved renamed relocated where_did has_gone used_to_be / verschoben umbenannt umgezogen frueher_war wo_ist_jetzt / mudou_de renome* movid* antes_ficava foi_parar
access-request / request_access ask_for_access no_access not_authorised need_permission / zugriff_beantrag* keine_berechtigung kein_zugriff keinen_zugriff nicht_berechtigt / sem_acesso pedir_acesso sem_permissao acesso_negado nao_tenho_acesso
attachments-size / 10_mb 5_mb mb_limit too_large attachment_limit / zu_gross mb_grenze groessenbegrenz* / muito_grande limite_de_mb
bluescreen / blank_page white_page white_screen empty_page empty_screen / weisse_seite leere_seite weisser_bildschirm / tela_branca pagina_em_branco tela_em_branco
errorcode / error_code cryptic_error error_message code_number hex unknown_error says_error something_went_wrong / fehlercode* fehlermeldung* kryptisch* unbekannter_fehler es_ist_ein_fehler / codigo_de_erro mensagem_de_erro erro_desconhecido ocorreu_um_erro
lookalike / look_the_same looks_the_same similar indistinguishable tell_apart which_is_which / sehen_gleich sehen_alle_gleich verwechs* unterscheid* aehnlich* / parecid* iguais confundir diferenciar distinguir
colourblind / colour-blind color-blind red_and_green / farbenblind rot-gruen / daltonic*
darkmode / dark_mode night_mode too_bright dazzl* glaring / dunkelmodus dunkles_design zu_hell blendet grell / modo_escuro muito_claro claridade ofusca
accessibility / screen_reader blind accessib* / screenreader vorleseprogramm barrierefrei* / leitor_de_tela acessibilidade
pin / pin_to_top pinned star_it quick_access shortcut_to / anpinnen angepinnt schnellzugriff / fixar fixad* acesso_rapido
bothlanguages / only_in_english only_in_german in_german in_english foreign_language can't_read_german / nur_auf_englisch auf_englisch auf_deutsch nur_englisch / so_em_ingles em_ingles em_alemao so_em_alemao
intuitive / where_do_i how_do_i can't_figure no_clue unintuitive hunting hunt / wie_geht wie_mache wo_kann ich_finde_nicht unintuitiv kapier* / como_faco onde_fica onde_eu como_e_que nao_acho
emptyfield / empty blank nothing_in_it not_filled missing_data no_data / leer leere leeres nicht_gepflegt ungepflegt nicht_ausgefuellt keine_daten / vazio vazia em_branco sem_dados nao_cadastrad* desatualizad*
reset-view / resets_the_view starts_over back_to_page_one top_of_the_list collapses / faengt_von_vorn wieder_oben auf_seite_1 wieder_zugeklappt / volta_pro_comeco volta_pro_inicio volta_pra_primeira recolhe
open / open* opening start_up starts launch* / oeffn* aufmach* aufgeh* offen startet starten / abr* abert* iniciar
add / add adds adding create* creating set_up new_entry / hinzufueg* anleg* angelegt erstell* neuer_eintrag / adicion* cri* inclu* incluir cadastrar
position / top bottom corner left_side right_side far_down / oben unten ecke rechts links ganz_unten / topo embaixo canto direita esquerda la_embaixo
compare / compar* side_by_side next_to_each two_windows / vergleich* nebeneinander zwei_fenster / compar* lado_a_lado duas_janelas
free-text / own_words free_text other_option / eigene_worte freitext sonstiges andere_option / texto_livre outros outra_opcao
wording / wording term terms terminology bureaucratic official / begriff* bezeichnung* beamtendeutsch formulierung* fachbegriff* / termo termos linguagem juridiques nomenclatura
together / link_them connect* combine* related belongs_to / verknuepf* verbind* kombinier* gehoert_zu / vincul* relacion* combin* ligad*
hierarchy / subfolder* sub-page nested levels level / unterseite* unterordner* ebene ebenen verschachtel* / subpasta* nivel niveis aninhad*
`;
