import type { FirstAdministratorWords } from "./index.ts";

/** Der Link aus dem Terminal, in German. */
export const de = {
  title: "Diesen Server verwalten",
  lead: "Dieser Link macht ein Konto zum Administrator des Servers dieses Buches: Es darf Meldungen lesen, Konten sperren und Rollen vergeben.",
  signedOut:
    "Melden Sie sich zuerst an oder legen Sie ein Konto an. Diese Seite behält den Link so lange; lassen Sie sie offen.",
  signIn: "Anmelden",
  register: "Konto anlegen",
  signedInAs: "Sie sind angemeldet als",
  submit: "Mich zum Administrator machen",
  busy: "Einen Moment…",
  doneTitle: "Sie verwalten diesen Server",
  done: "Dieses Konto hat die Rolle von jetzt an, auf jedem Gerät.",
  secondFactorMissing:
    "Dieser Server verlangt von Administratoren die Anmeldung in zwei Schritten. Solange sie nicht eingeschaltet ist, können Sie hier, was alle Leser können.",
  next: "Wie es weitergeht",
  secure:
    "Schalten Sie die Anmeldung in zwei Schritten ein oder fügen Sie einen Passkey hinzu, damit ein Passwort allein nichts öffnet",
  check: "Lassen Sie diesen Befehl die Einstellungen prüfen, bevor Leser kommen:",
  toBook: "Zurück zum Buch",
  deadTitle: "Dieser Link gilt nicht mehr",
  dead: "Er wurde schon verwendet, ein neuerer ist an seine Stelle getreten, oder seine 30 Minuten sind vorbei. Dieser Befehl gibt dort, wo der Server läuft, einen neuen aus:",
  missingTitle: "Öffnen Sie den Link aus dem Terminal",
  missing:
    "Wer diesen Server betreibt, wird mit einem Link, der einmal gilt, zu seinem Administrator. Dieser Befehl gibt ihn aus:",
} satisfies FirstAdministratorWords;
