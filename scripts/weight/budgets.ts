import { gzipSync } from "node:zlib";
import { rulesWith } from "./rules-with.ts";
import { codeFrom, holds, type TracedChunk } from "./traced-chunk.ts";
import type { WeighedBook } from "./weighed-book.ts";

/** One promise about size: what a reader downloads at one moment, in KB (1,000 bytes) gzipped. */
export interface Budget {
  readonly what: string;
  readonly limitKb: number;
  /** Bytes, or nothing where the part is not found: it was renamed, and would go unweighed. */
  readonly weigh: (book: WeighedBook) => number | undefined;
}

const compressed = (text: string) => gzipSync(text, { level: 9 }).byteLength;

const own = (source: string) => /\/packages\/(client|docusaurus-theme|messages|react)\/src\//.test(source);
const ownOrDependency = (source: string) =>
  own(source) || /\/node_modules\/(@zxcvbn|marked|dompurify)/.test(source);

const isEager = (book: WeighedBook, file: string) =>
  book.relations.some((chunk) => chunk.initial && chunk.files.includes(file));

/** The chunks that a click loads: the ones that hold the files, and the ones the bundler loads beside them. */
function chunksFor(book: WeighedBook, paths: readonly string[]): readonly TracedChunk[] {
  const files = new Set<string>();
  for (const path of paths) {
    const entry = book.chunks.find((chunk) => !isEager(book, chunk.file) && holds(chunk, path));
    const relation = book.relations.find(
      ({ files: named }) => entry !== undefined && named.includes(entry.file),
    );
    if (entry === undefined || relation === undefined) continue;
    files.add(entry.file);
    for (const { id, files: beside, initial } of book.relations) {
      if (!initial && relation.siblings.includes(id)) for (const file of beside) files.add(file);
    }
  }
  return book.chunks.filter((chunk) => files.has(chunk.file));
}

/** Whole files, as they travel. */
const loadedWith =
  (...paths: [string, ...string[]]) =>
  (book: WeighedBook) => {
    const chunks = chunksFor(book, paths);
    // The first path is the part itself; without it the others are somebody else's.
    if (!chunks.some((chunk) => holds(chunk, paths[0]))) return undefined;
    return chunks.reduce((bytes, { code }) => bytes + compressed(code), 0);
  };

function eagerCode(book: WeighedBook): number {
  const eager = book.chunks.filter(({ file }) => isEager(book, file));
  return compressed(eager.map((chunk) => codeFrom(chunk, ownOrDependency)).join(""));
}

/** Areas of the catalogues that a part of the screens loads for itself; they are weighed with it. */
const ownAreas = {
  chatTools: ["chat-tools"],
  account: ["account", "activity", "passkeys", "proofs", "safety"],
  shelf: ["shelf"],
  claims: ["claims"],
  recovery: ["recovery"],
  magicLink: ["magic-link"],
  signUp: ["sign-up"],
  strength: ["strength"],
  firstAdministrator: ["first-administrator"],
} as const satisfies Record<string, readonly string[]>;

const isOwnArea = (area: string) =>
  Object.values(ownAreas)
    .flat()
    .some((own) => own === area);

/** The language of a file of words, where it belongs to some areas. */
function languageOf(source: string, counts: (area: string) => boolean): string | undefined {
  const [, area, language] = /\/packages\/messages\/src\/([a-z-]+)\/([a-z]{2})\.ts$/.exec(source) ?? [];
  return area !== undefined && counts(area) ? language : undefined;
}

/** The heaviest language of some areas: everything of it that is not loaded with every page. */
function heaviestLanguage(book: WeighedBook, counts: (area: string) => boolean): number | undefined {
  const lazy = book.chunks.filter(({ file }) => !isEager(book, file));
  const languages = new Map<string, Set<TracedChunk>>();
  for (const chunk of lazy) {
    for (const source of chunk.map.sources) {
      const language = languageOf(source, counts);
      if (language === undefined) continue;
      languages.set(language, (languages.get(language) ?? new Set()).add(chunk));
    }
  }
  const weights = [...languages].map(([language, chunks]) =>
    [...chunks].reduce(
      (bytes, chunk) =>
        bytes + compressed(codeFrom(chunk, (source) => languageOf(source, counts) === language)),
      0,
    ),
  );
  return weights.length === 0 ? undefined : Math.max(...weights);
}

