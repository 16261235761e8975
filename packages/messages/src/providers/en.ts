/** English is the shape of this area: another language has the same keys or does not compile. */
export const en = {
  continueWith: ({ name }: { name: string }) => `Continue with ${name}`,
  leaving: ({ name }: { name: string }) => `Going to ${name}…`,
  lastUsed: "Last used",
  finishing: "Finishing the sign-in…",
  linked: {
    title: "Linked providers",
    lead: "Each of them signs you in. Nothing is read from it but who you are.",
    empty: "None is linked yet.",
    since: ({ ago }: { ago: string }) => `Linked ${ago}`,
    link: ({ name }: { name: string }) => `Link ${name}`,
    remove: "Remove",
    removeNamed: ({ name }: { name: string }) => `Remove the link to ${name}`,
    question: ({ name }: { name: string }) => `Remove the link? ${name} will not sign you in any more.`,
    removed: ({ name }: { name: string }) => `${name} does not sign you in any more.`,
    done: ({ name }: { name: string }) => `${name} is linked. From now on it signs you in.`,
    finishing: "Linking…",
  },
};
