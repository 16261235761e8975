import { counting } from "../counting.ts";
import type { ProblemFacts, Problems } from "./index.ts";

const counted = counting("de");
const again = ({ retryAt }: ProblemFacts) =>
  retryAt === undefined
    ? "Versuchen Sie es gleich noch einmal."
    : `Versuchen Sie es ab ${retryAt} noch einmal.`;
const reload = "Laden Sie die Seite neu und versuchen Sie es noch einmal.";

/** German, in the polite form. */
export const de = {
  problems: {
    "account-banned": ({ until, reason }) =>
      [
        until === undefined
          ? "Dieses Konto ist gesperrt."
          : `Dieses Konto ist gesperrt. Ende der Sperre: ${until}.`,
        reason === undefined ? "" : `Angegebener Grund: ${reason}`,
      ]
        .join(" ")
        .trim(),
    "ambiguous-credentials": `Dieser Browser hat zwei Sitzungen auf einmal gesendet. ${reload}`,
    "answer-running":
      "Die letzte Antwort wird noch geschrieben. Fragen Sie wieder, sobald sie vollständig ist.",
    "body-too-large": "Das ist zu lang zum Senden. Kürzen Sie es und versuchen Sie es noch einmal.",
    "database-unavailable": (facts) =>
      `Der Server erreicht seine Daten gerade nicht. Nichts ist verloren. ${again(facts)}`,
    "email-not-verified":
      "Diese Adresse ist noch nicht bestätigt. Öffnen Sie den Brief, den wir an sie gesendet haben.",
    "email-taken": "Mit dieser Adresse gibt es schon ein Konto. Melden Sie sich an.",
    "flow-invalid":
      "Diese Anmeldung wurde anderswo begonnen, ist vorbei oder hat zu lange gedauert. Bitte neu beginnen.",
    "guest-already-claimed": "Diese Gespräche gehören inzwischen zu einem anderen Konto.",
    "insufficient-rank": "Ihre Rolle erlaubt das nicht. Fragen Sie jemanden, der dieses Buch verwaltet.",
    "internal-error":
      "Auf dem Server ist etwas schiefgegangen. Versuchen Sie es noch einmal; wenn es so bleibt, sagen Sie es den Betreibern dieses Buchs.",
    "invalid-credentials": "Die Adresse oder das Passwort stimmt nicht.",
    "invitation-invalid": "Diese Einladung gilt nicht oder nicht mehr. Bitten Sie um eine neue.",
    "invitation-needed":
      "Neue Konten gibt es hier auf Einladung. Öffnen Sie zuerst den Link Ihrer Einladung.",
    "last-sign-in-method":
      "Das ist Ihre einzige Möglichkeit, sich anzumelden. Fügen Sie zuerst eine andere hinzu, etwa ein Passwort.",
    "last-admin": "Sie sind der einzige Administrator. Machen Sie zuerst jemand anderen zum Administrator.",
    "malformed-json": `Der Server konnte die Anfrage nicht lesen. ${reload}`,
    "method-not-allowed": `Der Server kennt diese Anfrage nicht. ${reload}`,
    "not-found": "Das gibt es hier nicht mehr.",
    "origin-not-allowed":
      "Von dieser Seite aus ist keine Anmeldung an jenem Server erlaubt. Sagen Sie es den Betreibern dieses Buchs.",
    "passkey-refused":
      "Dieser Passkey ließ sich nicht prüfen. Versuchen Sie es noch einmal, oder melden Sie sich anders an.",
    "passkey-unknown":
      "Dieses Buch kennt diesen Passkey nicht. Vielleicht wurde er aus Ihrem Konto entfernt; melden Sie sich anders an.",
    "password-needed": "Noch ein Schritt: Bestätigen Sie mit Ihrem Passwort.",
    "provider-address-unverified":
      "Dieser Anbieter bestätigt Ihre Adresse nicht. Legen Sie zuerst ein Konto an und verknüpfen Sie den Anbieter dann in Ihrem Konto.",
    "provider-failed":
      "Dieser Anbieter ist gerade nicht richtig erreichbar. Versuchen Sie es später noch einmal oder melden Sie sich anders an.",
    "provider-linked-elsewhere":
      "Das ist hier mit einem anderen Konto verknüpft. Melden Sie sich damit an und lösen Sie dort zuerst die Verknüpfung.",
    "provider-not-linked":
      "Melden Sie sich zuerst auf andere Weise an und verknüpfen Sie diesen Anbieter dann in Ihrem Konto unter Sicherheit.",
    "provider-refused": "Es ist nichts geschehen: Die Anmeldung wurde beim Anbieter nicht abgeschlossen.",
    "quota-exceeded": (facts) => `Für heute sind die Fragen aufgebraucht. ${again(facts)}`,
    "refresh-invalid": "Sie sind abgemeldet. Melden Sie sich wieder an.",
    "refresh-reused":
      "Sie wurden abgemeldet, weil diese Sitzung an zwei Orten zugleich verwendet wurde. Melden Sie sich wieder an, und ändern Sie Ihr Passwort, wenn Sie das nicht waren.",
    "server-busy": (facts) => `Der Server ist stark ausgelastet. ${again(facts)}`,
    "session-ended": "Sie sind abgemeldet. Melden Sie sich wieder an.",
    "sign-up-closed":
      "Damit lässt sich hier kein neues Konto anlegen. Wenn Sie ein Konto haben, melden Sie sich an.",
    "step-up-required": "Bestätigen Sie zuerst, dass Sie es sind.",
    "token-expired": "Sie sind abgemeldet. Melden Sie sich wieder an.",
    "token-invalid": "Dieser Link oder Code wurde schon verwendet, ist abgelaufen oder stimmt nicht.",
    "token-stale": "Ihr Konto hat sich geändert. Melden Sie sich wieder an.",
    "too-many-bookmarks":
      "Mehr Lesezeichen passen nicht hinein. Entfernen Sie eines, das Sie nicht mehr brauchen.",
    "too-many-requests": (facts) => `Zu viele Versuche. ${again(facts)}`,
    unauthenticated: "Dafür müssen Sie angemeldet sein.",
    "unsupported-media-type": `Der Server konnte die Anfrage nicht lesen. ${reload}`,
    "validation-failed": "Bitte prüfen Sie, was unten markiert ist.",
    "verification-unavailable": (facts) =>
      `Dieser Teil des Buchs kann gerade nicht prüfen, wer Sie sind. Sie sind weiterhin angemeldet. ${again(facts)}`,
  },
  fields: {
    "email-domain-refused": "Hier werden keine Konten für Adressen dieser Domain angelegt.",
    "email-invalid": "Geben Sie eine E-Mail-Adresse wie name@example.org ein.",
    "field-required": "Füllen Sie dieses Feld aus.",
    "field-unknown": `Der Server kennt dieses Feld nicht. ${reload}`,
    "name-required": "Geben Sie den Namen ein, mit dem Sie angesprochen werden möchten.",
    "name-too-long": "Verwenden Sie höchstens 80 Zeichen.",
    "password-breached": "Dieses Passwort ist aus einem Datenleck bekannt. Wählen Sie ein anderes.",
    "password-too-long": "Verwenden Sie höchstens 256 Zeichen.",
    "password-too-short": ({ minimum = 10 }) =>
      counted(minimum, {
        one: "Verwenden Sie mindestens # Zeichen.",
        other: "Verwenden Sie mindestens # Zeichen.",
      }),
    "password-too-weak":
      "Das ist leicht zu erraten. Drei oder vier Wörter ohne Zusammenhang eignen sich gut.",
    "value-invalid": "Das ist hier nicht erlaubt.",
  },
  unreachable:
    "Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal; was Sie geschrieben haben, ist noch da.",
  timeout:
    "Der Server hat zu lange nicht geantwortet. Versuchen Sie es noch einmal; was Sie geschrieben haben, ist noch da.",
  unexpected: `Etwas Unerwartetes ist passiert. ${reload}`,
} satisfies Problems;
