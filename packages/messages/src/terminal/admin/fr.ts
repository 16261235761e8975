import { fr as forms } from "../../problems/fr.ts";
import type { Admin } from "./en.ts";

export const admin = {
  help: {
    admin: "dire qui administre : la première administration, les rôles, les bannissements",
    link: "afficher un lien qui confie l’administration à qui l’ouvre : une fois, pendant 30 minutes",
    create: "créer un compte qui administre ; son mot de passe est demandé, ou lu sur l’entrée standard",
    email: "l’adresse du compte",
    name: "le nom du compte ; sans lui, ce qui précède le @",
    list: "lister qui administre et qui modère",
    role: "donner un autre rôle à un compte",
    who: "l’adresse ou l’identifiant d’un compte",
    roleName: "user, moderator, admin, ou un rôle que nomment les paramètres",
    reason: "pourquoi ; c’est consigné, et la personne concernée peut le lire",
    ban: "exclure un compte et terminer ses sessions",
    until: "quand le bannissement prend fin, par exemple 2027-01-31 ou 2027-01-31T18:00Z",
    for: "combien de temps il dure, par exemple 45m, 12h ou 7d ; sans fin, jusqu’à ce qu’il soit levé",
    unban: "laisser de nouveau entrer un compte",
  },
  link: "Ouvrez ce lien, connectez-vous ou créez un compte, puis appuyez sur le bouton :",
  linkLasts: "Il vaut une fois, pendant 30 minutes. Un lien affiché auparavant ne vaut plus.",
  password: "Mot de passe (laissez vide pour obtenir un lien qui le définit)",
  passwordAgain: "Le même, encore une fois",
  passwordsDiffer: "Ce sont deux mots de passe différents.",
  cancelled: "Rien n’a été changé.",
  created: ({ email }) => `${email} administre désormais ce livre.`,
  setPassword: "La personne qui ouvre ce lien choisit le mot de passe, une fois, dans les 24 heures :",
  badEmail: ({ email }) => `« ${email} » n’est pas une adresse qu’un e-mail puisse atteindre.`,
  badName: ({ name }) => `« ${name} » n’est pas un nom : il a au moins un caractère et 80 au plus.`,
  emailTaken: ({ email }) =>
    `${email} a déjà un compte. Pour lui confier l’administration : npx bookplate admin role ${email} admin --reason "…"`,
  noSuchAccount: ({ who }) => `Il n’y a pas de compte « ${who} ».`,
  noSuchRole: ({ role, known }) => `Il n’y a pas de rôle « ${role} ». Il existe : ${known}.`,
  noReason: 'Dites pourquoi : --reason "…", 500 caractères au plus.',
  lastAdmin: ({ email }) =>
    `${email} est le dernier compte d’administration. Confiez-la d’abord à quelqu’un d’autre : npx bookplate admin link`,
  roleIs: ({ email, role }) => `${email} a le rôle ${role}.`,
  banned: ({ email }) => `${email} est banni. Ses sessions sont terminées.`,
  bannedUntil: ({ email, moment }) => `${email} est banni jusqu’au ${moment}. Ses sessions sont terminées.`,
  unbanned: ({ email }) => `${email} peut se connecter.`,
  untilOrFor: "Soit --until, soit --for, pas les deux.",
  badMoment: ({ value }) =>
    `« ${value} » n’est pas un moment à venir. Écrivez-le comme 2027-01-31 ou 2027-01-31T18:00Z.`,
  badSpan: ({ value }) =>
    `« ${value} » n’est pas une durée. Écrivez-la en minutes, en heures ou en jours : 45m, 12h, 7d.`,
  none: "Personne n’administre encore. Un lien qui confie l’administration : npx bookplate admin link",
  fields: forms.fields,
  facts: {
    secondFactor: "connexion en deux étapes",
    noSecondFactor: "pas de connexion en deux étapes",
    unverified: "adresse non confirmée",
    banned: "banni",
  },
} satisfies Admin;
