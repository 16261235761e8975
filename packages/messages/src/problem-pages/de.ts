import type { ProblemPages } from "./index.ts";

const signInAgain = "Vergessen Sie die Sitzung und lassen Sie die Person sich neu anmelden.";
const refresh =
  "Rufen Sie `POST /api/v1/auth/refresh` auf und wiederholen Sie die Anfrage mit dem neuen Zugriffstoken.";

/** German, in the polite form. */
export const de = {
  problems: {
    "account-banned": {
      title: "Dieses Konto ist gesperrt",
      happened: "Das Passwort war richtig, aber das Konto darf sich nicht anmelden.",
      remedy:
        "Zeigen Sie, was in `reason` steht und bis wann die Sperre gilt: `until` ist ihr Ende und fehlt, wenn sie keines hat. Die Anfrage zu wiederholen ändert nichts.",
    },
    "ambiguous-credentials": {
      title: "Mehr als ein Refresh-Token",
      happened: "Die Anfrage enthält ein Refresh-Token im Cookie und ein weiteres im Body.",
      remedy:
        "Senden Sie nur eines davon: im Browser `{}` und das Cookie, sonst das Token im Body und kein Cookie.",
    },
    "answer-running": {
      title: "Eine Antwort wird noch geschrieben",
      happened: "In einer Unterhaltung läuft immer nur eine Antwort, und diese ist noch nicht zu Ende.",
      remedy:
        "Lesen Sie die Nachrichten der Unterhaltung, bis `status` der letzten nicht mehr `streaming` ist, und fragen Sie dann noch einmal.",
    },
    "body-too-large": {
      title: "Der Body ist zu groß",
      happened: "Der Body hat mehr als 64 KiB.",
      remedy: "Senden Sie weniger. Keine Route nimmt größere an.",
    },
    "database-unavailable": {
      title: "Die Datenbank ist nicht erreichbar",
      happened:
        "Der Server läuft, aber seine Datenbank antwortet nicht. Nichts wurde geändert und niemand abgemeldet.",
      remedy:
        "Versuchen Sie es nach den Sekunden in `Retry-After` noch einmal. Behalten Sie die Sitzung: sie gilt noch.",
    },
    "email-not-verified": {
      title: "Die Adresse ist noch nicht bestätigt",
      happened: "Das Passwort war richtig, aber niemand hat bewiesen, dass ihm die Adresse gehört.",
      remedy:
        "Bitten Sie die Person, den Brief zu öffnen, der an die Adresse ging. `POST /api/v1/auth/verify-email/resend` sendet einen neuen.",
    },
    "email-taken": {
      title: "Zu dieser Adresse gibt es ein Konto",
      happened:
        "Jemand hat diese Adresse schon registriert. Das sagt nur ein Server, der Adressen nicht prüft (`EMAIL_VERIFICATION=off`); jeder andere antwortet auf bekannte und unbekannte Adressen gleich.",
      remedy: "Bieten Sie stattdessen die Anmeldung an.",
    },
    "flow-invalid": {
      title: "Diese Anmeldung ist vorbei",
      happened:
        "Eine Anmeldung über einen Anbieter wurde in einem anderen Browser begonnen, ist schon beendet oder hat länger als zehn Minuten gedauert.",
      remedy: "Mit `POST /api/v1/auth/social/{provider}` neu beginnen und im selben Browser beenden, einmal.",
    },
    "guest-already-claimed": {
      title: "Was dieser Gast hatte, gehört zu einem anderen Konto",
      happened:
        "Ein anderes Konto hat diesen Gast übernommen, oder aus dem Gast ist ein eigenes Konto geworden.",
      remedy: "Nichts weiter anbieten: Die Gespräche sind bei dem, der sie jetzt hat.",
    },
    "insufficient-rank": {
      title: "Ihre Rolle erlaubt das nicht",
      happened:
        "Die Anfrage braucht eine Rolle, die dieses Konto nicht hat, oder betrifft jemanden, dessen Rolle nicht unter seiner liegt.",
      remedy:
        "Fragen Sie jemanden, der das Buch verwaltet. Eine eben vergebene Rolle gilt, sobald das Access-Token erneuert ist.",
    },
    "internal-error": {
      title: "Auf dem Server ist etwas schiefgegangen",
      happened:
        "Der Server traf auf einen Zustand, den seine Autoren nicht erwartet haben. Der Fehler liegt nicht in der Anfrage.",
      remedy:
        "Wer den Server betreibt, findet die Einzelheiten in dessen Protokoll unter der `requestId` der Antwort. Lesende Anfragen können Sie gefahrlos noch einmal senden.",
    },
    "invalid-credentials": {
      title: "Adresse oder Passwort ist falsch",
      happened:
        "Auf eine unbekannte Adresse, ein falsches Passwort und ein Konto ohne Passwort wird gleich geantwortet, damit niemand erfährt, wer ein Konto hat.",
      remedy: "Lassen Sie beides neu eingeben und zeigen Sie für alle diese Fälle denselben Satz.",
    },
    "last-sign-in-method": {
      title: "Die letzte Möglichkeit der Anmeldung bleibt",
      happened:
        "Ohne diesen Passkey oder diesen Anbieter könnte sich niemand mehr an dem Konto anmelden. Nichts wurde entfernt.",
      remedy:
        "Lassen Sie zuerst ein Passwort festlegen, einen Passkey hinzufügen oder einen Anbieter verknüpfen, und wiederholen Sie dann die Anfrage.",
    },
    "invitation-invalid": {
      title: "Diese Einladung gilt nicht",
      happened:
        "Die mitgeschickte Einladung ist unbekannt, verbraucht, abgelaufen oder zurückgenommen, gilt für eine andere Adresse oder kommt von jemandem, der nicht mehr einladen darf.",
      remedy:
        "Um eine neue bitten. Wo `GET /api/v1/auth/methods` `open` nennt, `invitation` weglassen und ohne sie registrieren.",
    },
    "invitation-needed": {
      title: "Neue Konten gibt es auf Einladung",
      happened:
        "Der Server läuft mit `SIGN_UP=invitation`, und die Anfrage brachte keine Einladung mit. Wer ein Konto hat, meldet sich an wie bisher.",
      remedy:
        "`invitation` aus dem Fragment des Einladungslinks mitschicken: bei `POST /api/v1/auth/register` oder wenn die Anmeldung bei einem Anbieter beginnt. Eine Einladung entsteht mit `POST /api/v1/admin/invitations` oder `bookplate invite`.",
    },
    "last-admin": {
      title: "Der letzte Administrator kann nicht gehen",
      happened: "Ohne dieses Konto könnte niemand mehr das Buch verwalten.",
      remedy:
        "Machen Sie zuerst ein anderes Konto zum Administrator; dann lässt sich dieses ändern oder löschen.",
    },
    "malformed-json": {
      title: "Der Body ist kein JSON",
      happened: "Der Body war nicht als JSON in UTF-8 zu lesen.",
      remedy:
        "Senden Sie ein JSON-Objekt. Achten Sie auf Anführungszeichen, die eine Shell entfernt hat, auf überzählige Kommas und auf andere Kodierungen als UTF-8.",
    },
    "method-not-allowed": {
      title: "Diese Adresse kennt andere Methoden",
      happened: "Die Adresse gibt es, aber nicht mit dieser Methode. Kein Header ersetzt die Methode.",
      remedy: "Verwenden Sie eine der Methoden aus dem Header `Allow` der Antwort.",
    },
    "not-found": {
      title: "Hier ist nichts",
      happened:
        "Es gibt keine solche Adresse, oder nichts von Ihnen hat diese Id. Was anderen gehört, sieht genauso aus wie das, was es nicht gibt.",
      remedy:
        "Prüfen Sie den Pfad, der mit `/api/v1` beginnt, und die Id. Stimmt beides, so wurde die Sache gelöscht oder das Token gehört jemand anderem.",
    },
    "origin-not-allowed": {
      title: "Dieser Ursprung darf das nicht",
      happened:
        "Der Header `Origin` nennt eine Seite, die dieser Server nicht kennt, oder fehlt dort, wo das Refresh-Cookie wirkt.",
      remedy:
        "Wer den Server betreibt, nimmt die Seite in `ALLOWED_ORIGINS` auf; Ursprünge werden genau verglichen, mit Schema und Port. Ein Programm, das kein Browser ist, sendet kein `Origin` und das Refresh-Token im Body.",
    },
    "passkey-refused": {
      title: "Der Passkey wird nicht angenommen",
      happened:
        "Die Antwort des Authenticators passt nicht: Ihre Challenge wurde schon verwendet oder ist abgelaufen, sie gilt einer anderen Website, ihre Signatur ist falsch, oder der Authenticator hat seinen Nutzer nicht überprüft.",
      remedy:
        "Holen Sie neue Optionen und beginnen Sie von vorn. Gelingt es nie, vergleichen Sie die Adresse der Seite mit `BOOK_URL` und `ALLOWED_ORIGINS`: Ein Passkey gehört zu einem Host.",
    },
    "passkey-unknown": {
      title: "Kein Konto hat diesen Passkey",
      happened:
        "Die Antwort nennt einen Passkey, den dieser Server nicht kennt. Er wurde entfernt oder gehört zu einem Konto, das es nicht mehr gibt.",
      remedy:
        "Bieten Sie andere Wege der Anmeldung an, und sagen Sie es dem Browser mit `PublicKeyCredential.signalUnknownCredential`, damit er ihn nicht mehr anbietet.",
    },
    "password-needed": {
      title: "Zum Bestätigen wird hier ein Passwort gebraucht",
      happened:
        "Der Brief wurde in einem anderen Browser geöffnet als dem der Registrierung; sein Token allein beweist daher zu wenig. Das Token bleibt gültig.",
      remedy:
        "Fragen Sie die Person und senden Sie das `password` dieser Registrierung oder ein `newPassword`.",
    },
    "provider-address-unverified": {
      title: "Der Anbieter bürgt für keine Adresse",
      happened:
        "Ein neues Konto braucht eine Adresse, und der Anbieter nannte keine oder sagte nicht, dass sie der Person gehört. Ob eine Adresse ein Konto hat, wurde nicht nachgesehen.",
      remedy:
        "Zuerst mit einer Adresse registrieren und den Anbieter auf der Kontoseite verknüpfen; von da an meldet er an.",
    },
    "provider-failed": {
      title: "Der Anbieter hat nicht geantwortet, wie er sollte",
      happened:
        "Der Anbieter war nicht erreichbar, zu langsam, oder seine Antwort ist nicht glaubwürdig: für eine andere Anfrage, von einem anderen Anbieter oder mit einer fremden Signatur.",
      remedy:
        "Später erneut versuchen oder sich anders anmelden. Wer den Server betreibt, findet den Grund im Log; meist ist es ein falsches Client-Secret oder eine falsche Rücksprungadresse.",
    },
    "provider-linked-elsewhere": {
      title: "Mit einem anderen Konto verknüpft",
      happened: "Dieses Konto beim Anbieter meldet hier an einem anderen Konto an.",
      remedy: "Mit dem Anbieter anmelden und dort zuerst die Verknüpfung lösen.",
    },
    "provider-not-linked": {
      title: "Der Anbieter ist noch nicht verknüpft",
      happened:
        "Niemand ist mit diesem Konto beim Anbieter verknüpft, und seine Adresse kann kein neues Konto eröffnen. Konten werden nie verknüpft, nur weil Adressen gleich sind.",
      remedy:
        "Sich anders anmelden oder ein neues Passwort anfordern und den Anbieter auf der Kontoseite verknüpfen.",
    },
    "provider-refused": {
      title: "Beim Anbieter nicht abgeschlossen",
      happened: "Beim Anbieter wurde abgebrochen, oder er wollte nicht bürgen.",
      remedy: "Das Formular noch einmal anbieten; es hat sich nichts geändert.",
    },
    "quota-exceeded": {
      title: "Für heute keine Fragen mehr",
      happened:
        "Ein Kontingent des Tages ist aufgebraucht: das der Gäste an dieser Adresse, das des Kontos oder das aller zusammen. `scope` sagt, wessen es ist, `quota`, ob Fragen (`messages`) oder Token fehlen. Die Frage wurde nicht gespeichert und kein Modell gefragt.",
      remedy:
        "Behalten Sie, was getippt wurde. `limit`, `remaining` und `resetAt` sagen, wie viel es gibt und wann der Tag neu beginnt (Mitternacht, UTC). Ein Konto darf mehr fragen als ein Gast. `GET /api/v1/me/usage` sagt schon vorher, was übrig ist.",
    },
    "refresh-invalid": {
      title: "Die Sitzung lässt sich nicht fortsetzen",
      happened:
        "Es gibt kein Refresh-Token, es stammt nicht von diesem Server, oder seine Sitzung ist beendet.",
      remedy: signInAgain,
    },
    "refresh-reused": {
      title: "Ein altes Refresh-Token wurde noch einmal verwendet",
      happened:
        "Ein längst ersetztes Refresh-Token kam zurück; jemand hat also eine Kopie davon. Diese Sitzung ist beendet; andere Geräte bleiben angemeldet; die betroffene Person wurde per Brief benachrichtigt.",
      remedy:
        "Lassen Sie die Person sich neu anmelden. Geschieht es ohne einen Dieb, so behält ein Programm ein altes Token: speichern Sie jedes neue vor dem nächsten Refresh.",
    },
    "server-busy": {
      title: "Zu viele Passwörter werden gerade geprüft",
      happened: "Ein Passwort zu prüfen dauert absichtlich lange, und die Warteschlange ist voll.",
      remedy: "Versuchen Sie es nach den Sekunden in `Retry-After` noch einmal.",
    },
    "session-ended": {
      title: "Die Sitzung ist beendet",
      happened:
        "Die Sitzung wurde abgemeldet oder durch eine Sperre, eine Löschung oder ein neues Passwort beendet.",
      remedy: `${signInAgain} Ein Refresh hilft nicht.`,
    },
    "sign-up-closed": {
      title: "Damit lässt sich kein Konto anlegen",
      happened:
        "Der Server legt keine neuen Konten an (`SIGN_UP=closed`), oder keine für die Domain dieser Adresse. Wer ein Konto hat, meldet sich an wie bisher.",
      remedy:
        "Ausblenden, was zum Registrieren führt: `GET /api/v1/auth/methods` sagt in `signUp`, wer ein Konto anlegen darf. Für eine einzelne Adresse außerhalb der Domains gibt es eine Einladung.",
    },
    "step-up-required": {
      title: "Ein frischer Nachweis wird gebraucht, wer Sie sind",
      happened:
        "Das Token gilt, aber wer es verwendet, hat sich vor mehr als zehn Minuten zuletzt ausgewiesen, und für diese Handlung darf ein geliehenes Gerät nicht genügen.",
      remedy:
        "Fragen Sie nach dem Passwort, rufen Sie `POST /api/v1/auth/step-up` auf und wiederholen Sie die Anfrage mit dem Zugriffstoken aus dessen Antwort.",
    },
    "token-expired": {
      title: "Das Zugriffstoken ist abgelaufen",
      happened: "Zugriffstoken gelten wenige Minuten, und die von diesem sind vorbei.",
      remedy: refresh,
    },
    "token-invalid": {
      title: "Dieses Token ist nicht verwendbar",
      happened:
        "Das Token oder der Code eines Briefs ist unbekannt, verbraucht, abgelaufen oder für etwas anderes bestimmt. Auf all das wird gleich geantwortet.",
      remedy: "Lassen Sie die Person einen neuen Brief anfordern.",
    },
    "token-stale": {
      title: "Das Zugriffstoken ist veraltet",
      happened: "Die Rolle des Kontos hat sich geändert, seit das Zugriffstoken ausgestellt wurde.",
      remedy: refresh,
    },
    "too-many-bookmarks": {
      title: "Zu viele Lesezeichen",
      happened: "Von diesem Leser gibt es so viele Lesezeichen, wie der Server für einen aufhebt.",
      remedy:
        "Entfernen Sie eines mit `DELETE /me/bookmarks/{id}`, oder bitten Sie den Leser darum; Stellen, die schon gemerkt sind, nehmen weiterhin eine neue Notiz an.",
    },
    "too-many-requests": {
      title: "Zu viele Anfragen",
      happened:
        "Es kamen mehr Anfragen dieser Art, als der Server annimmt: von dieser Adresse, von diesem Konto oder von allen zusammen.",
      remedy:
        "Warten Sie die Sekunden in `Retry-After`; dann wird die nächste Anfrage angenommen. `RateLimit-Policy` und `RateLimit` nennen die Grenze, `resetAt` ihr Ende.",
    },
    unauthenticated: {
      title: "Ein gültiges Zugriffstoken wird gebraucht",
      happened:
        "Das Zugriffstoken fehlt, ist beschädigt oder stammt nicht von diesem Server; oder es ist an einen Schlüssel gebunden, und der Nachweis dieses Schlüssels fehlt oder zählt nicht.",
      remedy:
        "Senden Sie `Authorization: Bearer <access token>`, einmal. Wo ein Token freigestellt ist, lassen Sie den Header lieber weg, als ein schlechtes zu senden. Ein gebundenes Token wird mit `DPoP` statt `Bearer` gesendet, und mit einem frischen Nachweis: `WWW-Authenticate` sagt, was am letzten falsch war, und eine Nonce in `DPoP-Nonce` gehört in den nächsten.",
    },
    "unsupported-media-type": {
      title: "Bodys sind application/json",
      happened:
        "Die Anfrage hat einen Body, der nicht sagt, dass er JSON ist, oder es in einer anderen Kodierung sagt.",
      remedy:
        "Senden Sie `Content-Type: application/json`, mit `charset=utf-8` oder ohne Angabe. Nur die Auskunft über Token nimmt stattdessen ein Formular: `application/x-www-form-urlencoded`.",
    },
    "validation-failed": {
      title: "Die Anfrage ist so nicht annehmbar",
      happened:
        "Mindestens ein Feld fehlt, ist unbekannt oder hat einen Wert, der nicht erlaubt ist. Nichts wurde geändert.",
      remedy:
        "`errors` nennt die Felder mit je einem Code. Zeigen Sie neben dem Feld den Satz zu diesem Code.",
    },
    "verification-unavailable": {
      title: "Ob das Zugriffstoken gilt, lässt sich gerade nicht feststellen",
      happened:
        "Ein Dienst neben Bookplate konnte weder dessen Schlüssel noch dessen Antwort lesen. Das Token wurde weder angenommen noch abgelehnt, und niemand wurde abgemeldet.",
      remedy:
        "Versuchen Sie es nach den Sekunden in `Retry-After` noch einmal. Behalten Sie die Sitzung: sie gilt noch.",
    },
  },
  fields: {
    "email-domain-refused": "Für Adressen dieser Domain werden keine Konten angelegt.",
    "email-invalid": "An diese Adresse lässt sich kein Brief senden.",
    "field-required": "Dieses Feld ist nötig.",
    "field-unknown": "Dieses Feld gibt es hier nicht.",
    "name-required": "Ein Name ist nötig.",
    "name-too-long": "Ein Name hat höchstens 80 Zeichen.",
    "password-breached":
      "Das Passwort steht auf einer Liste verbreiteter oder bekannt gewordener Passwörter.",
    "password-too-long": "Ein Passwort hat höchstens 256 Zeichen.",
    "password-too-short": "Das Passwort ist kürzer, als dieser Server annimmt.",
    "password-too-weak": "Das Passwort ist zu leicht zu erraten.",
    "value-invalid": "Dieser Wert ist hier nicht erlaubt.",
  },
} satisfies ProblemPages;
