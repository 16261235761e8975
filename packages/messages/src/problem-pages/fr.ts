import type { ProblemPages } from "./index.ts";

const signInAgain = "Oubliez la session et laissez la personne se reconnecter.";
const refresh = "Appelez `POST /api/v1/auth/refresh` et répétez la requête avec le nouveau jeton d’accès.";

/** French, in the polite form. */
export const fr = {
  problems: {
    "account-banned": {
      title: "Ce compte est suspendu",
      happened: "Le mot de passe était juste, mais le compte ne peut pas se connecter.",
      remedy:
        "Montrez à la personne ce que dit `reason`, et jusqu’à quand cela dure : `until` est la fin, et manque quand il n’y en a pas. Répéter la requête ne change rien.",
    },
    "ambiguous-credentials": {
      title: "Plus d’un jeton de renouvellement",
      happened: "La requête porte un jeton de renouvellement dans son cookie et un autre dans son corps.",
      remedy:
        "Envoyez l’un des deux : dans un navigateur, `{}` et le cookie ; partout ailleurs, le jeton dans le corps et aucun cookie.",
    },
    "answer-running": {
      title: "Une réponse est encore en cours d’écriture",
      happened:
        "Une conversation a une seule réponse en cours à la fois, et celle-ci n’est pas arrivée à sa fin.",
      remedy:
        "Lisez les messages de la conversation jusqu’à ce que le `status` du dernier ne soit plus `streaming`, puis reposez la question.",
    },
    "body-too-large": {
      title: "Le corps est trop grand",
      happened: "Le corps dépasse 64 KiB.",
      remedy: "Envoyez-en moins. Aucune route n’accepte de corps plus grand.",
    },
    "database-unavailable": {
      title: "La base de données est injoignable",
      happened:
        "Le serveur fonctionne, mais sa base de données ne répond pas. Rien n’a changé et personne n’a été déconnecté.",
      remedy:
        "Réessayez après les secondes de `Retry-After`. Conservez la session : elle est toujours valable.",
    },
    "email-not-verified": {
      title: "L’adresse n’est pas encore vérifiée",
      happened: "Le mot de passe était juste, mais personne n’a prouvé que l’adresse est la sienne.",
      remedy:
        "Demandez à la personne d’ouvrir l’e-mail envoyé à l’adresse. `POST /api/v1/auth/verify-email/resend` en envoie un autre.",
    },
    "email-taken": {
      title: "L’adresse a déjà un compte",
      happened:
        "Quelqu’un a déjà inscrit cette adresse. Seul un serveur qui ne vérifie pas les adresses (`EMAIL_VERIFICATION=off`) le dit ; tout autre répond de même pour les adresses connues et inconnues.",
      remedy: "Proposez plutôt la connexion.",
    },
    "flow-invalid": {
      title: "Cette connexion est terminée",
      happened:
        "Une connexion par un fournisseur a été commencée dans un autre navigateur, était déjà achevée ou a duré plus de dix minutes.",
      remedy:
        "Recommencez par `POST /api/v1/auth/social/{provider}` et terminez dans le même navigateur, une seule fois.",
    },
    "guest-already-claimed": {
      title: "Ce qu’avait cet invité appartient à un autre compte",
      happened: "Un autre compte a réclamé cet invité, ou l’invité a désormais son propre compte.",
      remedy: "Ne proposez rien de plus : les conversations sont chez qui les a maintenant.",
    },
    "insufficient-rank": {
      title: "Votre rôle ne le permet pas",
      happened:
        "La requête demande un rôle que ce compte n’a pas, ou concerne une personne dont le rôle n’est pas inférieur au sien.",
      remedy:
        "Adressez-vous à une personne qui administre le livre. Un rôle qui vient d’être donné compte dès que le jeton d’accès est renouvelé.",
    },
    "internal-error": {
      title: "Un problème est survenu sur le serveur",
      happened:
        "Le serveur a rencontré une situation que ses auteurs n’attendaient pas. La faute n’est pas dans la requête.",
      remedy:
        "La personne qui exploite le serveur trouve les détails dans son journal sous le `requestId` de la réponse. Pour les lectures, un nouvel essai est sans danger.",
    },
    "invalid-credentials": {
      title: "L’adresse ou le mot de passe est incorrect",
      happened:
        "Une adresse inconnue, un mot de passe faux et un compte sans mot de passe reçoivent la même réponse, pour que personne n’apprenne qui a un compte.",
      remedy: "Laissez la personne saisir les deux à nouveau, et montrez une seule phrase pour tous ces cas.",
    },
    "last-sign-in-method": {
      title: "Le dernier moyen de connexion reste",
      happened:
        "Sans cette clé d’accès ou ce fournisseur, plus personne ne pourrait se connecter au compte. Rien n’a été supprimé.",
      remedy:
        "Laissez d’abord la personne définir un mot de passe, ajouter une clé d’accès ou associer un fournisseur, puis répétez la requête.",
    },
    "invitation-invalid": {
      title: "Cette invitation ne peut pas servir",
      happened:
        "L’invitation envoyée est inconnue, a déjà servi, a expiré ou a été retirée, est destinée à une autre adresse, ou vient d’une personne qui ne peut plus inviter.",
      remedy:
        "Demandez-en une autre à la personne qui a invité. Là où `GET /api/v1/auth/methods` dit `open`, omettez `invitation` et inscrivez-vous sans elle.",
    },
    "invitation-needed": {
      title: "Les nouveaux comptes se créent sur invitation",
      happened:
        "Le serveur fonctionne avec `SIGN_UP=invitation`, et la requête n’en apportait aucune. Qui a un compte se connecte comme avant.",
      remedy:
        "Envoyez `invitation`, tirée du fragment du lien d’invitation : avec `POST /api/v1/auth/register`, ou au début d’une connexion par un fournisseur. Une invitation se crée avec `POST /api/v1/admin/invitations` ou `bookplate invite`.",
    },
    "last-admin": {
      title: "Le dernier compte d’administration ne peut pas partir",
      happened: "Sans ce compte, plus personne ne pourrait administrer le livre.",
      remedy:
        "Confiez d’abord l’administration à un autre compte ; celui-ci pourra ensuite être modifié ou supprimé.",
    },
    "malformed-json": {
      title: "Le corps n’est pas du JSON",
      happened: "Le corps n’a pas pu être lu comme du JSON en UTF-8.",
      remedy:
        "Envoyez un objet JSON. Cherchez des guillemets retirés par un shell, des virgules finales et d’autres codages que UTF-8.",
    },
    "method-not-allowed": {
      title: "Cette adresse connaît d’autres méthodes",
      happened:
        "L’adresse existe, mais pas avec cette méthode. Aucun en-tête ne remplace la méthode d’une requête.",
      remedy: "Utilisez l’une des méthodes de l’en-tête `Allow` de la réponse.",
    },
    "not-found": {
      title: "Il n’y a rien ici",
      happened:
        "Il n’y a pas de telle adresse, ou rien de ce qui est à vous n’a cet identifiant. Ce qui est à quelqu’un d’autre a la même apparence que ce qui n’existe pas.",
      remedy:
        "Vérifiez le chemin, qui commence par `/api/v1`, et l’identifiant. Si les deux sont justes, la chose a été supprimée, ou le jeton est celui d’une autre personne.",
    },
    "origin-not-allowed": {
      title: "Cette origine n’en a pas le droit",
      happened:
        "L’en-tête `Origin` nomme un site que ce serveur ne connaît pas, ou manque là où agit le cookie de renouvellement.",
      remedy:
        "La personne qui exploite le serveur ajoute le site à `ALLOWED_ORIGINS` ; les origines sont comparées exactement, avec schéma et port. Un programme qui n’est pas un navigateur n’envoie pas d’`Origin`, et envoie le jeton de renouvellement dans le corps.",
    },
    "passkey-refused": {
      title: "La clé d’accès ne peut pas être acceptée",
      happened:
        "La réponse de l’authentificateur ne convient pas : son défi a servi ou a expiré, elle est pour un autre site, sa signature est fausse, ou l’authentificateur n’a pas vérifié son utilisateur.",
      remedy:
        "Demandez de nouvelles options et recommencez. Si cela ne fonctionne jamais, comparez l’adresse de la page avec `BOOK_URL` et `ALLOWED_ORIGINS` : une clé d’accès appartient à un seul hôte.",
    },
    "passkey-unknown": {
      title: "Aucun compte n’a cette clé d’accès",
      happened:
        "La réponse nomme une clé d’accès que ce serveur ne connaît pas. Elle a été supprimée, ou appartient à un compte qui n’existe plus.",
      remedy:
        "Proposez d’autres moyens de connexion, et prévenez le navigateur avec `PublicKeyCredential.signalUnknownCredential`, pour qu’il ne la propose plus.",
    },
    "password-needed": {
      title: "Un mot de passe est nécessaire pour vérifier ici",
      happened:
        "L’e-mail a été ouvert dans un autre navigateur que celui de l’inscription ; son jeton seul prouve donc trop peu. Le jeton reste valable.",
      remedy: "Demandez à la personne, et envoyez le `password` de cette inscription, ou un `newPassword`.",
    },
    "provider-address-unverified": {
      title: "Le fournisseur ne se porte garant d’aucune adresse",
      happened:
        "Un nouveau compte a besoin d’une adresse, et le fournisseur n’en a donné aucune ou n’a pas dit qu’elle appartient à la personne. On n’a pas cherché si une adresse a un compte.",
      remedy:
        "La personne s’inscrit d’abord avec une adresse et associe le fournisseur sur la page du compte ; dès lors, il permet de se connecter.",
    },
    "provider-failed": {
      title: "Le fournisseur n’a pas répondu comme il le devait",
      happened:
        "Le fournisseur était injoignable, trop lent, ou a donné une réponse qu’on ne peut pas croire : pour une autre requête, d’un autre fournisseur, ou avec une signature qui n’est pas la sienne.",
      remedy:
        "Réessayez plus tard ou connectez-vous autrement. La personne qui exploite le serveur trouve la raison dans son journal ; c’est d’ordinaire un secret client ou une adresse de retour erronés.",
    },
    "provider-linked-elsewhere": {
      title: "Associé à un autre compte",
      happened: "Ce compte du fournisseur ouvre ici un autre compte.",
      remedy: "Connectez-vous avec le fournisseur et supprimez-y d’abord l’association.",
    },
    "provider-not-linked": {
      title: "Le fournisseur n’est pas encore associé",
      happened:
        "Personne n’est associé à ce compte du fournisseur, et son adresse ne peut pas créer de nouveau compte. Les comptes ne sont jamais associés parce que les adresses sont égales.",
      remedy:
        "Connectez-vous autrement, ou demandez un nouveau mot de passe, et associez le fournisseur sur la page du compte.",
    },
    "provider-refused": {
      title: "Non achevé chez le fournisseur",
      happened:
        "La personne a annulé chez le fournisseur, ou le fournisseur a refusé de se porter garant d’elle.",
      remedy: "Proposez de nouveau le formulaire ; rien n’a changé.",
    },
    "quota-exceeded": {
      title: "Plus de questions pour aujourd’hui",
      happened:
        "Un quota du jour est épuisé : celui des invités de cette adresse, celui du compte ou celui de tous ensemble. `scope` dit à qui il est, `quota` si ce sont les questions (`messages`) ou les jetons qui manquent. La question n’a pas été enregistrée et aucun modèle n’a été interrogé.",
      remedy:
        "Conservez ce qui a été saisi. `limit`, `remaining` et `resetAt` disent combien il y en a et quand le jour recommence (minuit, UTC). Un compte peut poser plus de questions qu’un invité. `GET /api/v1/me/usage` dit d’avance ce qui reste.",
    },
    "refresh-invalid": {
      title: "La session ne peut pas continuer",
      happened:
        "Il n’y a pas de jeton de renouvellement, il n’est pas de ce serveur, ou sa session est terminée.",
      remedy: signInAgain,
    },
    "refresh-reused": {
      title: "Un ancien jeton de renouvellement a resservi",
      happened:
        "Un jeton de renouvellement remplacé depuis longtemps est revenu ; quelqu’un en a donc une copie. Cette session est terminée ; les autres appareils restent connectés ; le titulaire a été prévenu par e-mail.",
      remedy:
        "Laissez la personne se reconnecter. Si cela arrive sans voleur, un programme garde un ancien jeton : enregistrez chaque nouveau jeton avant le renouvellement suivant.",
    },
    "server-busy": {
      title: "Trop de mots de passe sont en cours de vérification",
      happened: "Vérifier un mot de passe est lent à dessein, et la file de ceux qui attendent est pleine.",
      remedy: "Réessayez après les secondes de `Retry-After`.",
    },
    "session-ended": {
      title: "La session est terminée",
      happened:
        "La session a été fermée, ou terminée par une suspension, une suppression ou un changement de mot de passe.",
      remedy: `${signInAgain} Renouveler n’aide pas.`,
    },
    "sign-up-closed": {
      title: "Aucun compte ne peut être créé ainsi",
      happened:
        "Le serveur ne crée pas de nouveaux comptes (`SIGN_UP=closed`), ou aucun pour le domaine de cette adresse. Qui a un compte se connecte comme avant.",
      remedy:
        "Masquez ce qui mène à l’inscription : `GET /api/v1/auth/methods` dit dans `signUp` qui peut créer un compte. Pour une adresse isolée hors des domaines, une personne qui administre crée une invitation.",
    },
    "step-up-required": {
      title: "Une preuve récente de votre identité est nécessaire",
      happened:
        "Le jeton est valable, mais la personne qui l’utilise a prouvé son identité il y a plus de dix minutes, et un appareil emprunté ne doit pas suffire pour cet acte.",
      remedy:
        "Demandez le mot de passe à la personne, appelez `POST /api/v1/auth/step-up`, et répétez la requête avec le jeton d’accès de sa réponse.",
    },
    "token-expired": {
      title: "Le jeton d’accès a expiré",
      happened: "Les jetons d’accès vivent quelques minutes, et celles de celui-ci sont passées.",
      remedy: refresh,
    },
    "token-invalid": {
      title: "Ce jeton ne peut pas être utilisé",
      happened:
        "Le jeton ou le code d’un e-mail est inconnu, utilisé, expiré ou destiné à autre chose. Tous ces cas reçoivent la même réponse.",
      remedy: "Laissez la personne demander un autre e-mail.",
    },
    "token-stale": {
      title: "Le jeton d’accès n’est plus à jour",
      happened: "Le rôle du compte a changé depuis la création du jeton d’accès.",
      remedy: refresh,
    },
    "too-many-bookmarks": {
      title: "Trop de signets",
      happened: "Ce lecteur a autant de signets que le serveur en garde pour un seul.",
      remedy:
        "Retirez-en un avec `DELETE /me/bookmarks/{id}` ou demandez-le au lecteur ; les endroits déjà gardés acceptent toujours une nouvelle note.",
    },
    "too-many-requests": {
      title: "Trop de requêtes",
      happened:
        "Il y a eu plus de requêtes de ce genre que le serveur n’en accepte : de cette adresse, de ce compte ou de tous ensemble.",
      remedy:
        "Attendez les secondes de `Retry-After` ; la requête suivante passera alors. `RateLimit-Policy` et `RateLimit` nomment la limite, `resetAt` sa fin.",
    },
    unauthenticated: {
      title: "Un jeton d’accès valable est nécessaire",
      happened:
        "Le jeton d’accès manque, est mal formé ou n’est pas de ce serveur ; ou il est lié à une clé, et la preuve de cette clé manque ou ne compte pas.",
      remedy:
        "Envoyez `Authorization: Bearer <access token>`, une seule fois. Là où un jeton est facultatif, omettez l’en-tête plutôt que d’en envoyer un mauvais. Un jeton lié s’envoie avec `DPoP` au lieu de `Bearer`, et avec une preuve récente : `WWW-Authenticate` dit ce qui n’allait pas dans la dernière, et un nonce de `DPoP-Nonce` va dans la suivante.",
    },
    "unsupported-media-type": {
      title: "Les corps sont en application/json",
      happened: "La requête a un corps qui ne dit pas être du JSON, ou qui le dit dans un autre codage.",
      remedy:
        "Envoyez `Content-Type: application/json`, avec `charset=utf-8` ou sans charset. Seule l’introspection des jetons prend à la place un formulaire : `application/x-www-form-urlencoded`.",
    },
    "validation-failed": {
      title: "La requête ne peut pas être acceptée telle quelle",
      happened:
        "Au moins un champ manque, est inconnu ou a une valeur qui n’est pas autorisée. Rien n’a changé.",
      remedy:
        "`errors` énumère les champs, chacun avec un code. Montrez la phrase de ce code à côté du champ.",
    },
    "verification-unavailable": {
      title: "Impossible de savoir si le jeton d’accès est valable",
      happened:
        "Un service à côté de Bookplate n’a pu lire ni ses clés ni sa réponse. Le jeton n’a été ni accepté ni refusé, et personne n’a été déconnecté.",
      remedy:
        "Réessayez après les secondes de `Retry-After`. Conservez la session : elle est toujours valable.",
    },
  },
  fields: {
    "email-domain-refused": "Aucun compte n’est créé pour les adresses de ce domaine.",
    "email-invalid": "Ce n’est pas une adresse à laquelle on peut envoyer des e-mails.",
    "field-required": "Ce champ est obligatoire.",
    "field-unknown": "Ce champ n’existe pas ici.",
    "name-required": "Un nom est obligatoire.",
    "name-too-long": "Un nom a au plus 80 caractères.",
    "password-breached": "Le mot de passe figure dans une liste de mots de passe courants ou divulgués.",
    "password-too-long": "Un mot de passe a au plus 256 caractères.",
    "password-too-short": "Le mot de passe est plus court que ce serveur ne l’accepte.",
    "password-too-weak": "Le mot de passe est trop facile à deviner.",
    "value-invalid": "Cette valeur n’est pas autorisée ici.",
  },
} satisfies ProblemPages;
