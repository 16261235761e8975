import type { Terminal } from "../index.ts";

const unhardened =
  "le développement montre e-mails et réponses sans protection ; il doit rester sur cette machine";
const guessed = "qui le devine peut se faire passer pour n’importe qui";
const unusable = (value: string) => `« ${value} » n’est pas utilisable`;
const notHttps = (value: string) => `« ${value} » n’est pas en https`;

export const settings = {
  why: "pourquoi",
  write: "écrivez",
  or: "ou",
  misspelt: {
    what: "n’est pas un réglage ; rien ne le lit",
    why: "son nom est presque celui d’un réglage",
  },
  notKnown: ({ value, choices }) => ({
    what: `« ${value} » n’est pas connu`,
    why: `ce doit être l’un de ceux-ci : ${choices}`,
  }),
  notInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `ce doit être un nombre entier de ${least} à ${most}`,
  }),
  noDuration: ({ value }) => ({
    what: unusable(value),
    why: "ce doit être de la forme 30s, 15m, 12h ou 7d",
  }),
  durationNotInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `ce doit être de ${least} à ${most}`,
  }),
  noQuota: ({ value }) => ({
    what: unusable(value),
    why: "ce doit être des questions par jour comme 20/d, des jetons comme 500000t/d, les deux séparés par une virgule, ou none",
  }),
  quotaTooLow: ({ value, least }) => ({
    what: `"${value}" est moins que ce qu’une réponse peut coûter`,
    why: `jusqu’à ${least} jetons sont mis de côté pour chaque réponse : aucune question ne recevrait jamais de réponse`,
  }),
  noRoleName: ({ value }) => ({
    what: `« ${value} » ne nomme pas un nouveau rôle`,
    why: "un rôle s’écrit nom:user ou nom:moderator ; le nom est fait de minuscules, de chiffres et de traits d’union, n’apparaît qu’une fois et n’est ni guest, ni user, ni moderator, ni admin",
  }),
  noRoleLike: ({ value }) => ({
    what: `« ${value} » ne dit pas à quel rôle il ressemble`,
    why: "un rôle a le rang, les quotas et la règle du second facteur de user ou de moderator ; qui peut tout est admin",
  }),
  noDomain: ({ value }) => ({
    what: `« ${value} » n’est pas un domaine`,
    why: "il est comparé à ce qui suit le @ d’une adresse : écrivez-le comme example.org",
  }),
  domainsUnproven: {
    what: "nomme des domaines que personne n’a à prouver",
    why: "avec EMAIL_VERIFICATION=off, n’importe qui pourrait saisir une adresse de ces domaines",
  },
  noWebAddress: ({ value }) => ({
    what: `« ${value} » n’est pas une adresse web`,
    why: "les liens, les cookies et les jetons en sont faits",
  }),
  noOrigin: ({ value }) => ({
    what: `« ${value} » n’est pas une origine`,
    why: "les origines sont comparées exactement : schéma, hôte et port, sans chemin ni barre oblique",
  }),
  noAddressRange: ({ value }) => ({
    what: `« ${value} » n’est pas une plage d’adresses`,
    why: "ce doit être de la forme 10.0.0.0/8",
  }),
  hasPath: ({ value }) => ({
    what: `« ${value} » a un chemin`,
    why: "c’est une origine : les cookies et les jetons ne connaissent pas de chemin",
  }),
  notWritable: ({ value }) => ({
    what: `on ne peut pas écrire dans « ${value} »`,
    why: "la base de données intégrée et le secret créé s’y trouvent",
  }),
  noRedis: { what: "n’est pas une adresse Redis", why: "plusieurs serveurs y comptent ensemble les limites" },
  noPostgres: {
    what: "n’est pas une adresse Postgres",
    why: "la base de données est Postgres 15 ou plus récent",
  },
  transportNotSet: ({ value, setting }) => ({
    what: `nomme « ${value} », qui n’a pas de réglages`,
    why: `les e-mails ne passent par là qu’avec ${setting}`,
  }),
  noWebhookSecret: {
    what: "n’est pas ce que montre Resend",
    why: "il commence par whsec_, et qui forge des comptes rendus pourrait faire taire des adresses",
  },
  noMailServer: {
    what: "n’est pas l’adresse d’un serveur de messagerie",
    why: "les e-mails sortent par lui",
  },
  noSender: {
    what: "manque",
    why: "les serveurs de messagerie refusent les e-mails sans expéditeur de leur domaine",
  },
  noBearerSecret: {
    what: "n’est pas assez aléatoire",
    why: "qui le devine peut interroger sur des jetons ; au moins 32 lettres, chiffres ou - . _ ~ + /",
  },
  reachable: ({ value }) => ({ what: `« ${value} » est accessible d’ailleurs`, why: unhardened }),
  publicAddress: ({ value }) => ({ what: `« ${value} » est une adresse publique`, why: unhardened }),
  notHttps: ({ value }) => ({
    what: notHttps(value),
    why: "les cookies et les jetons voyageraient à découvert",
  }),
  bookNotHttps: ({ value }) => ({
    what: notHttps(value),
    why: "les liens des e-mails y portent des jetons",
  }),
  otherSite: ({ value, api }) => ({
    what: `« ${value} » est sur un autre site que « ${api} »`,
    why: "les navigateurs rejettent les cookies entre sites, et les lecteurs seraient déconnectés à chaque rechargement",
  }),
  sharedHost: ({ value, suffix }) => ({
    what: `« ${value} » est sous ${suffix}, où chaque nom est un site à part`,
    why: "Safari et Brave ne gardent pas de cookie d’une API située ailleurs : elle doit être sous ce même nom, ou derrière un proxy sous /api",
  }),
  noMail: { what: "manque", why: "personne ne pourrait vérifier une adresse" },
  limitsOff: {
    what: "« off » est fait pour les tests",
    why: "on pourrait deviner des mots de passe sans fin",
  },
  /** Of a language model's settings. */
  modelIncomplete: { what: "manque", why: "un modèle de langue a besoin de son adresse et de son nom" },
  modelNotHttps: ({ value }) => ({
    what: notHttps(value),
    why: "sa clé et les questions des lecteurs voyageraient à découvert",
  }),
  modelRoute: ({ value }) => ({
    what: `"${value}" n’est qu’une des routes du modèle`,
    why: "chat/completions y est ajouté",
  }),
  noModelKey: {
    what: "n’est pas utilisable",
    why: "elle voyage dans un en-tête : caractères ASCII visibles, sans espace",
  },
  noPartner: ({ partner }) => ({
    what: "manque",
    why: `il va avec ${partner} : un fournisseur est actif quand les deux sont indiqués`,
  }),
  providerNeeds: ({ name }) => ({
    what: "manque",
    why: `sans lui, personne ne trouve le chemin vers ${name}`,
  }),
  notUsable: ({ value }) => ({
    what: unusable(value),
    why: "les adresses du fournisseur en sont faites",
  }),
  noIssuer: ({ value }) => ({
    what: unusable(value),
    why: "ce doit être l’adresse https du fournisseur, exactement comme ses documents la nomment comme issuer",
  }),
  noSecret: {
    what: "manque",
    why: "les jetons et les clés enregistrées en dépendent ; un secret créé serait perdu avec cette machine",
  },
  idTwice: {
    what: "nomme deux fois un identifiant",
    why: "chaque identifiant dit de quelle clé il s’agit",
  },
  secretTooShort: ({ id, least }) => ({
    what: `le secret « ${id} » a moins de ${least} octets`,
    why: guessed,
  }),
  secretIsExample: ({ id }) => ({
    what: `le secret « ${id} » est un exemple, pas un secret`,
    why: guessed,
  }),
  secretRepeats: ({ id }) => ({ what: `le secret « ${id} » se répète trop`, why: guessed }),
} satisfies Terminal["settings"];
