import type { SignUpWords } from "./index.ts";

export const fr = {
  closedTitle: "Pas de nouveaux comptes",
  closed: "Ce livre n’accepte pas de nouveaux comptes pour le moment. Vous pouvez tout lire sans compte.",
  neededTitle: "Sur invitation",
  needed:
    "Ici, les nouveaux comptes se créent sur invitation. Si vous en avez reçu une, ouvrez son lien ou collez-le ici.",
  link: "Lien de votre invitation",
  linkWrong: "Ce n’est pas le lien d’une invitation.",
  submit: "Continuer",
  invited: "Vous êtes invité. Choisissez un nom et un mot de passe.",
  domains: ({ domains }) => `Ici, les comptes sont pour les adresses de ${domains}.`,
} satisfies SignUpWords;
