import type { AuditWords } from "./en.ts";

export const audit = {
  help: {
    audit: "voir si le journal des événements de sécurité est entier",
    verify:
      "parcourir la chaîne des événements de sécurité et dire où elle ne tient pas ; le code de sortie est alors 1",
    head: "une extrémité affichée auparavant et gardée ailleurs, sous la forme position:hachage ; révèle une chaîne raccourcie",
  },
  events: ({ count }) => `Événements dans la chaîne : ${count}`,
  erased: ({ count }) => `Dont vidés avec des comptes supprimés : ${count}`,
  unchained: ({ count, moment }) => `Pas encore dans la chaîne : ${count}, le plus ancien depuis ${moment}`,
  behind: "Tant qu’un serveur tourne, un événement entre dans la chaîne en deux minutes.",
  cut: ({ position }) => `Supprimés à leur échéance : jusqu’à la position ${position}`,
  head: ({ head }) => `Extrémité, à garder ailleurs : ${head}`,
  empty: "La chaîne est vide.",
  holds: "La chaîne tient.",
  broken: ({ count }) => `La chaîne ne tient pas. Endroits : ${count}`,
  faults: {
    changed: "l’événement ne dit plus ce qu’il disait",
    unlinked: "l’événement, sa place ou le précédent a été remplacé",
    missing: "il manque des événements avant cette position",
    erased: "l’événement est vide et aucun compte supprimé ne l’explique",
    head: "l’extrémité indiquée n’est pas dans la chaîne",
  },
  headThere: "L’extrémité indiquée est dans la chaîne.",
  headCutOff: "L’extrémité indiquée est plus ancienne que ce qui est conservé et ne dit plus rien.",
  badHead: ({ value }) =>
    `« ${value} » n’est pas une extrémité : il faut une position, un deux-points et 64 chiffres hexadécimaux.`,
} satisfies AuditWords;
