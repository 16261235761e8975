import type { Keys } from "./en.ts";

export const keys: Keys = {
  help: {
    keys: "regarder ou changer les clés qui signent les jetons d’accès et les secrets du serveur",
    list: "énumérer les clés de signature et à quoi sert chacune",
    rotate:
      "publier une nouvelle clé de signature ; elle signe dix minutes plus tard (se fait de soi-même tous les 90 jours)",
    remove:
      "refuser aussitôt tout jeton d’une clé de signature, parce que quelqu’un d’autre pourrait l’avoir",
    kid: "l’identifiant de la clé, de keys list ou de l’en-tête d’un jeton",
    yes: "le faire au lieu de refuser",
    secrets: "énumérer les secrets et ce qui a encore besoin de chacun",
    reencrypt: "passer ce qui est chiffré au premier secret de BOOKPLATE_SECRET",
    forget: "renoncer à ce qui a besoin d’un secret perdu ou qui doit disparaître maintenant",
    id: "l’identifiant du secret",
  },
  states: {
    next: "publiée, signe plus tard",
    signs: "signe",
    verifies: "vérifie ce qu’elle a signé",
    over: "terminée, sera supprimée",
  },
  from: ({ moment }) => `à partir de ${moment}`,
  rotated: ({ kid, moment }) =>
    `${kid} est publiée. Elle signe à partir de ${moment}, quand tous ceux qui vérifient l’ont.`,
  rotatedAlready: "Une nouvelle clé est déjà publiée et attend son tour. Rien n’a été changé.",
  removed: ({ kid, signs }) =>
    `${kid} est supprimée. Ses jetons sont refusés ; ${signs} signe. Personne n’est déconnecté.`,
  removeNeedsYes: ({ kid }) =>
    `Ceci supprime ${kid} : tout jeton qu’elle a signé est refusé aussitôt, et les clients en obtiennent de nouveaux. Ajoutez --yes pour le faire.`,
  noSuchKey: ({ kid }) => `Il n’y a pas de clé de signature ${kid}. bookplate keys list les énumère.`,
  secretStates: {
    mints: "crée les nouveaux jetons et clés",
    verifies: "accepté",
    "not-listed": "absent de BOOKPLATE_SECRET",
  },
  needsNothing: "rien n’en a besoin : il peut être retiré",
  things: {
    "signing-keys": ({ count }) => `clés de signature : ${count} (keys reencrypt les passe)`,
    "second-factors": ({ count }) => `seconds facteurs : ${count} (keys reencrypt les passe)`,
    letters: ({ count }) => `e-mails en attente : ${count} (keys reencrypt les passe)`,
    codes: ({ count }) => `codes dans des e-mails : ${count} (ils expirent en dix minutes)`,
    passwords: ({ count }) => `mots de passe longs : ${count} (chacun passe quand son titulaire se connecte)`,
    sessions: ({ count }) => `sessions : ${count} (chacune passe quand son lecteur revient, ou se termine)`,
  },
  moved: ({ keys, letters }) => `Passé au premier secret : clés de signature ${keys}, e-mails ${letters}.`,
  secretNeeded: ({ id, currentId, needs }) =>
    `BOOKPLATE_SECRET ne contient pas le secret d’identifiant « ${id} », et quelque chose en a encore besoin :\n${needs}\nRemettez-le à la fin : BOOKPLATE_SECRET=${currentId}:<secret>,${id}:<secret de cet identifiant>\nbookplate keys secrets montre quand il peut disparaître ; bookplate keys forget ${id} renonce à ce qui en a besoin.`,
  secretExchanged: ({ id }) =>
    `Le secret d’identifiant « ${id} » n’est plus le même qu’avant. Donnez à un nouveau secret un nouvel identifiant et gardez l’ancien derrière : BOOKPLATE_SECRET=<nouvel identifiant>:<nouveau secret>,${id}:<ancien secret>\nSi l’ancien est perdu, bookplate keys forget ${id} renonce à ce qui en a besoin.`,
  secretInUse: ({ id }) =>
    `Le secret d’identifiant « ${id} » est le premier de la liste et sert. Mettez-en un autre devant.`,
  unknownSecret: ({ id }) =>
    `Aucun serveur n’a utilisé de secret d’identifiant « ${id} ». S’il est nouveau, démarrez d’abord les serveurs avec lui.`,
  forgetNeedsYes: ({ id }) =>
    `Ceci renonce à ce qui a besoin du secret « ${id} » : ses sessions se terminent, ses mots de passe longs sont à redéfinir. Ajoutez --yes pour le faire.`,
  forgotten: ({ id }) => `Le secret « ${id} » n’est plus nécessaire. Retirez-le de BOOKPLATE_SECRET.`,
  lost: ({ needs }) => `Ce qui en avait besoin :\n${needs}`,
  schemaOld:
    "Le schéma est plus ancien que ce programme. Démarrez le serveur, ou lancez bookplate migrate up, puis réessayez.",
};
