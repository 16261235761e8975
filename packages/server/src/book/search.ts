import type { Database } from "../database/database.ts";
import { chooseEditions, type Edition } from "./editions.ts";
import type { Embeddings } from "./embeddings.ts";
import { fuse } from "./nearness.ts";
import * as queries from "./queries.ts";
import { joinPairs, synonymsOf } from "./synonyms.ts";
import { readTokens, withoutMarks } from "./tokens.ts";
import { chooseMeant } from "./typos.ts";
import { isCommon, isCourtesy } from "./words.ts";

/** Longer questions are read up to here; nobody writes so many words that matter. */
const maxWords = 100;
const maxTerms = 24;
/** Looking for likely words is the dearest part of a search; who misspells more is asked to write again. */
const maxMisspelt = 6;
/** Of a pair of letters that the book does not have, most are where two words happen to meet. */
const unknownPairWeight = 0.25;
/** A word that was probably meant counts less than one that was written. */
const meantWeight = 0.8;

/** What a search has to know of the index. */
export interface IndexFacts {
  readonly editions: readonly Edition[];
  /** The language that readers get who ask for none. */
  readonly locale: string | undefined;
  /** Whether words can be found that look like a misspelt one. */
  readonly mendsTypos: boolean;
}

export interface SearchRequest {
  readonly question: string;
  readonly limit: number;
  readonly page: string | undefined;
  readonly locale: string | undefined;
}

/** Below this share of the question's words nothing in the reader's own edition fits. */
const leastCoverage = 0.35;

/** So many by words are compared with those by meaning, also where fewer are asked for. */
const leastToFuse = 20;

/** The passages that fit a question, best first: from the reader's own edition, or, where that says nothing, from others. */
export async function searchPassages(
  db: Database,
  facts: IndexFacts,
  request: SearchRequest,
  embeddings?: Pick<Embeddings, "findNear">,
): Promise<queries.RankedPassage[]> {
  const path = request.page === undefined ? undefined : toPath(request.page);
  const place =
    path !== undefined && facts.editions.length > 1 ? await queries.findPlace(db, path) : undefined;
  const [own, others] = chooseEditions(
    facts.editions,
    { ...place, locale: place?.locale ?? request.locale },
    facts.locale,
  );
  const find = async (editions: readonly Edition[]) => {
    if (!embeddings) return searchEditions(db, facts, editions, request, path);
    const all = facts.editions.length === editions.length;
    const [byWords, near] = await Promise.all([
      searchEditions(db, facts, editions, { ...request, limit: Math.max(request.limit, leastToFuse) }, path),
      embeddings.findNear(request.question, all ? undefined : editions),
    ]);
    return fuse(byWords, near, request.limit);
  };
  const found = await find(own);
  if (others.length === 0 || (found[0]?.coverage ?? 0) >= leastCoverage) return found;
  const elsewhere = await find(others);
  return (elsewhere[0]?.coverage ?? 0) > (found[0]?.coverage ?? 0) ? elsewhere : found;
}

/** A book can have texts in several languages; each is searched with the stems of its own. */
async function searchEditions(
  db: Database,
  facts: IndexFacts,
  editions: readonly Edition[],
  { question, limit }: SearchRequest,
  preferredPath: string | undefined,
): Promise<queries.RankedPassage[]> {
  const found: queries.RankedPassage[] = [];
  for (const [configuration, ofLanguage] of Map.groupBy(editions, (edition) => edition.configuration)) {
    const passages = ofLanguage.reduce((sum, edition) => sum + edition.passages, 0);
    const terms = await readQuestion(db, { question, configuration, passages, mendsTypos: facts.mendsTypos });
    const known = terms
      .filter((term) => term.passages > 0)
      .sort((one, other) => one.passages - other.passages)
      .slice(0, maxTerms);
    if (known.length === 0) continue;
    const all = facts.editions.length === editions.length && editions.length === ofLanguage.length;
    const phrases = terms.slice(1).map((term, before) => queries.phraseOf(terms[before] ?? term, term));
    const options = { configuration, editions: all ? undefined : ofLanguage, preferredPath, limit, phrases };
    found.push(...(await queries.rankPassages(db, known, options)));
  }
  return found.sort((one, other) => other.rank - one.rank).slice(0, limit);
}

