/** Further words for the things and doings of the other lists, and some that they lack. A line: the concept, then its words in English, German and Portuguese; see `concepts.ts`. */
export const THINGS = `
save / hit_save press_save save_button click_save submit / speichern_knopf auf_speichern sichern_knopf diskette / botao_salvar clico_em_salvar aperto_salvar ao_salvar
open / bring_up pull_up get_into call_up pops_open opening / aufruf* aufgerufen reinkomm* hochkomm* aufklapp* aufbau* / entrar_no entrar_na acessar acesso_a abrindo
send / hand_in hand_over turn_in submission submitted dispatch / abgeb* abgabe einreichung verschick* rausschick* rausgeh* / enviar envio submeter entregar mandei mandar
approve / okay ok_from go-ahead green_light rubber-stamp countersign consent / absegn* gruenes_licht abnick* gegenzeichn* okay_vom ok_vom freizeichn* / ok_do sinal_verde carimb* aval visto_do deferir
boss / head_of line_manager my_superior department_head director / abteilungsleit* leiter leiterin boss vorgesetzte / coordenador* diretor* chefia encarregad* lideranca
colleague / co-worker* workmate* teammate* peers folks / kolleg* mitstreiter* leute mannschaft / colega* companheir* galera turma
newcomer / beginner* new_people trainee* apprentice* intern interns temp temps / neue_leute neuer_mitarbeiter azubi* praktikant* werkstudent* leiharbeit* / recem-contratad* estagiari* aprendiz* novo_funcionario temporario*
customer / buyer* consumer* prospect* clientele / kundschaft abnehmer* interessent* kundenstamm* kundennummer* / cliente* comprador* consumidor* prospect*
supplier / vendor* provider* manufacturer* contractor* / lieferfirma hersteller* dienstleister* anbieter* / fabricante* prestador* fornecedor*
order / purchase_order* po_number buy buying bought shop shopping / bestellschein kaufauftrag nachbestell* kaufen einkauf* / ordem_de_compra comprar comprei comprado oc
requisition / purchase_request demand_form / bedarfsanforder* bestellanforder* anforderungsschein / requisic* solicitacao_de_compra
cart / cart basket shopping_cart / warenkorb korb einkaufswagen / carrinho cesta
catalogue / catalog* assortment product_list shop / katalog* sortiment* produktliste / catalogo vitrine
stock / stock_figure on_hand quantity_on leftover* / lagerstand vorraet* bestandszahl* / saldo_de_estoque quantidade_em almoxarifado
warehouse / storage storehouse depot rack racks dock gate / depot hochregal* rampe tor wareneingang* / almoxarifado armazem prateleira* doca
pallet / pallet* crate* carton* box boxes / palette* kiste* karton* / palete* caixa_de caixas caixote*
picking / pick_round picker picklist / kommissionier* picker* sammelliste / separacao separador lista_de_separacao
scan / scanner* scanning scanned reader handheld hand_scanner / scanner* einscann* abscann* lesegeraet / leitor_de bipar bipei bipo escanear
label / labels labelling address_label / etikettierung versandetikett* schild / etiquetas etiquetadora
receipt / proof_of_payment invoice_copy ticket_stub / kassenbeleg* zahlungsbeleg rechnungsbeleg bewirtungsbeleg / nota notinha cupom_fiscal comprovante
expense / expense_report expense_claim claim claims outlay costs / spesenabrechnung reisekostenabrechnung auslagen kosten / prestacao_de_contas relatorio_de_despesas gasto gastos despesas custo custos
travel / business_trip journey fare ticket_price airline airport booking_a_flight / geschaeftsreise* dienstreise* fluege flugzeug zugticket* bahncard reiseantrag* / viagem viagens passagens aereo aerea companhia_aerea aeroporto
hotel / hotel* accommodation overnight_stay / hotel* unterkunft uebernacht* / hotel hoteis hospedagem pernoite
mileage / private_car own_car odometer fuel / privatwagen tacho kilometerstand sprit tank* / carro_proprio hodometro combustivel gasolina
payslip / pay_stub wage_slip salary_slip earnings_statement / gehaltsabrechnung lohnabrechnung lohnstreifen entgeltnachweis / demonstrativo_de_pagamento recibo_de_pagamento contracheque
leave / annual_leave pto paid_leave leave_request vacation_request holiday_request days_of_leave / urlaubsantrag urlaubstage jahresurlaub urlaubsplan* frei_nehmen / pedido_de_ferias dias_de_ferias programar_ferias recesso
remaining / how_many_days days_left leave_balance vacation_balance entitlement / urlaubskonto urlaubsstand wie_viel_urlaub wieviel_urlaub wie_viele_tage urlaubsanspruch / saldo_de_ferias dias_restantes quantos_dias_tenho direito_a
hours / working_hours work_time clock_in clock_out stamp punch time_entry time_entries / stempel* einstempel* ausstempel* stempeluhr zeiteintrag* arbeitsstunden buchungszeit* / ponto bater_o_ponto marcar_ponto registro_de_ponto folha_de_horas lancamento_de_horas
overtime / extra_hours time_balance flex_account time_off_in_lieu / mehrarbeit stundenkonto arbeitszeitkonto zeitguthaben / hora_extra saldo_de_horas horas_extras
project / cost_object job_number work_package project_code engagement / projektnummer* projektcode* psp auftragsnummer / codigo_do_projeto numero_do_projeto ordem_interna
costcentre / cost_center* cost_centre* account_assignment general_ledger / kostenstellennummer kontierungs* psp-element / centro_de_custos ccusto conta_contabil
ticket / support_request case cases service_request help_request issue issues / supportanfrage* anfrage* fall faelle meldung* stoerungsmeldung / solicitacao atendimento incidente ocorrencia os
assign / routed_to dispatch_to agent technician / techniker* bearbeiter* sachbearbeit* / tecnico atendente analista
article / entry blog wiki_page knowledge_base faq / wikiseite* wissensdatenbank faq / base_de_conhecimento verbete faq
help / how-to howto walkthrough user_guide tooltips tooltip / gebrauchsanweisung leitfaden kurzanleitung hilfetext* hilfeseite / passo_a_passo guia manual_do texto_de_ajuda
search / search_bar search_field search_function search_engine lookup searching / suchleiste suchmaske suchfeld suchergebnis* suchbegriff* gesucht / barra_de_busca caixa_de_busca mecanismo_de_busca termo_de_busca
filter / filters filtering narrow_it narrow_down facets / filtern filterung einschraenk* eingrenz* vorfilter* / filtros filtragem refinar
list / lists worklist to-do overview / arbeitsliste aufstellung auflistung / listagem relacao_de painel
dropdown / drop-down_list selection_list pull-down picklist / auswahlmenue auswahlfeld dropdown-liste / lista_de_opcoes menu_suspenso caixa_de_selecao
calendar / calendars invite invitation* time_slot slot slots / kalendereintrag* einladung* terminfindung zeitfenster / calendario convite* horario_vago
room / huddle boardroom phone_booth meeting_space / sitzungszimmer konferenzraum besprechungsraum meetingraum / sala_de_reunioes salas auditorio
meeting / meeting* conference call calls appointment* session_with / besprechung* meeting* sitzung* termin* telefonkonferenz / reuniao reunioes encontro chamada conferencia
cancel / call_off withdraw drop_it cancellation / abblas* stornierung zurueckzieh* absagen / desmarcar cancelamento anular
car / vehicles van lorry truck pool_vehicle / auto autos wagen poolfahrzeug* transporter / automovel van caminhao carro_da_empresa
training / learning compulsory_training lesson course_video quiz exam certificate_of / pflichtschulung* unterweisung* lernvideo* kursvideo pruefung* test / aula aulas capacitacao prova certificado
mobile / cellphone* mobile_phone handset app / mobiltelefon* diensthandy app / telefone_celular aparelho app
network / network* vpn tunnel lan ethernet / vpn tunnel lan netzwerk* / vpn rede_da_empresa tunel
printer / printer* multifunction copier toner cartridge* / drucker* kopierer* multifunktion* toner patrone* / impressora* copiadora toner cartucho*
email / mails mailbox outlook correspondence mailing_list distribution_list / mailadresse* mailverteiler verteiler* posteingang / caixa_postal lista_de_distribuicao
attach / attachments enclosed file_upload / anhaenge dateianhang* beifueg* / anexos anexar anexo
file / files pdf_file spreadsheet_file folder_full / dateien worddatei* exceldatei* / arquivos documentos
folder / folders subfolder* share_drive shared_drive network_drive sharepoint / unterordner* netzlaufwerk* sharepoint gruppenlaufwerk / subpasta* rede_compartilhada drive sharepoint
photo / pictures snapshot* images / bilder fotos aufnahmen / fotos imagens foto_da
screen / monitors window windows second_screen / bildschirme fenstern zweiter_bildschirm / segunda_tela telas
button / buttons red_button link_to_click toggle switch / knoepfe schalter buttons / botoezinhos botao_de
field / fields text_box input_field box_to / felder eingabefelder feldern / campos campinho
form / application_form request_form web_form pro_forma / antragsformular onlineformular maske / formularios requerimento
profile / profile* my_data personal_details master_data / profil* stammdaten persoenliche_daten meine_daten / perfil meus_dados dados_pessoais cadastro
address / street postcode moved_house new_flat / strasse hausnummer umgezogen umzug / rua mudei_de_casa novo_endereco
bankdata / bank_account iban account_number / bankkonto kontonummer iban / conta_bancaria conta_corrente numero_da_conta
phonenumber / phone_numbers mobile_number extension_number direct_dial / handynummer* durchwahlen rufnummern telefonnummern / numero_de_telefone numero_do_celular ramal_de
invoice / bill_from invoices vendor_invoice incoming_invoice / rechnungen eingangsrechnung* lieferantenrechnung* / notas_fiscais faturas nf
payment / pay_run paying transfers remittance / zahlungen zahllauf ueberweisungen / pagamentos transferencias
price / prices list_price cost_of / preise listenpreis einkaufspreis / precos valor_de
quote / quotation* quote* proposal* offer offers / angebot* angebote offerte* / proposta* cotacao cotacoes orcamento*
deal / sales_opportunity deals stage stages forecast / verkaufsphase opportunity abschluss / oportunidade* negocios etapa_do_funil
contact / contacts contact_person address_book / kontakte kontaktperson* adressbuch / contatos agenda_de_contatos pessoa_de_contato
report / monthly_report reports evaluation figures_for analytics / monatsbericht* berichte auswertungen report / relatorios relatorio_mensal indicadores
chart / chart* graph* diagram* / diagramm* grafik* schaubild* / grafico* diagrama*
export / extraction exported exporting download_as / exportier* exportdatei* ausleit* / exportar exportacao exportado
import / importing bulk_upload load_a_list / importieren massenimport hochladen_einer_liste / importar importacao carga_de
template / templates standard_text / vorlagen mustervorlage* / modelos modelo_pronto
permission / rights access_rights authorisation* authorization* / zugriffsrecht* berechtigungen rechte / permissoes acessos direitos
history / change_history audit_trail / aenderungshistorie bearbeitungsverlauf / historico_de log_de
notify / notifications push_message push reminders / benachrichtigungen push pushnachricht* erinnerungen / notificacoes push lembretes
news / news_item announcements intranet_news / meldungen neuigkeiten ankuendigungen / noticias comunicados avisos_da
homepage / start_page landing_page front_page opening_page / startseite einstiegsseite eingangsseite / pagina_inicial tela_inicial pagina_principal
navigate / menus submenu* menu_structure navigation* / menuefuehrung untermenue* menuestruktur navigation* / submenu* estrutura_do_menu navegacao
password / password* passphrase credentials pin / passwort* passwoerter* kennwort* kennwoert* pin / senha* credencia* pin
mfa / second_factor two_factor authenticator token otp / zweiter_faktor zweiten_faktor authenticator token otp / segundo_fator dois_fatores autenticador token otp
laptop / laptop* notebook* workstation / laptop* notebook* dienstrechner / notebook* laptop* maquina
mouse / mice pointer / mauszeiger mausklick / cursor_do_mouse
damage / broken_part damaged_goods / bruch beschaedigte / mercadoria_avariada
serial / serial_number* asset_tag inventory_number / inventarnummer* geraetenummer seriennummern / numero_de_patrimonio patrimonio
deadline / cut-off_date closing_date due_date month-end_closing / abgabetermin abgabefrist einsendeschluss monatsabschluss / data_limite prazo_final fechamento
week / last_week this_week week_view / wochenuebersicht wochenansicht kalenderwoche / semana_toda visao_semanal
day / daily day_by_day every_day / tageweise taeglich tag_fuer / diariamente dia_a_dia
night / night nights late_evening / nacht nachts abends / noite madrugada
morning / morning* first_thing / morgens frueh vormittag* / manha cedo
shift / shift* roster rota / schicht* dienstplan* / turno* escala plantao
break / lunch_hour breaks_deducted / pausenabzug pausenzeit* / horario_de_almoco intervalo_de
language / my_language mother_tongue / muttersprache landessprache / lingua_materna
abroad / abroad foreign overseas country countries / ausland auslaendisch* laender / exterior estrangeir* pais paises
tax / vat_rate tax_return income_tax / mehrwertsteuer* steuererklaerung lohnsteuer* / imposto_de_renda declaracao_de
family / maternity paternity birth baby wedding / elternzeit mutterschutz geburt baby hochzeit / licenca_maternidade nascimento bebe casamento
unit / litre litres kilo kilos metre metres dozen / liter kilo meter dutzend / litro litros quilo quilos metro metros duzia
floor / storey level_three ground_floor / erdgeschoss geschoss stock / terreo pavimento
visitor / visitors guest_pass front_desk / gaeste besucherausweis empfang / visitas cracha_de
parking / parking_space car_park_space / stellplatz parkplaetze / vaga vagas garagem
chat / channel channels direct_message instant / kanal kanaele direktnachricht / canal canais mensagem_direta
video / video* recording clip film / video* aufzeichnung clip film / video* gravacao filme
comment-field / remark_field additional_info / bemerkungsfeld zusatzinfo / campo_de_observacao
supervisor-view / my_team's team_calendar team_overview / teamkalender teamuebersicht / agenda_da_equipe visao_da_equipe
sig / email_signature signature_with_logo / mailsignatur signatur / assinatura_de_email assinatura_do_email
junk / junk spam_folder quarantine* filtered_out / spamordner junk* quarantaene* aussortiert / lixo_eletronico spam quarentena
`;
