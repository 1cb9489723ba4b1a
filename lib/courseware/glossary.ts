/** The glossary: `content/glossary.yaml`, the words that the chapter teaches. Data, never code. */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { headingId } from './heading-id';

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);
const form = z.string().min(2).max(60);

const termSchema = z.strictObject({
  /** As a heading: `zombie`, and where one word has two meanings `port (network)`. */
  term: form,
  /** What it is also called, in the singular. The term itself is one, unless it has brackets or `codes`. */
  forms: z.array(form).default([]),
  /** Other wordings that are linked to it and are no names: `swapped out` for swapping. */
  wordings: z.array(form).default([]),
  /** Everyday words that are this term only where a lesson sets them in bold or italics. */
  emphasised: z.array(form).default([]),
  /** Names of calls that stand for the term where they are all of a piece of code in a line. */
  codes: z.array(z.string().min(2).max(40)).default([]),
  /** One to three sentences; code between backticks. */
  text: z.string().min(20).max(320),
  /** The lessons in which the word has this meaning; all of them if left out. */
  only: z.array(slug).min(1).optional(),
  /** The lesson that explains it, and the section's id. */
  explained: z.string().regex(/^[a-z][a-z0-9-]*(?:#[a-z0-9-]+)?$/),
  /** A word of every paragraph: linked once in a lesson, not once in each of its sections. */
  frequent: z.boolean().default(false),
  see: z.array(form).default([]),
});

export interface GlossaryTerm {
  readonly slug: string;
  readonly term: string;
  /** Other names. */
  readonly names: readonly string[];
  /** All that is taken for the term in running text, the term itself too. Those with a capital letter as they are. */
  readonly forms: readonly string[];
  readonly emphasised: readonly string[];
  readonly codes: readonly string[];
  readonly text: string;
  readonly only: readonly string[] | null;
  readonly explained: { readonly lesson: string; readonly section: string | null };
  readonly frequent: boolean;
  /** Slugs. */
  readonly see: readonly string[];
}

/** In alphabetical order. Throws with a message that names the place: broken content is ours to mend. */
export function parseGlossary(text: string): readonly GlossaryTerm[] {
  const terms = z
    .array(termSchema)
    .min(1)
    .parse(parseYaml(text))
    .map((written): GlossaryTerm => {
      const [lesson = '', section] = written.explained.split('#');
      const { term, emphasised, codes, text: meaning, frequent } = written;
      return {
        ...{ term, emphasised, codes, text: meaning, frequent },
        slug: headingId(written.term),
        names: written.forms,
        forms: [
          ...(written.term.endsWith(')') || written.codes.length > 0 ? [] : [written.term]),
          ...written.forms,
          ...written.wordings,
        ],
        only: written.only ?? null,
        explained: { lesson, section: section ?? null },
        see: written.see.map(headingId),
      };
    });
  const problems = [...repeated(terms), ...pointsNowhere(terms)];
  if (problems.length > 0) throw new Error(`glossary.yaml:\n${problems.join('\n')}`);
  return terms.sort((a, b) => a.term.localeCompare(b.term, 'en'));
}

/** Two terms with one name, or with one form in the same lesson. */
function repeated(terms: readonly GlossaryTerm[]): readonly string[] {
  return terms.flatMap((term, at) =>
    terms.slice(at + 1).flatMap((other) => {
      if (term.slug === other.slug) return [`"${term.term}" is there twice`];
      const together =
        term.only === null ||
        other.only === null ||
        term.only.some((lesson) => other.only?.includes(lesson));
      const both = [
        ...term.forms.filter((word) => other.forms.includes(word)),
        ...term.emphasised.filter((word) => other.emphasised.includes(word)),
      ];
      return together && both.length > 0
        ? [`"${both.join('", "')}" can be "${term.term}" and "${other.term}"`]
        : [];
    }),
  );
}

function pointsNowhere(terms: readonly GlossaryTerm[]): readonly string[] {
  const slugs = new Set(terms.map((term) => term.slug));
  return terms.flatMap(({ term, slug: own, see }) =>
    see
      .filter((other) => !slugs.has(other) || other === own)
      .map((other) => `"${term}" points to "${other}"`),
  );
}
