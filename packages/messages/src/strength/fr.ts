import type { StrengthWords } from "./index.ts";

export const fr = {
  weak: "Faible :",
  good: "Difficile à deviner.",
  strong: "Très difficile à deviner.",
  weaknesses: {
    personal:
      "Il repose sur votre nom, votre adresse ou ce livre. Ajoutez des mots qui n’ont rien à voir avec vous.",
    disguised:
      "C’est un mot de passe courant déguisé. Échanger des lettres et des chiffres aide peu ; ajoutez un ou deux mots sans rapport.",
    repeated: "Il se répète. Ajoutez plutôt des mots sans rapport.",
    sequence: "Ce sont des caractères dans leur ordre habituel. Choisissez plutôt des mots.",
    keyboard: "Ce sont des touches voisines. Choisissez plutôt des mots.",
    date: "Les dates et les années se devinent vite. Ajoutez des mots qui n’ont rien à voir.",
    word: "C’est un seul mot ou une expression courante. Ajoutez un ou deux mots sans rapport.",
  },
} satisfies StrengthWords;
