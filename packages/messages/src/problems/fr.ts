import { counting } from "../counting.ts";
import type { ProblemFacts, Problems } from "./index.ts";

const counted = counting("fr");
const again = ({ retryAt }: ProblemFacts) =>
  retryAt === undefined ? "Réessayez dans un instant." : `Réessayez à partir de : ${retryAt}.`;
const reload = "Rechargez la page et réessayez.";
const signedOut = "Vous êtes déconnecté. Connectez-vous à nouveau.";

/** French, in the polite form. */
export const fr = {
  problems: {
    "account-banned": ({ until, reason }) =>
      [
        until === undefined
          ? "Ce compte est suspendu."
          : `Ce compte est suspendu. Fin de la suspension : ${until}.`,
        reason === undefined ? "" : `Raison indiquée : ${reason}`,
      ]
        .join(" ")
        .trim(),
    "ambiguous-credentials": `Ce navigateur a envoyé deux sessions à la fois. ${reload}`,
    "answer-running":
      "La dernière réponse est encore en cours d’écriture. Posez votre question quand elle sera complète.",
    "body-too-large": "C’est trop long pour être envoyé. Raccourcissez et réessayez.",
    "database-unavailable": (facts) =>
      `Le serveur n’a pas accès à ses données en ce moment. Rien n’est perdu. ${again(facts)}`,
    "email-not-verified":
      "Cette adresse n’est pas encore confirmée. Ouvrez l’e-mail que nous lui avons envoyé.",
    "email-taken": "Il existe déjà un compte avec cette adresse. Connectez-vous plutôt.",
    "flow-invalid":
      "Cette connexion a été commencée ailleurs, est terminée ou a pris trop de temps. Recommencez.",
    "guest-already-claimed": "Ces conversations appartiennent désormais à un autre compte.",
    "insufficient-rank": "Votre rôle ne le permet pas. Adressez-vous à une personne qui administre ce livre.",
    "internal-error":
      "Un problème est survenu sur le serveur. Réessayez ; s’il persiste, prévenez les responsables de ce livre.",
    "invalid-credentials": "L’adresse ou le mot de passe est incorrect.",
    "invitation-invalid": "Cette invitation ne fonctionne pas, ou plus. Demandez-en une autre.",
    "invitation-needed":
      "Ici, les nouveaux comptes se créent sur invitation. Ouvrez d’abord le lien de votre invitation.",
    "last-sign-in-method":
      "C’est votre seul moyen de connexion. Ajoutez-en d’abord un autre, par exemple un mot de passe.",
    "last-admin":
      "Vous êtes le seul compte d’administration. Confiez d’abord l’administration à quelqu’un d’autre.",
    "malformed-json": `Le serveur n’a pas pu lire la demande. ${reload}`,
    "method-not-allowed": `Le serveur ne connaît pas cette demande. ${reload}`,
    "not-found": "Ceci n’est plus là.",
    "origin-not-allowed":
      "Cette page ne permet pas de se connecter à ce serveur. Prévenez les responsables de ce livre.",
    "passkey-refused": "Cette clé d’accès n’a pas pu être vérifiée. Réessayez ou connectez-vous autrement.",
    "passkey-unknown":
      "Ce livre ne connaît pas cette clé d’accès. Elle a peut-être été retirée de votre compte ; connectez-vous autrement.",
    "password-needed": "Encore une étape : confirmez avec votre mot de passe.",
    "provider-address-unverified":
      "Ce fournisseur ne confirme pas votre adresse. Créez d’abord un compte, puis associez-y le fournisseur.",
    "provider-failed":
      "Ce fournisseur ne répond pas correctement en ce moment. Réessayez plus tard ou connectez-vous autrement.",
    "provider-linked-elsewhere":
      "Ceci est associé à un autre compte ici. Connectez-vous-y et supprimez d’abord l’association.",
    "provider-not-linked":
      "Connectez-vous d’abord autrement, puis associez ce fournisseur à votre compte, sous Sécurité.",
    "provider-refused": "Rien n’a changé : la connexion n’a pas été menée à son terme chez le fournisseur.",
    "quota-exceeded": (facts) => `Les questions sont épuisées pour aujourd’hui. ${again(facts)}`,
    "refresh-invalid": signedOut,
    "refresh-reused":
      "Vous avez été déconnecté, car cette session a servi à deux endroits à la fois. Connectez-vous à nouveau et, si ce n’était pas vous, changez votre mot de passe.",
    "server-busy": (facts) => `Le serveur est très occupé. ${again(facts)}`,
    "session-ended": signedOut,
    "sign-up-closed":
      "Aucun nouveau compte ne peut être créé ici ainsi. Si vous avez un compte, connectez-vous.",
    "step-up-required": "Confirmez d’abord que c’est bien vous.",
    "token-expired": signedOut,
    "token-invalid": "Ce lien ou ce code a été utilisé, a expiré ou est incorrect.",
    "token-stale": "Votre compte a changé. Connectez-vous à nouveau.",
    "too-many-bookmarks":
      "Vous avez atteint le nombre maximal de signets. Retirez-en un dont vous n’avez plus besoin.",
    "too-many-requests": (facts) => `Trop d’essais. ${again(facts)}`,
    unauthenticated: "Pour cela, vous devez vous connecter.",
    "unsupported-media-type": `Le serveur n’a pas pu lire la demande. ${reload}`,
    "validation-failed": "Vérifiez ce qui est signalé ci-dessous.",
    "verification-unavailable": (facts) =>
      `Cette partie du livre ne peut pas vérifier qui vous êtes en ce moment. Votre session reste ouverte. ${again(facts)}`,
  },
  fields: {
    "email-domain-refused": "Ici, aucun compte n’est créé pour les adresses de ce domaine.",
    "email-invalid": "Saisissez une adresse e-mail telle que name@example.org.",
    "field-required": "Remplissez ce champ.",
    "field-unknown": `Le serveur ne connaît pas ce champ. ${reload}`,
    "name-required": "Saisissez le nom par lequel vous souhaitez qu’on vous appelle.",
    "name-too-long": "Utilisez au plus 80 caractères.",
    "password-breached": "Ce mot de passe est connu à la suite d’une fuite. Choisissez-en un autre.",
    "password-too-long": "Utilisez au plus 256 caractères.",
    "password-too-short": ({ minimum = 10 }) =>
      counted(minimum, {
        one: "Utilisez au moins # caractère.",
        other: "Utilisez au moins # caractères.",
      }),
    "password-too-weak": "C’est facile à deviner. Trois ou quatre mots sans rapport conviennent bien.",
    "value-invalid": "Ceci n’est pas autorisé ici.",
  },
  unreachable:
    "Le serveur est injoignable. Vérifiez votre connexion et réessayez ; ce que vous avez saisi est toujours là.",
  timeout: "Le serveur a mis trop de temps à répondre. Réessayez ; ce que vous avez saisi est toujours là.",
  unexpected: `Un événement inattendu s’est produit. ${reload}`,
} satisfies Problems;
