import type { Invite } from "./en.ts";

export const invite = {
  help: {
    invite: "inviter quelqu’un à créer un compte",
    email: "pour cette adresse seule, qui reçoit le lien par e-mail",
    role: "ce que sera le compte ; user sans indication",
    expires: "combien de temps elle vaut, comme 12h ou 7d ; 90d au plus",
    language: "de l’e-mail, comme de",
    list: "montrer qui est invité et qui a accepté",
    withdraw: "retirer une invitation",
    id: "comme invite list le montre",
  },
  made: ({ moment }) => `Ce lien sert à un seul compte, jusqu’à ${moment} :`,
  mailed: ({ email }) => `Il part aussi par e-mail à ${email}.`,
  nobody: "Personne n’est invité.",
  anybody: "quiconque a le lien",
  until: ({ moment }) => `jusqu’à ${moment}`,
  accepted: ({ moment }) => `acceptée ${moment}`,
  withdrawn: "L’invitation ne vaut plus.",
  noSuchInvitation: ({ id }) => `Aucune invitation « ${id} » n’attend.`,
  noSuchRole: ({ role }) => `Il n’y a pas de rôle « ${role} ».`,
  badExpiry: ({ value }) => `« ${value} » est inutilisable : il faut une durée comme 12h ou 7d, 90d au plus.`,
  noAddress: ({ email }) => `« ${email} » n’est pas une adresse à laquelle on peut envoyer des e-mails.`,
  taken: ({ email }) => `${email} a un compte.`,
  closed: "Personne ne peut créer de compte, invité ou non : SIGN_UP est closed. Écrivez SIGN_UP=invitation.",
} satisfies Invite;
