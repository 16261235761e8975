import { counting } from "../../counting.ts";
import type { Mail } from "./en.ts";

const counted = counting("fr");
const readers = (count: number) => counted(count, { one: "# lecteur", other: "# lecteurs" });

export const mail: Mail = {
  help: {
    mail: "voir si les e-mails partent et lesquels non, envoyer des nouvelles aux lecteurs",
    test: "envoyer un e-mail à une adresse par chaque transport, et dire ce que chacun a répondu",
    address: "une adresse e-mail",
    list: "énumérer les e-mails les plus récents et ce qu’ils sont devenus",
    failed: "seulement ceux qui ont été abandonnés",
    to: "seulement ceux qui vont à cette adresse",
    retry: "renvoyer un e-mail qui a été abandonné",
    id: "l’identifiant de l’e-mail, de mail list",
    all: "tous ceux qui ont été abandonnés",
    suppressed: "énumérer les adresses auxquelles aucun e-mail ne va en ce moment",
    unsuppress: "laisser de nouveau les e-mails aller à une adresse",
    announce: "écrire à tout lecteur qui a demandé des nouvelles ; chaque fichier compte une fois",
    file: "l’objet sur la première ligne, une ligne vide, le texte",
    yes: "écrire les e-mails ; sans elle, dire seulement combien il y en aurait",
  },
  states: { queued: "attend", sent: "envoyé", failed: "abandonné", suppressed: "non envoyé" },
  deliveries: {
    delayed: "envoyé, en retard",
    delivered: "remis",
    bounced: "retourné",
    complained: "signalé comme indésirable",
  },
  reasons: {
    bounced: "personne n’y lit d’e-mails",
    complained: "son titulaire a signalé un e-mail comme indésirable",
    unreachable: "sa boîte n’accepte rien en ce moment",
    unwanted: "son titulaire a désactivé ces e-mails",
  },
  attempts: ({ count }) => counted(count, { one: "# essai", other: "# essais" }),
  until: ({ moment }) => `jusqu’à ${moment}`,
  none: "Il n’y a pas d’e-mails. Ils sont gardés 30 jours.",
  noneFailed: "Aucun e-mail n’a été abandonné.",
  noneSuppressed: "Les e-mails vont à toutes les adresses.",
  retried: ({ count }) => counted(count, { one: "# e-mail repart.", other: "# e-mails repartent." }),
  retryNeedsOne:
    "Nommez un e-mail par son identifiant, ou tous avec --all. bookplate mail list --failed les montre.",
  noSuchLetter: ({ id }) =>
    `Il n’y a pas d’e-mail ${id} qui ait été abandonné et puisse encore partir. Son contenu est gardé quatre jours.`,
  unsuppressed: ({ address }) => `Les e-mails vont de nouveau à ${address}.`,
  notSuppressed: ({ address }) => `${address} n’était pas écartée.`,
  noAddress: ({ address }) => `« ${address} » n’est pas une adresse e-mail.`,
  noFile: ({ file }) => `${file} n’est pas lisible.`,
  noAnnouncement: ({ file }) =>
    `${file} a besoin d’un objet de 150 caractères au plus sur sa première ligne, d’une ligne vide et d’un texte.`,
  wouldAnnounce: ({ subject, count }) =>
    `« ${subject} » irait à ${readers(count)}. Ajoutez --yes pour écrire les e-mails.`,
  announced: ({ subject, count }) =>
    `« ${subject} » va à ${readers(count)}, derrière les e-mails que quelqu’un attend.`,
  announcedAlready: ({ subject, moment }) =>
    `« ${subject} » a déjà été annoncé (${moment}). Personne ne le reçoit deux fois.`,
  testTaken: "Accepté. La boîte montre s’il arrive à la réception ou parmi les indésirables.",
  testRefused: "Tous les transports n’ont pas accepté l’e-mail.",
  testCaught: "Aucun transport n’est réglé ; l’e-mail est donc sous /dev/mail et nulle part ailleurs.",
  mends: {
    credentials: "SMTP_URL ou RESEND_API_KEY avec le bon utilisateur, mot de passe ou clé",
    sender: "MAIL_FROM avec un domaine que ce serveur ou fournisseur a vérifié pour vous",
    quota:
      "rien : attendez, augmentez le quota du fournisseur ou nommez un second transport dans MAIL_TRANSPORT",
    encryption: "SMTP_URL avec le nom qui figure dans le certificat du serveur",
    address: "SMTP_URL avec le bon hôte et le bon port ; regardez aussi les pare-feu",
  },
};
