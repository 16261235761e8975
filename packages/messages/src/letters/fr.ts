import { counting } from "../counting.ts";
import type { Letters } from "./index.ts";

const counted = counting("fr");
const hours = (count: number) => counted(count, { one: "# heure", other: "# heures" });
const minutes = (count: number) => counted(count, { one: "# minute", other: "# minutes" });

const code = {
  codeLabel: "Votre code",
  codeNote: ({ minutes: count }) =>
    count === undefined
      ? "Saisissez-le sur la page qui l’a demandé. Il n’est valable que peu de temps."
      : `Saisissez-le sur la page qui l’a demandé. Il est valable ${minutes(count)}.`,
} satisfies Partial<Letters["verifyUser"]>;

const confirm = {
  button: "Confirmer cette adresse",
  valid: ({ hours: count }) =>
    `Le lien fonctionne une fois, pendant ${hours(count)}. Il ouvre une page avec un bouton ; rien ne change avant que vous appuyiez dessus.`,
} satisfies Partial<Letters["verifyUser"]>;

const newPassword = {
  button: "Choisir un nouveau mot de passe",
  valid: ({ hours: count }) =>
    `Le lien fonctionne une fois, pendant ${hours(count)}. Il ouvre une page où vous saisissez le nouveau mot de passe ; rien ne change avant que vous l’envoyiez.`,
} satisfies Partial<Letters["passwordReset"]>;

/** What the letters about the safety of an account have in common. */
const safety = {
  valid: "Le lien peut être utilisé à tout moment.",
  why: ({ book }) =>
    `Vous recevez cet e-mail parce qu’il concerne la sécurité de votre compte sur ${book} ; de tels e-mails ne peuvent pas être désactivés.`,
} satisfies Partial<Letters["newDevice"]>;

const lookAfterAccount = {
  button: "Vérifier votre compte",
  notYou:
    "Si c’était vous, ne faites rien. Sinon, quelqu’un d’autre est dans votre compte : sur la page qu’ouvre le bouton, déconnectez les appareils que vous ne connaissez pas et choisissez un nouveau mot de passe.",
} satisfies Partial<Letters["secondFactorChanged"]>;

