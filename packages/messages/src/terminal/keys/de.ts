import type { Keys } from "./en.ts";

export const keys: Keys = {
  help: {
    keys: "die Schlüssel der Access-Tokens und die Geheimnisse des Servers ansehen oder ändern",
    list: "die Signaturschlüssel auflisten und wozu jeder dient",
    rotate:
      "einen neuen Signaturschlüssel veröffentlichen; er signiert zehn Minuten später (von selbst alle 90 Tage)",
    remove: "jedes Token eines Signaturschlüssels sofort ablehnen, weil ein anderer ihn haben könnte",
    kid: "die Kennung des Schlüssels, aus keys list oder dem Kopf eines Tokens",
    yes: "nicht ablehnen, sondern tun",
    secrets: "die Geheimnisse auflisten und was jedes noch braucht",
    reencrypt: "Verschlüsseltes zum ersten Geheimnis von BOOKPLATE_SECRET umziehen",
    forget: "aufgeben, was ein Geheimnis braucht, das verloren ist oder sofort wegmuss",
    id: "die Kennung des Geheimnisses",
  },
  states: {
    next: "veröffentlicht, signiert später",
    signs: "signiert",
    verifies: "prüft, was er signiert hat",
    over: "vorbei, wird gelöscht",
  },
  from: ({ moment }) => `ab ${moment}`,
  rotated: ({ kid, moment }) =>
    `${kid} ist veröffentlicht. Er signiert ab ${moment}, wenn alle ihn haben, die prüfen.`,
  rotatedAlready: "Ein neuer Schlüssel ist schon veröffentlicht und wartet. Nichts wurde geändert.",
  removed: ({ kid, signs }) =>
    `${kid} ist entfernt. Seine Tokens werden abgelehnt; ${signs} signiert. Niemand wird abgemeldet.`,
  removeNeedsYes: ({ kid }) =>
    `Das entfernt ${kid}: Jedes Token, das er signiert hat, wird sofort abgelehnt, und Clients holen neue. Mit --yes geschieht es.`,
  noSuchKey: ({ kid }) => `Es gibt keinen Signaturschlüssel ${kid}. bookplate keys list nennt sie.`,
  secretStates: {
    mints: "macht neue Tokens und Schlüssel",
    verifies: "wird angenommen",
    "not-listed": "steht nicht in BOOKPLATE_SECRET",
  },
  needsNothing: "nichts braucht es: Es kann weg",
  things: {
    "signing-keys": ({ count }) => `Signaturschlüssel: ${count} (keys reencrypt zieht sie um)`,
    "second-factors": ({ count }) => `zweite Faktoren: ${count} (keys reencrypt zieht sie um)`,
    letters: ({ count }) => `wartende Briefe: ${count} (keys reencrypt zieht sie um)`,
    codes: ({ count }) => `Codes in Briefen: ${count} (sie enden in zehn Minuten)`,
    passwords: ({ count }) => `lange Passwörter: ${count} (jedes zieht um, wenn es benutzt wird)`,
    sessions: ({ count }) =>
      `Sitzungen: ${count} (jede zieht um, wenn jemand mit ihr wiederkommt, oder endet)`,
  },
  moved: ({ keys: moved, letters }) =>
    `Zum ersten Geheimnis umgezogen: Signaturschlüssel ${moved}, Briefe ${letters}.`,
  secretNeeded: ({ id, currentId, needs }) =>
    `BOOKPLATE_SECRET nennt das Geheimnis mit der Kennung „${id}“ nicht, aber es wird noch gebraucht:\n${needs}\nSchreiben Sie es wieder ans Ende: BOOKPLATE_SECRET=${currentId}:<Geheimnis>,${id}:<dessen Geheimnis>\nbookplate keys secrets zeigt, wann es wegkann; bookplate keys forget ${id} gibt auf, was es braucht.`,
  secretExchanged: ({ id }) =>
    `Das Geheimnis mit der Kennung „${id}“ ist ein anderes als bisher. Geben Sie dem neuen eine neue Kennung und lassen Sie das alte dahinter stehen: BOOKPLATE_SECRET=<neue Kennung>:<neues Geheimnis>,${id}:<altes Geheimnis>\nIst das alte verloren, gibt bookplate keys forget ${id} auf, was es braucht.`,
  secretInUse: ({ id }) =>
    `Das Geheimnis mit der Kennung „${id}“ ist das erste der Liste und in Gebrauch. Setzen Sie ein anderes davor.`,
  unknownSecret: ({ id }) =>
    `Kein Server hat ein Geheimnis mit der Kennung „${id}“ benutzt. Ist es neu, starten Sie zuerst die Server damit.`,
  forgetNeedsYes: ({ id }) =>
    `Das gibt auf, was das Geheimnis „${id}“ braucht: Seine Sitzungen enden, seine langen Passwörter müssen neu gesetzt werden. Mit --yes geschieht es.`,
  forgotten: ({ id }) =>
    `Das Geheimnis „${id}“ wird nicht mehr gebraucht. Nehmen Sie es aus BOOKPLATE_SECRET.`,
  lost: ({ needs }) => `Was es brauchte:\n${needs}`,
  schemaOld:
    "Das Schema ist älter als dieses Programm. Starten Sie den Server oder bookplate migrate up, dann noch einmal.",
};
