import type { StrengthWords } from "./index.ts";

export const de = {
  weak: "Schwach:",
  good: "Schwer zu erraten.",
  strong: "Sehr schwer zu erraten.",
  weaknesses: {
    personal:
      "Es beruht auf Ihrem Namen, Ihrer Adresse oder diesem Buch. Ergänzen Sie Wörter, die nichts mit Ihnen zu tun haben.",
    disguised:
      "Es ist ein verbreitetes Passwort in Verkleidung. Vertauschte Buchstaben und Ziffern helfen wenig; ergänzen Sie ein weiteres Wort.",
    repeated: "Es wiederholt sich. Ergänzen Sie stattdessen Wörter.",
    sequence: "Die Zeichen folgen ihrer üblichen Reihenfolge. Wählen Sie stattdessen Wörter.",
    keyboard: "Die Tasten liegen nebeneinander. Wählen Sie stattdessen Wörter.",
    date: "Ein Datum oder Jahr wird früh erraten. Ergänzen Sie Wörter, die nichts damit zu tun haben.",
    word: "Es ist ein einzelnes Wort oder eine gängige Wendung. Ergänzen Sie ein oder zwei Wörter ohne Zusammenhang.",
  },
} satisfies StrengthWords;
