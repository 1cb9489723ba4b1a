/**
 * Full-text search over what a course shows. Where a word stands decides first: in a title, in a heading, as a term, in
 * the text. Then how well it fits. A word may be begun only, have another ending, or, where nothing else is found, a
 * typing error.
 */
import MiniSearch, { type SearchResult as Hit } from 'minisearch';
import { isEmptyWord, stem, wordsIn } from './words';

export type SearchKind = 'lesson' | 'glossary' | 'exercise' | 'quiz' | 'c-name';

export interface SearchDocument {
  readonly kind: SearchKind;
  /** Of the lesson, exercise or quiz, of the term; the name itself. */
  readonly slug: string;
  /** A section's id, where it is one. */
  readonly section: string | null;
  /** What a result is called. Of a lesson's sections only the first is found by it. */
  readonly title: string;
  readonly heading: string | null;
  /** Other names of a term. */
  readonly names: readonly string[];
  readonly text: string;
}

/** Text in pieces; those that were asked for are marked. */
export type Marked = readonly { readonly text: string; readonly isMatch: boolean }[];

export interface SearchResult {
  readonly kind: SearchKind;
  readonly slug: string;
  readonly section: string | null;
  readonly title: Marked;
  readonly heading: Marked | null;
  readonly excerpt: Marked;
}

export interface SearchOptions {
  readonly kinds: ReadonlySet<SearchKind>;
  readonly resultsMax: number;
}

const FIELDS = ['title', 'heading', 'term', 'text'] as const;

const KIND_WEIGHTS: Readonly<Record<SearchKind, number>> = {
  lesson: 1.6,
  glossary: 1.4,
  exercise: 1.2,
  quiz: 1,
  'c-name': 0.9,
};

/** How many letters may be wrong, missing or too many: none in short words, which would become others. */
function errorsAllowed(term: string): number {
  if (term.length < 4) return 0;
  return term.length < 7 ? 1 : 2;
}

export class SearchIndex {
  private readonly index: MiniSearch<SearchDocument & { id: number }>;

  constructor(private readonly documents: readonly SearchDocument[]) {
    this.index = new MiniSearch({
      fields: [...FIELDS],
      extractField: (document, field) => {
        if (field === 'id') return document.id;
        if (field === 'title') return hasOwnTitle(document) ? document.title : '';
        if (field === 'heading') return document.heading ?? '';
        if (field === 'term')
          return isTerm(document) ? [document.title, ...document.names].join(' ') : '';
        return document.text;
      },
      tokenize: (text) => wordsIn(text).map(({ word }) => word),
      processTerm: (word) =>
        isEmptyWord(word) ? null : [...new Set([word.toLowerCase(), stem(word)])],
      searchOptions: { boost: { title: 6, heading: 4, term: 3, text: 1 } },
    });
    this.index.addAll(documents.map((document, id) => ({ ...document, id })));
  }

  search(query: string, { kinds, resultsMax }: SearchOptions): readonly SearchResult[] {
    const words = wordsIn(query)
      .map(({ word }) => word)
      .filter((word) => !isEmptyWord(word));
    if (words.length === 0) return [];
    const hits = this.hits(words, kinds);
    return hits.slice(0, resultsMax).flatMap((hit) => {
      const document = this.documents[Number(hit.id)];
      return document === undefined ? [] : [resultOf(document, new Set(hit.terms))];
    });
  }

  private hits(words: readonly string[], kinds: ReadonlySet<SearchKind>): readonly Hit[] {
    const stems = [...new Set(words.map(stem))];
    const ask = (fuzzy: boolean, combineWith: 'AND' | 'OR') =>
      this.index.search(words.join(' '), {
        combineWith,
        // Ending or not: the document has both.
        processTerm: stem,
        prefix: (term) => term.length > 1,
        fuzzy: (term) => fuzzy && errorsAllowed(term),
        filter: ({ id }) => kinds.has(this.documents[Number(id)]?.kind ?? 'quiz'),
        boostDocument: (id) => KIND_WEIGHTS[this.documents[Number(id)]?.kind ?? 'quiz'],
      });
    for (const found of [() => ask(false, 'AND'), () => ask(true, 'AND'), () => ask(true, 'OR')]) {
      const hits = found();
      if (hits.length > 0) return inOrder(hits, stems);
    }
    return [];
  }
}

function hasOwnTitle({ kind, section }: SearchDocument): boolean {
  return kind === 'exercise' || kind === 'quiz' || (kind === 'lesson' && section === null);
}

function isTerm({ kind }: SearchDocument): boolean {
  return kind === 'glossary' || kind === 'c-name';
}

function inOrder(hits: readonly Hit[], stems: readonly string[]): readonly Hit[] {
  const places = new Map(hits.map((hit) => [hit, placeOf(hit, stems)]));
  return [...hits].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || b.score - a.score);
}

/** Which of the fields has every word, counted from the title; after all of them, those that are in several. */
function placeOf(hit: Hit, stems: readonly string[]): number {
  const place = FIELDS.findIndex((field) => {
    const there = Object.entries(hit.match)
      .filter(([, fields]) => fields.includes(field))
      .map(([term]) => term);
    return stems.every((wanted) => there.some((term) => term.startsWith(wanted)));
  });
  return place === -1 ? FIELDS.length : place;
}

function resultOf(document: SearchDocument, found: ReadonlySet<string>): SearchResult {
  const { kind, slug, section, title, heading, text } = document;
  return {
    kind,
    slug,
    section,
    title: marked(title, found),
    heading: heading === null ? null : marked(heading, found),
    excerpt: marked(excerptOf(text, found), found),
  };
}

function isFound(word: string, found: ReadonlySet<string>): boolean {
  return found.has(word.toLowerCase()) || (!isEmptyWord(word) && found.has(stem(word)));
}

function marked(text: string, found: ReadonlySet<string>): Marked {
  const pieces: { text: string; isMatch: boolean }[] = [];
  let from = 0;
  for (const { at, word } of wordsIn(text)) {
    if (!isFound(word, found)) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), isMatch: false });
    pieces.push({ text: word, isMatch: true });
    from = at + word.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isMatch: false });
  return pieces;
}

const EXCERPT_LENGTH = 150;

/** The piece of the text with the most of the words, the first of several; from its beginning if there is none. */
function excerptOf(text: string, found: ReadonlySet<string>): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT_LENGTH) return line;
  const words = wordsIn(line);
  const matches = words.filter(({ word }) => isFound(word, found));
  let best = 0;
  let bestCount = 0;
  for (const { at } of matches) {
    const inside = matches.filter((other) => other.at >= at && other.at < at + EXCERPT_LENGTH - 40);
    const count = new Set(inside.map(({ word }) => stem(word))).size;
    if (count > bestCount) [best, bestCount] = [at, count];
  }
  // From a word's beginning: what stands behind a space.
  const start = best < 60 ? 0 : line.indexOf(' ', best - 40) + 1;
  const last = words.findLast(({ at, word }) => at + word.length <= start + EXCERPT_LENGTH);
  const end = last === undefined ? line.length : last.at + last.word.length;
  const rest = line.slice(end);
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${rest.length > 1 ? '…' : rest}`;
}