/** French, in the polite form. */
export const fr = {
  language: "fr",
  direction: "ltr",
  greeting: ({ name }) => `Bonjour ${name},`,
  greetingWithoutName: "Bonjour,",
  linkBelowButton: "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :",
  sentTo: ({ to, book }) => `Cet e-mail a été envoyé à ${to} par ${book}.`,
  labelled: ({ label, value }) => `${label} : ${value}`,

  facts: {
    device: "Appareil",
    at: "Heure",
    place: "Lieu",
    newAddress: "Nouvelle adresse",
    passkey: "Clé d’accès",
    provider: "Fournisseur",
    reason: "Raison",
    until: "Jusqu’à",
    role: "Rôle",
    deviceName: ({ browser, system }) => `${browser} sous ${system}`,
    unknownDevice: "un appareil que nous ne reconnaissons pas",
    near: ({ place }) => `à ${place} ou à proximité, d’après l’adresse réseau`,
    withoutEnd: "nouvel ordre",
  },
  roles: { user: "lecture", moderator: "modération", admin: "administration" },

  verifyRegistration: {
    ...code,
    ...confirm,
    subject: ({ book }) => `Confirmez votre adresse pour ${book}`,
    lead: ({ to, book }) => `Confirmez que ${to} est votre adresse, et votre compte sur ${book} est prêt.`,
    why: ({ book }) =>
      `Vous recevez cet e-mail parce que quelqu’un s’est inscrit sur ${book} avec cette adresse.`,
    notYou:
      "Si ce n’était pas vous, ne faites rien : sans le code ou le lien, il n’y aura pas de compte. Ne les donnez à personne.",
  },
  verifyUser: {
    ...code,
    ...confirm,
    subject: ({ book }) => `Confirmez l’adresse de votre compte sur ${book}`,
    lead: ({ to, book }) => `Confirmez que ${to} est toujours à vous, et celle de votre compte sur ${book}.`,
    why: ({ book }) =>
      `Vous recevez cet e-mail parce qu’un compte sur ${book} a cette adresse, et qu’elle n’a jamais été confirmée.`,
    notYou:
      "Si ce compte n’est pas le vôtre, ne faites rien : l’adresse reste non confirmée. Ne donnez le code et le lien à personne.",
  },
  alreadyRegistered: {
    subject: ({ book }) => `Vous avez déjà un compte sur ${book}`,
    lead: ({ to, book }) =>
      `Quelqu’un a essayé de s’inscrire sur ${book} avec ${to}, qui y a déjà un compte. Si c’était vous, il suffit de vous connecter.`,
    button: "Se connecter",
    valid: "Cet e-mail ne contient pas de code, et son lien peut être utilisé à tout moment.",
    why: () =>
      "Vous recevez cet e-mail parce que le compte avec cette adresse est le vôtre. La personne qui a essayé n’a pas appris qu’il existe.",
    notYou: "Si ce n’était pas vous, ne faites rien : rien n’a changé, et votre mot de passe reste le même.",
  },
  sessionStolen: {
    ...safety,
    subject: ({ book }) => `Nous avons déconnecté l’un de vos appareils sur ${book}`,
    lead: ({ book }) =>
      `Quelqu’un a utilisé sur ${book} une ancienne connexion de l’un de vos appareils. Cela peut signifier qu’elle a été copiée ; nous y avons donc mis fin. Vos autres appareils restent connectés.`,
    button: "Se reconnecter",
    notYou:
      "Si vous avez restauré une sauvegarde ou copié un profil de navigateur, il suffit de vous reconnecter. Sinon, ou si cela se reproduit, prévenez les responsables de ce livre.",
  },
  newDevice: {
    ...safety,
    subject: ({ book }) => `Nouvel appareil connecté à votre compte sur ${book}`,
    lead: ({ book }) =>
      `Quelqu’un s’est connecté à votre compte sur ${book} avec un appareil qui n’avait pas encore servi.`,
    button: "Voir vos appareils",
    notYou:
      "Si c’était vous, ne faites rien. Sinon, quelqu’un peut se connecter à votre place : sur la page qu’ouvre le bouton, déconnectez cet appareil et choisissez un nouveau mot de passe.",
  },
  passwordReset: {
    ...code,
    ...newPassword,
    subject: ({ book }) => `Choisissez un nouveau mot de passe pour ${book}`,
    lead: ({ book }) =>
      `Quelqu’un dit avoir oublié le mot de passe de votre compte sur ${book}. Si c’était vous, choisissez-en un nouveau.`,
    why: ({ book }) =>
      `Vous recevez cet e-mail parce que quelqu’un a saisi cette adresse sur la page des mots de passe oubliés de ${book}.`,
    notYou:
      "Si ce n’était pas vous, ne faites rien : votre mot de passe reste tel quel. Ne donnez le code et le lien à personne.",
  },
  passwordChanged: {
    ...safety,
    subject: ({ book }) => `Votre mot de passe sur ${book} a été changé`,
    lead: ({ book }) =>
      `Votre compte sur ${book} a un nouveau mot de passe. Les appareils connectés auparavant ont été déconnectés.`,
    button: "Choisir un autre mot de passe",
    notYou:
      "Si c’était vous, ne faites rien. Sinon, quelqu’un peut se connecter à votre place : appuyez tout de suite sur le bouton et demandez un e-mail pour choisir un autre mot de passe.",
  },
  accountUnderAttack: {
    ...safety,
    subject: ({ book }) => `Quelqu’un essaie des mots de passe sur ${book}`,
    lead: ({ book }) =>
      `De nombreux mots de passe erronés ont été saisis pour votre compte sur ${book}. Personne n’est entré ainsi, et d’autres essais sont refusés pendant un moment. Dans un navigateur avec lequel vous vous êtes déjà connecté, vous vous connectez comme toujours ; partout ailleurs, par e-mail.`,
    button: "Vérifier votre compte",
    notYou:
      "Si votre mot de passe est long et que vous ne l’utilisez nulle part ailleurs, ne faites rien. Sinon, choisissez-en un nouveau. Avec une clé d’accès ou la connexion en deux étapes, un mot de passe deviné n’ouvre rien à lui seul.",
  },
  emailChangeConfirm: {
    ...confirm,
    subject: ({ book }) => `Confirmez votre nouvelle adresse pour ${book}`,
    lead: ({ to, book }) => `Confirmez que votre compte sur ${book} doit avoir l’adresse ${to}.`,
    why: ({ book }) =>
      `Vous recevez cet e-mail parce que quelqu’un veut utiliser cette adresse pour un compte sur ${book}.`,
    notYou: "Si ce n’était pas vous, ne faites rien : sans le lien, rien ne change. Ne le donnez à personne.",
  },
  emailChanged: {
    subject: ({ book }) => `L’adresse de votre compte sur ${book} a été changée`,
    lead: ({ book }) =>
      `Votre compte sur ${book} a maintenant une autre adresse. Les e-mails à son sujet y arrivent désormais.`,
    button: "Annuler ce changement",
    valid: ({ until }) =>
      `Le lien fonctionne une fois. Limite : ${until}. Il ouvre une page avec un bouton ; rien ne change avant que vous appuyiez dessus.`,
    why: safety.why,
    notYou:
      "Si c’était vous, ne faites rien. Sinon, annulez le changement : le compte retrouve cette adresse, tous les appareils sont déconnectés, le mot de passe et tout ce qui a été ajouté depuis sont supprimés, et vous recevez un e-mail pour choisir un nouveau mot de passe.",
  },
  emailChangeUndone: {
    ...newPassword,
    subject: ({ book }) => `Votre compte sur ${book} a retrouvé son ancienne adresse`,
    lead: ({ to, book }) =>
      `Le changement d’adresse a été annulé : votre compte sur ${book} appartient de nouveau à ${to}. Tous les appareils ont été déconnectés ; le mot de passe et tout ce qui a été ajouté depuis le changement ont été supprimés. Choisissez un nouveau mot de passe pour vous connecter.`,
    why: safety.why,
    notYou:
      "Si ce n’est pas vous qui avez annulé le changement, quelqu’un d’autre peut lire vos e-mails : sécurisez d’abord cette boîte, puis choisissez un nouveau mot de passe.",
  },
  invitation: {
    subject: ({ book }) => `Vous êtes invité à rejoindre ${book}`,
    lead: ({ to, book }) => `Vous êtes invité à créer un compte sur ${book} avec l’adresse ${to}.`,
    button: "Créer un compte",
    valid: ({ until }) =>
      `Le lien sert à un seul compte, jusqu’au ${until}. Il ouvre la page d’inscription ; rien ne se passe avant que vous l’envoyiez.`,
    why: ({ book }) =>
      `Vous recevez cet e-mail parce qu’une personne qui administre ${book} a invité cette adresse.`,
    notYou: "Si vous n’attendez pas d’invitation, ne faites rien : aucun compte ne sera créé.",
  },
  magicLink: {
    ...code,
    subject: ({ book }) => `Connexion à ${book}`,
    lead: ({ to, book }) =>
      `Quelqu’un veut se connecter à votre compte sur ${book} avec un e-mail à ${to}. Si c’est vous, continuez avec le code ou le bouton.`,
    button: "Se connecter",
    valid: ({ minutes: count }) =>
      `Le lien fonctionne une fois, pendant ${minutes(count)}. Il ouvre une page avec un bouton ; personne n’est connecté avant que vous appuyiez dessus.`,
    why: ({ book }) =>
      `Vous recevez cet e-mail parce que quelqu’un a demandé à ${book} un e-mail de connexion pour cette adresse.`,
    notYou:
      "Si ce n’était pas vous, ne faites rien : sans le code ou le lien, personne n’est connecté. Ne les donnez à personne.",
  },
  signInCode: {
    ...code,
    subject: ({ book }) => `Votre code pour ${book}`,
    lead: ({ book }) =>
      `Quelqu’un qui est connecté à votre compte sur ${book} s’apprête à faire une chose protégée. Le code prouve que c’est bien vous.`,
    why: safety.why,
    notYou:
      "Si ce n’était pas vous, ne donnez le code à personne : connectez-vous, déconnectez sur la page de votre compte les appareils que vous ne connaissez pas et choisissez un nouveau mot de passe.",
  },
  accountDeleted: {
    subject: ({ book }) => `Votre compte sur ${book} a été supprimé`,
    lead: ({ to, book }) =>
      `Le compte sur ${book} avec l’adresse ${to} a été supprimé, avec tout ce qui y était conservé. Ceci est le dernier e-mail à son sujet.`,
    why: ({ book }) => `Vous recevez cet e-mail parce que le compte sur ${book} avait cette adresse.`,
    notYou:
      "Si vous le vouliez, ne faites rien. Sinon, prévenez les responsables de ce livre : ils ne peuvent pas rétablir le compte, mais doivent le savoir.",
  },
  accountBanned: {
    subject: ({ book }) => `Votre compte sur ${book} a été suspendu`,
    lead: ({ book }) =>
      `Les responsables de ${book} ont suspendu votre compte. Entre-temps, personne ne peut s’y connecter, et tous les appareils ont été déconnectés.`,
    why: safety.why,
    notYou: "Si vous pensez que c’est une erreur, écrivez aux responsables de ce livre.",
  },
  roleChanged: {
    subject: ({ book }) => `Votre rôle sur ${book} a changé`,
    lead: ({ book }) =>
      `Les responsables de ${book} ont donné un autre rôle à votre compte. Il vaut désormais sur tous vos appareils.`,
    why: safety.why,
    notYou: "Si vous ne vous y attendiez pas, écrivez aux responsables de ce livre.",
  },
  secondFactorChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      on: {
        subject: ({ book }) => `Connexion en deux étapes activée sur ${book}`,
        lead: ({ book }) =>
          `Désormais, la connexion à votre compte sur ${book} demande aussi un code de votre application d’authentification.`,
      },
      off: {
        subject: ({ book }) => `Connexion en deux étapes désactivée sur ${book}`,
        lead: ({ book }) =>
          `La connexion à votre compte sur ${book} ne demande plus de code d’une application d’authentification.`,
      },
      "codes-guessed": {
        subject: ({ book }) => `Quelqu’un devine des codes sur ${book}`,
        lead: ({ book }) =>
          `Dix codes erronés de suite ont été saisis pour votre compte sur ${book}. La personne qui l’a fait connaît votre mot de passe, lit votre courrier ou possède l’un de vos appareils. Pendant un moment, aucun code n’est accepté ; si ce n’était pas vous, choisissez un autre mot de passe.`,
      },
      "recovery-code-used": {
        subject: ({ book }) => `Un code de récupération a été utilisé sur ${book}`,
        lead: ({ book }) =>
          `Quelqu’un a utilisé l’un des codes de récupération de votre compte sur ${book}. Chacun sert une fois ; créez-en de nouveaux avant qu’il n’en reste plus.`,
      },
      "recovery-codes-renewed": {
        subject: ({ book }) => `Nouveaux codes de récupération sur ${book}`,
        lead: ({ book }) =>
          `Votre compte sur ${book} a de nouveaux codes de récupération. Les anciens ne fonctionnent plus.`,
      },
    },
  },
  signInMethodChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      "passkey-added": {
        subject: ({ book }) => `Une clé d’accès a été ajoutée sur ${book}`,
        lead: ({ book }) => `Désormais, une nouvelle clé d’accès ouvre aussi votre compte sur ${book}.`,
      },
      "passkey-removed": {
        subject: ({ book }) => `Une clé d’accès a été supprimée sur ${book}`,
        lead: ({ book }) => `Une clé d’accès n’ouvre plus votre compte sur ${book}.`,
      },
      "provider-linked": {
        subject: ({ book }) => `Un nouveau moyen de connexion sur ${book}`,
        lead: ({ book }) =>
          `Désormais, la connexion à un autre service ouvre aussi votre compte sur ${book}.`,
      },
      "provider-unlinked": {
        subject: ({ book }) => `Un moyen de connexion a été supprimé sur ${book}`,
        lead: ({ book }) => `Un autre service n’ouvre plus votre compte sur ${book}.`,
      },
    },
  },
  announcement: {
    why: ({ book }) =>
      `Vous recevez cet e-mail parce que les nouvelles de ${book} sont activées dans vos préférences.`,
    unsubscribe: "Ne plus recevoir ces e-mails",
  },
  mailTest: {
    subject: ({ book }) => `E-mail d’essai de ${book}`,
    lead: ({ book }) => `Vous pouvez lire ceci : les e-mails de ${book} arrivent donc.`,
    why: ({ book }) =>
      `Vous recevez cet e-mail parce qu’un responsable de ${book} a vérifié avec cette adresse si les e-mails arrivent.`,
    notYou: "Si vous n’êtes pas responsable de ce livre, ne faites rien.",
  },
} satisfies Letters;
