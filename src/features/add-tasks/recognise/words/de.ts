import type { Words } from './concepts';

/** German. Words grow together here: `Kundenname`, `Szenennummer`, `Bestellnummer`. */
export const de: Words = {
  task: 'aufgabe',
  making: 'generierung|prozess|ergebnis',
  order: 'auftrag|vorgang',
  piece: 'motiv|spot|werbespot|beitrag',
  file: 'datei|material',
  shot: 'einstellung|einst',
  scene: 'szene|sequenz|bild',
  version: 'fassung|variante',
  id: 'kennung',
  number: 'nummer',
  row: 'lfd nr|laufende nummer|pos|zeile',
  name: 'titel|bezeichnung|benennung|arbeitstitel|kurztitel|thema',
  client: 'kunde|kundin|endkunde|auftraggeber|auftraggeberin|marke|mandant|werbekunde|firma',
  note: 'notiz|anmerkung|anm|bemerkung|bem|kommentar|hinweis|kundenfeedback|ruckmeldung|korrektur',
  key: 'schlussel|schluessel|zugangsdaten',
  access: 'zugang|zugriff|authentifizierung',
  secret: 'geheim|geheimer|geheime',
  api: 'dienst|anbieter',
  host: 'endpunkt|basis|schnittstelle|basisadresse|basis url',
  url: 'adresse',
  request: 'anfrage',
  origin: 'ursprung|quelle|quell|original|vorlage|eltern',
  other:
    'bestell|bestellung|rechnung|artikel|produkt|konto|benutzer|nutzer|projekt|kampagne|sitzung|personal|mitarbeiter|mitglied|angebot|vertrag|liefer|lieferschein|sendung|tracking|telefon|handy|fax|steuer|ust|beleg|serien|ticket|besprechung|gerat|kostenstelle|storno|bank|zahlung|uberweisung',
  password: 'passwort|kennwort|losung|zugangscode|pin',
  of: 'in|der|die|das|des|dem|den|vom|von|fur|zu|zum|zur|und|am|im|verwendeter|verwendete|interne|interner|externe|mein|meine|unser|unsere|dein|deine|ihr|ihre',
  nokey: 'schlusselbild|schlusselwort|schlusselszene',
  is: 'ist|sind|lautet|lauten|heisst',
  document:
    'doku|dokument|dokumentation|anleitung|handbuch|ordner|skript|drehbuch|storyboard|referenz|vorschau|bild|rechnung|bezahlung|briefing|protokoll|besprechung|hilfe|seite|webseite|website|laufwerk|unterlagen',
  page: 'offnen|offne|offnet|besuchen|anmelden|einloggen|nicht|statt',
  list: 'aufgaben|auftrage|offene auftrage|liste|ubersicht|ergebnisse|heute|gestern|morgen|neu|neue|links|clips|videos',
  hello:
    'hallo|moin|servus|guten|liebe|lieber|danke|dank|bitte|viele grusse|gruss|anbei|hier|auch|noch|schau|kannst|fertig|lauft|offen|wartet|fehler|fehlgeschlagen|abgebrochen|erledigt',
  plain:
    'stand|zustand|fortschritt|modell|dauer|lange|datum|uhrzeit|zeitpunkt|erstellt|eingereicht|abgabe|termin|kosten|preis|freigabe|verantwortlich|zustandig|bearbeiter|prioritat|sprache|auflosung|seitenverhaltnis|beschreibung',
};