/** Whole files, and besides them the words that nothing else loads. */
const withOwnWords =
  (areas: readonly string[], ...paths: [string, ...string[]]) =>
  (book: WeighedBook) => {
    const code = loadedWith(...paths)(book);
    const words = heaviestLanguage(book, (area) => areas.includes(area));
    return code === undefined || words === undefined ? undefined : code + words;
  };

/** Raising one of these needs a reason in `docs/decisions/`. */
export const budgets: readonly Budget[] = [
  { what: "JavaScript on a page, for a signed-out reader", limitKb: 6, weigh: eagerCode },
  {
    what: "Sign-in and sign-up dialogs",
    limitKb: 20,
    weigh: loadedWith(
      "/react/src/dialog/AuthDialogs.tsx",
      "/react/src/sign-in-actions.ts",
      "/client/src/calls.ts",
      "/client/src/calls/auth.ts",
      "/client/src/calls/passkeys.ts",
    ),
  },
  {
    what: "Who may make an account, where not everybody may",
    limitKb: 3,
    weigh: withOwnWords(ownAreas.signUp, "/react/src/forms/SignUpTerms.tsx"),
  },
  {
    what: "Whose a guest's chats are, asked at sign-in",
    limitKb: 3,
    weigh: withOwnWords(ownAreas.claims, "/react/src/forms/GuestThings.tsx"),
  },
  {
    what: "Chat panel, with Markdown and its sanitiser",
    limitKb: 45,
    weigh: loadedWith("/react/src/chat/Panel.tsx", "/client/src/calls.ts", "/client/src/calls/chats.ts"),
  },
  {
    what: "Chat panel's list, search, feedback, reports, with its own words",
    limitKb: 12,
    weigh: withOwnWords(
      ownAreas.chatTools,
      "/react/src/chat/list/ConversationList.tsx",
      "/react/src/chat/tools/AnswerTools.tsx",
      "/react/src/chat/tools/Quota.tsx",
      "/client/src/calls/chat-records.ts",
      "/client/src/calls/usage.ts",
    ),
  },
  {
    what: "Password strength, on focus of a new password",
    limitKb: 50,
    weigh: withOwnWords(ownAreas.strength, "/react/src/strength/StrengthMeter.tsx"),
  },
  {
    what: "Account page, with its own words",
    limitKb: 40,
    weigh: withOwnWords(
      ownAreas.account,
      "/react/src/account/AccountPage.tsx",
      "/client/src/calls.ts",
      "/client/src/calls/auth.ts",
      "/client/src/calls/account.ts",
      "/client/src/calls/passkeys.ts",
    ),
  },
  {
    what: "Chats and bookmarks of the account page",
    limitKb: 8,
    weigh: withOwnWords(
      ownAreas.shelf,
      "/react/src/account/Chats.tsx",
      "/react/src/account/Bookmarks.tsx",
      "/client/src/calls/chat-records.ts",
      "/client/src/calls/bookmarks.ts",
      "/client/src/calls/usage.ts",
    ),
  },
  {
    what: "A forgotten password, with its own words",
    limitKb: 20,
    weigh: withOwnWords(
      ownAreas.recovery,
      "/react/src/forms/ForgotForm.tsx",
      "/client/src/calls.ts",
      "/client/src/calls/auth.ts",
    ),
  },
  {
    what: "Two-step sign-in, set up: QR code, recovery codes",
    limitKb: 15,
    weigh: loadedWith("/react/src/account/second-factor/SetUp.tsx"),
  },
  {
    what: "Becoming the administrator, with its own words",
    limitKb: 5,
    weigh: withOwnWords(ownAreas.firstAdministrator, "/react/src/administration/ClaimServer.tsx"),
  },
  {
    what: "One language, the heaviest",
    limitKb: 8,
    weigh: (book) => heaviestLanguage(book, (area) => !isOwnArea(area)),
  },
  { what: "Styles", limitKb: 8, weigh: (book) => compressed(rulesWith("bp-", book.css)) },
];
