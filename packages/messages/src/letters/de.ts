import { counting } from "../counting.ts";
import type { Letters } from "./index.ts";

const counted = counting("de");
const hours = (count: number) => counted(count, { one: "# Stunde", other: "# Stunden" });
const minutes = (count: number) => counted(count, { one: "# Minute", other: "# Minuten" });

const confirm = {
  codeLabel: "Ihr Code",
  codeNote: ({ minutes: count }) =>
    count === undefined
      ? "Geben Sie ihn auf der Seite ein, die danach gefragt hat. Er gilt nur kurze Zeit."
      : `Geben Sie ihn auf der Seite ein, die danach gefragt hat. Er gilt ${minutes(count)}.`,
  button: "Diese Adresse bestätigen",
  valid: ({ hours: count }) =>
    `Der Link gilt einmal, innerhalb von ${hours(count)}. Er öffnet eine Seite mit einem Knopf; bevor Sie ihn drücken, ändert sich nichts.`,
} satisfies Partial<Letters["verifyUser"]>;

/** What the letters about the safety of an account have in common. */
const safety = {
  device: ({ browser, system }) => `${browser} auf ${system}`,
  valid: "Der Link gilt jederzeit.",
  why: ({ book }) =>
    `Sie erhalten diesen Brief, weil er die Sicherheit Ihres Kontos bei ${book} betrifft; solche Briefe lassen sich nicht abbestellen.`,
} satisfies Partial<Letters["newDevice"]>;

/** German, in the polite form. */
export const de = {
  language: "de",
  direction: "ltr",
  greeting: ({ name }) => `Guten Tag, ${name},`,
  greetingWithoutName: "Guten Tag,",
  linkInText: "Oder öffnen Sie diesen Link:",
  onlyLinkInText: "Öffnen Sie diesen Link:",
  linkBelowButton: "Wenn der Knopf nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:",
  sentTo: ({ to, book }) => `Dieser Brief ging an ${to}. Absender: ${book}.`,

  verifyRegistration: {
    ...confirm,
    subject: ({ book }) => `Bestätigen Sie Ihre Adresse für ${book}`,
    lead: ({ to, book }) =>
      `Bestätigen Sie, dass ${to} Ihre Adresse ist. Danach ist Ihr Konto bei ${book} bereit.`,
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil sich jemand mit dieser Adresse bei ${book} registriert hat.`,
    notYou:
      "Wenn Sie das nicht waren, tun Sie nichts: Ohne den Code oder den Link entsteht kein Konto. Geben Sie beides an niemanden weiter.",
  },
  verifyUser: {
    ...confirm,
    subject: ({ book }) => `Bestätigen Sie die Adresse Ihres Kontos bei ${book}`,
    lead: ({ to, book }) => `Bestätigen Sie, dass ${to} noch Ihnen gehört und zu Ihrem Konto bei ${book}.`,
    why: ({ book }) =>
      `Sie erhalten diesen Brief, weil ein Konto bei ${book} diese Adresse hat und sie nie bestätigt wurde.`,
    notYou:
      "Wenn das Konto nicht Ihres ist, tun Sie nichts: Die Adresse bleibt unbestätigt. Geben Sie Code und Link an niemanden weiter.",
  },
  alreadyRegistered: {
    subject: ({ book }) => `Sie haben schon ein Konto bei ${book}`,
    lead: ({ to, book }) =>
      `Jemand wollte sich bei ${book} mit ${to} registrieren; mit dieser Adresse gibt es dort schon ein Konto. Wenn Sie das waren, melden Sie sich einfach an.`,
    button: "Anmelden",
    valid: "Dieser Brief enthält keinen Code, und sein Link gilt jederzeit.",
    why: "Sie erhalten diesen Brief, weil das Konto mit dieser Adresse Ihres ist. Wer es versucht hat, hat davon nichts erfahren.",
    notYou:
      "Wenn Sie das nicht waren, tun Sie nichts: Es hat sich nichts geändert, und Ihr Passwort ist dasselbe.",
  },
  sessionStolen: {
    ...safety,
    subject: ({ book }) => `Wir haben eines Ihrer Geräte bei ${book} abgemeldet`,
    lead: ({ device, at, book }) =>
      `Jemand hat bei ${book} eine veraltete Anmeldung verwendet (Gerät: ${device}, Zeit: ${at}). Das kann bedeuten, dass die Anmeldung kopiert wurde; deshalb haben wir sie beendet. Ihre anderen Geräte bleiben angemeldet.`,
    unknownDevice: "eines Ihrer Geräte",
    button: "Wieder anmelden",
    notYou:
      "Wenn Sie eine Sicherung eingespielt oder ein Browserprofil kopiert haben, genügt es, sich wieder anzumelden. Wenn nicht, oder wenn es noch einmal geschieht, sagen Sie es den Betreibern dieses Buchs.",
  },
  newDevice: {
    ...safety,
    subject: ({ book }) => `Neues Gerät in Ihrem Konto bei ${book} angemeldet`,
    lead: ({ device, at, place, book }) =>
      [
        `Jemand hat sich bei ${book} in Ihrem Konto auf einem Gerät angemeldet, das dort neu ist (Gerät: ${device}, Zeit: ${at}).`,
        place === undefined ? "" : `Der Netzwerkadresse nach war das in oder bei ${place}.`,
      ]
        .join(" ")
        .trim(),
    unknownDevice: "eines, das wir nicht erkennen",
    button: "Ihre Geräte ansehen",
    notYou:
      "Wenn Sie es waren, brauchen Sie nichts zu tun. Wenn nicht, kennt jemand Ihr Passwort: Melden Sie das Gerät auf der Seite hinter dem Knopf ab, und sagen Sie es den Betreibern dieses Buchs.",
  },
} satisfies Letters;
