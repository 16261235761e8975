import type { AuditWords } from "./en.ts";

export const audit = {
  help: {
    audit: "prüfen, ob das Protokoll der Sicherheitsereignisse vollständig ist",
    verify:
      "die Kette der Sicherheitsereignisse durchgehen und sagen, wo sie nicht hält; dann mit Code 1 enden",
    head: "ein Kettenende, das ein früherer Lauf ausgegeben hat und das anderswo liegt, als Stelle:Hash; findet eine gekürzte Kette",
  },
  events: ({ count }) => `Ereignisse in der Kette: ${count}`,
  erased: ({ count }) => `Davon mit gelöschten Konten geleert: ${count}`,
  unchained: ({ count, moment }) => `Noch nicht in der Kette: ${count}, das älteste seit ${moment}`,
  behind: "Läuft ein Server, steht ein Ereignis nach spätestens zwei Minuten in der Kette.",
  cut: ({ position }) => `Nach Ablauf entfernt: bis Stelle ${position}`,
  head: ({ head }) => `Kettenende, anderswo aufzubewahren: ${head}`,
  empty: "Die Kette ist leer.",
  holds: "Die Kette hält.",
  broken: ({ count }) => `Die Kette hält nicht. Stellen: ${count}`,
  faults: {
    changed: "das Ereignis sagt nicht mehr, was es sagte",
    unlinked: "das Ereignis, seine Stelle oder das davor wurde ersetzt",
    missing: "vor dieser Stelle fehlen Ereignisse",
    erased: "das Ereignis ist leer, und kein gelöschtes Konto erklärt es",
    head: "das angegebene Kettenende steht nicht in der Kette",
  },
  headThere: "Das angegebene Kettenende steht in der Kette.",
  headCutOff: "Das angegebene Kettenende ist älter als alles, was aufbewahrt wird, und sagt nichts mehr.",
  badHead: ({ value }) =>
    `„${value}“ ist kein Kettenende: das ist eine Stelle, ein Doppelpunkt und 64 hexadezimale Ziffern.`,
} satisfies AuditWords;
