import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("fr");

export const doctor = {
  status: { ok: "bon", warn: "à voir", fail: "faux" },
  groups: {
    settings: "réglages",
    secret: "secret",
    site: "site",
    lock: "verrou",
    database: "base de données",
    limits: "limites",
    mail: "e-mail",
    book: "livre",
    answers: "réponses",
    policy: "règles",
  },
  fine: "Il n’y a rien à corriger.",
  counts: ({ fail, warn }) => `À corriger : ${fail}. À voir : ${warn}.`,
  settingsFine: "tous les réglages sont utilisables",
  signUp: {
    open: "tout le monde peut créer un compte",
    invitation: "les comptes se créent sur invitation : bookplate invite",
    domains: ({ domains }) => `les comptes se créent pour les adresses de ${domains} et sur invitation`,
    closed: "personne ne peut créer de compte",
  },
  secretFileOpen: ({ file }) => `d’autres utilisateurs peuvent lire ${file}`,
  secretFileWhy: "qui le lit peut se faire passer pour n’importe qui",
  secretFine: "présent et assez long",
  production: "production",
  development: "développement : pour cette machine seulement",
  oneSite: ({ url }) => `le livre et l’API sont sur un même site (${url})`,
  originElsewhere: ({ origin }) => `l’origine autorisée ${origin} est sur un autre site que l’API`,
  originElsewhereWhy:
    "ses pages ne peuvent pas garder de session dans un cookie ; il leur faut des jetons dans le corps",
  answers: ({ url }) => `${url} répond`,
  doesNotAnswer: ({ url }) => `${url} ne répond pas d’ici`,
  doesNotAnswerWhy:
    "soit aucun serveur ne fonctionne, soit le nom, le certificat ou le proxy ne sont pas encore en place",
  notRunning: "aucun serveur ne fonctionne sur ce répertoire de données",
  running: "un serveur fonctionne ; interrogé par son socket",
  migrationsPending: ({ count }) =>
    counted(count, { one: "# migration n’est pas appliquée", other: "# migrations ne sont pas appliquées" }),
  migrationsPendingWhy: "le prochain démarrage les applique",
  migrationsFine: ({ count }) => `toutes les migrations sont appliquées (${count})`,
  databaseWhy: "elle contient les sessions, les conversations et les passages du livre",
  redisFine: ({ host }) => `${host} compte les limites pour tous les serveurs`,
  redisFails: ({ host, reason }) => `${host} ne compte pas les limites : ${reason}`,
  redisFailsWhy: "tant qu’il est absent, chaque serveur compte les limites pour lui-même",
  mailbox: "les e-mails sont retenus sur cette machine et montrés sous /dev/mail",
  smtpFine: ({ host }) => `${host} accepte notre utilisateur`,
  smtpFails: ({ host, reason }) => `${host} refuse : ${reason}`,
  smtpFailsWhy: "personne ne pourrait vérifier une adresse",
  resendSendsOnly: ({ host }) =>
    `${host} accepte notre clé, qui ne peut qu’envoyer ; mail test ADRESSE montre le reste`,
  resendFine: ({ host, domain }) => `${host} accepte notre clé, et les e-mails de ${domain}`,
  senderNotVerified: ({ host, domain }) => `${host} n’a pas vérifié ${domain}, le domaine de MAIL_FROM`,
  senderNotVerifiedWhy:
    "les e-mails qui en viennent sont refusés ; vérifiez-le là-bas, ou écrivez d’un autre domaine",
  extracts: "extracts cite le livre ; aucun modèle de langue n’est indiqué",
  modelFine: ({ host, model }) => `${host} répond avec ${model}`,
  modelFails: ({ host, model, reason }) => `${model} chez ${host} : ${reason}`,
  modelFailsWhy: "les lecteurs reçoivent des citations du livre au lieu de ses réponses",
  modelFailures: {
    keyRefused: "la clé est refusée",
    modelUnknown: "ce modèle n’existe pas, ou pas pour cette clé",
    tooManyRequests: "trop de requêtes, ou plus de crédit",
    unreachable: "personne ne répond à cette adresse",
    serverFault: ({ status }) => `une erreur de sa part (HTTP ${status})`,
    requestRefused: ({ status }) => `la requête est refusée (HTTP ${status})`,
    notTheProtocol: "ce qu’il dit n’est pas le protocole d’OpenAI",
    brokeOff: "il s’interrompt",
    silent: "il ne dit rien",
    empty: "ses réponses sont vides",
  },
  embeddingsFine: ({ host, model, count }) =>
    `${host} produit des embeddings avec ${model}, de ${count} nombres`,
  embeddingsFailWhy: "la recherche dans le livre se fait par mots seulement",
  noVectors: "la base de données n’a pas l’extension vector (pgvector)",
  noVectorsWhy: "EMBEDDINGS_MODEL en a besoin ; la recherche dans le livre se fait par mots seulement",
  noBook: ({ directory }) => `pas de livre construit dans ${directory}`,
  noBookWhy: "les lecteurs ne voient aucune page, et le chat n’a rien à citer",
  noPages: "le livre a été construit sans la liste de ses pages",
  noPagesWhy: "le thème Bookplate manque dans sa configuration ; il n’a donc ni connexion ni chat",
  localhostInBook: "le livre construit nomme localhost comme serveur",
  localhostInBookWhy: "les navigateurs des lecteurs chercheraient le serveur sur leurs propres machines",
  bookFine: ({ count }) =>
    counted(count, { one: "construit, avec # page", other: "construit, avec # pages" }),
  noAdministrator: "personne n’administre encore ce serveur",
  noAdministratorWhy: "les signalements, les rôles et les bannissements demandent quelqu’un",
  administrators: ({ count }) =>
    counted(count, { one: "# compte d’administration", other: "# comptes d’administration" }),
  withoutSecondFactor: ({ count }) =>
    counted(count, {
      one: "# compte d’administration sans connexion en deux étapes",
      other: "# comptes d’administration sans connexion en deux étapes",
    }),
  withoutSecondFactorWhy:
    "un seul mot de passe divulgué livre le serveur ; ce paramètre exige la deuxième étape",
} satisfies Terminal["doctor"];
