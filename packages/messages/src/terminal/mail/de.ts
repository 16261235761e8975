import type { Mail } from "./en.ts";

export const mail: Mail = {
  help: {
    mail: "sehen, ob Briefe hinausgehen und welche nicht; Neuigkeiten an Leser senden",
    test: "einen Brief auf jedem Weg an eine Adresse senden und sagen, was jeder antwortet",
    address: "eine E-Mail-Adresse",
    list: "die neuesten Briefe auflisten, und was aus ihnen wurde",
    failed: "nur die aufgegebenen",
    to: "nur die an diese Adresse",
    retry: "einen aufgegebenen Brief noch einmal senden",
    id: "die Kennung des Briefes, aus mail list",
    all: "alle aufgegebenen",
    suppressed: "die Adressen auflisten, an die gerade kein Brief geht",
    unsuppress: "Briefe wieder an eine Adresse gehen lassen",
    announce: "allen Lesern schreiben, die um Neuigkeiten baten; jede Datei zählt einmal",
    file: "in der ersten Zeile der Betreff, eine leere Zeile, der Text",
    yes: "die Briefe schreiben; ohne dies wird nur gesagt, wie viele es wären",
  },
  states: { queued: "wartet", sent: "gesendet", failed: "aufgegeben", suppressed: "nicht gesendet" },
  deliveries: {
    delayed: "gesendet, verzögert",
    delivered: "zugestellt",
    bounced: "zurückgekommen",
    complained: "als Spam gemeldet",
  },
  reasons: {
    bounced: "dort liest niemand Post",
    complained: "der Besitzer hat einen Brief als Spam gemeldet",
    unreachable: "das Postfach nimmt gerade nichts an",
    unwanted: "der Besitzer hat solche Briefe abgestellt",
  },
  attempts: ({ count }: { count: number }) => (count === 1 ? "1 Versuch" : `${count} Versuche`),
  until: ({ moment }: { moment: string }) => `bis ${moment}`,
  none: "Es gibt keine Briefe. Sie werden 30 Tage aufbewahrt.",
  noneFailed: "Kein Brief wurde aufgegeben.",
  noneSuppressed: "Briefe gehen an jede Adresse.",
  retried: ({ count }: { count: number }) =>
    count === 1 ? "1 Brief geht noch einmal hinaus." : `${count} Briefe gehen noch einmal hinaus.`,
  retryNeedsOne:
    "Nennen Sie einen Brief mit seiner Kennung, oder alle mit --all. bookplate mail list --failed zeigt sie.",
  noSuchLetter: ({ id }: { id: string }) =>
    `Es gibt keinen aufgegebenen Brief ${id}, der noch gesendet werden kann. Sein Inhalt wird vier Tage aufbewahrt.`,
  unsuppressed: ({ address }: { address: string }) => `Briefe gehen wieder an ${address}.`,
  notSuppressed: ({ address }: { address: string }) => `${address} war nicht gesperrt.`,
  noAddress: ({ address }: { address: string }) => `„${address}“ ist nicht eine E-Mail-Adresse.`,
  noFile: ({ file }: { file: string }) => `${file} ist nicht lesbar.`,
  noAnnouncement: ({ file }: { file: string }) =>
    `${file} braucht einen Betreff von höchstens 150 Zeichen in der ersten Zeile, eine leere Zeile und einen Text.`,
  wouldAnnounce: ({ subject, count }: { subject: string; count: number }) =>
    `„${subject}“ ginge an ${count} Leser. Mit --yes werden die Briefe geschrieben.`,
  announced: ({ subject, count }: { subject: string; count: number }) =>
    `„${subject}“ geht an ${count} Leser, nach Briefen, auf die jemand wartet.`,
  announcedAlready: ({ subject, moment }: { subject: string; moment: string }) =>
    `„${subject}“ wurde schon angekündigt, um ${moment}. Niemand bekommt es zweimal.`,
  testTaken: "Angenommen. Ob er im Posteingang oder im Spam ankommt, zeigt das Postfach.",
  testRefused: "Nicht jeder Weg hat den Brief angenommen.",
  testCaught: "Es ist kein Weg eingestellt; der Brief ist unter /dev/mail und nirgends sonst.",
  mends: {
    credentials: "SMTP_URL oder RESEND_API_KEY mit richtigem Benutzer, Passwort oder Schlüssel",
    sender: "MAIL_FROM mit einer Domain, die dieser Server oder Anbieter für Sie bestätigt hat",
    quota: "nichts: warten, das Kontingent erhöhen, oder einen zweiten Weg in MAIL_TRANSPORT nennen",
    encryption: "SMTP_URL mit dem Namen, der im Zertifikat des Servers steht",
    address: "SMTP_URL mit richtigem Rechner und Port; sehen Sie auch nach Firewalls",
  },
};
