import type { SignUpWords } from "./index.ts";

export const de = {
  closedTitle: "Keine neuen Konten",
  closed: "Dieses Buch nimmt zurzeit keine neuen Konten an. Lesen können Sie alles auch ohne.",
  neededTitle: "Auf Einladung",
  needed:
    "Neue Konten gibt es hier auf Einladung. Wenn Sie eine bekommen haben, öffnen Sie den Link darin, oder fügen Sie ihn hier ein.",
  link: "Link Ihrer Einladung",
  linkWrong: "Das ist nicht der Link einer Einladung.",
  submit: "Weiter",
  invited: "Sie sind eingeladen. Wählen Sie einen Namen und ein Passwort.",
  domains: ({ domains }) => `Konten gibt es hier für Adressen bei ${domains}.`,
} satisfies SignUpWords;