interface QuestionTerm extends queries.Term {
  readonly passages: number;
}

/** The question in the words of the index, with weights that add up to 1. */
async function readQuestion(
  db: Database,
  asked: { question: string; configuration: string; passages: number; mendsTypos: boolean },
): Promise<QuestionTerm[]> {
  const { configuration } = asked;
  const english = configuration === "english";
  const tokens = [
    ...new Map(
      readTokens(english ? joinPairs(asked.question) : asked.question).map((token) => [token.word, token]),
    ).values(),
  ]
    .filter(({ word }) => !english || !isCommon(word))
    .slice(0, maxWords);
  if (tokens.length === 0) return [];
  const otherWords = english ? synonymsOf : () => [];
  const spellings = tokens.flatMap(({ word, parts }) => [
    word,
    ...parts,
    ...withoutMarks(word),
    ...otherWords(word),
  ]);
  const stems = Map.groupBy(
    await queries.findLexemes(db, configuration, [...new Set(spellings)]),
    ({ word }) => word,
  );
  const stemsOf = (words: readonly string[]) => words.flatMap((word) => stems.get(word) ?? []);

  const terms = new Map<string, QuestionTerm & { word: string; pair: boolean }>();
  for (const { word, parts, pair } of tokens) {
    const whole = stemsOf([word, ...withoutMarks(word)]);
    const known = whole.some(({ passages }) => passages > 0);
    // An identifier that the book does not have may still be made of words that it has.
    const readings = known || parts.length === 0 ? [whole] : parts.map((part) => stemsOf([part]));
    for (const reading of readings) {
      if (reading.length === 0) continue;
      const stems = [...reading, ...stemsOf(otherWords(word))].filter(
        ({ passages }, place) => place === 0 || passages > 0,
      );
      const lexemes = [...new Set(stems.map(({ lexeme }) => lexeme))];
      const passages = Math.max(...stems.map(({ passages }) => passages));
      terms.set(lexemes.join(" "), { word, pair, lexemes, passages, weight: 1 });
    }
  }
  return weigh(await mendTypos(db, [...terms.values()], asked), asked.passages);
}

/** Only words that the book does not have are taken for misspelt. */
async function mendTypos<T extends QuestionTerm & { word: string; pair: boolean }>(
  db: Database,
  terms: readonly T[],
  { configuration, mendsTypos }: { configuration: string; mendsTypos: boolean },
): Promise<T[]> {
  const unknown = terms
    .filter(({ passages, pair, word }) => passages === 0 && !pair && word.length >= 4 && !isCourtesy(word))
    .slice(0, maxMisspelt);
  if (!mendsTypos || unknown.length === 0) return [...terms];
  const likely = Map.groupBy(
    await queries.findLikelyWords(
      db,
      configuration,
      unknown.map(({ word }) => word),
    ),
    ({ misspelt }) => misspelt,
  );
  return terms.map((term) => {
    const candidates = term.passages === 0 ? (likely.get(term.word) ?? []) : [];
    const lexemes = chooseMeant(term.word, candidates);
    if (lexemes.length === 0) return term;
    const passages = candidates
      .filter(({ lexeme }) => lexemes.includes(lexeme))
      .map(({ passages }) => passages);
    return { ...term, lexemes, passages: Math.max(...passages), weight: meantWeight };
  });
}

/** A word that few passages have says most (inverse document frequency). */
function weigh(terms: readonly (QuestionTerm & { pair: boolean })[], total: number): QuestionTerm[] {
  const raw = terms.map(({ lexemes, passages, weight, pair }) => ({
    lexemes,
    passages,
    weight:
      weight *
      Math.log(1 + (total + 1) / (passages + 0.5)) *
      (pair && passages === 0 ? unknownPairWeight : 1),
  }));
  const sum = raw.reduce((sum, { weight }) => sum + weight, 0);
  return raw.map((term) => ({ ...term, weight: term.weight / sum }));
}

/** `https://book.example/a/b/?x#c` and `/a/b` are the same page. */
function toPath(page: string): string | undefined {
  return URL.parse(page, "http://book.invalid")?.pathname.replace(/(?<=.)\/$/, "");
}
