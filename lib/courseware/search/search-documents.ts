/** What of a course's parts search looks at. */
import type { GlossaryTerm } from '../glossary';
import type { Lesson } from '../lesson';
import { plainText, sectionsOf, treeOf } from '../lesson-tree';
import type { ReferenceEntry } from '../reference';
import type { SearchDocument } from './search-index';

/** One for each section; the references at the end are none. */
export function lessonDocuments({ slug, title, summary, body }: Lesson): readonly SearchDocument[] {
  return sectionsOf(treeOf(body))
    .filter(({ id }) => id !== 'references')
    .map(({ id, heading, content }) => {
      const text = content.map(plainText).join(' ');
      return {
        ...{ kind: 'lesson', slug, section: id, title, heading, names: [] },
        text: id === null ? `${summary} ${text}` : text,
      };
    });
}

export function glossaryDocument({ slug, term, forms, text }: GlossaryTerm): SearchDocument {
  return {
    ...{ kind: 'glossary', slug, section: null, title: term, heading: null },
    ...{ names: forms.filter((form) => form !== term), text: text.replaceAll('`', '') },
  };
}

/** Only what the exercise's page shows to everyone of the course. */
export function exerciseDocument(slug: string, title: string, statement: string): SearchDocument {
  return {
    ...{ kind: 'exercise', slug, section: null, title, heading: null, names: [] },
    text: plainText(treeOf(statement)),
  };
}

export function quizDocument(slug: string, title: string): SearchDocument {
  return { kind: 'quiz', slug, section: null, title, heading: null, names: [], text: '' };
}

export function cNameDocument({ name, header, does, gives }: ReferenceEntry): SearchDocument {
  return {
    ...{ kind: 'c-name', slug: name, section: null, title: name, heading: null, names: [] },
    text: `${does} ${gives ?? ''} <${header}>`,
  };
}
