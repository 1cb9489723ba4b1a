import type { SearchResult } from '@/lib/courseware/search/search-index';
import { itemPath } from '../site/item-path';

export function searchPath(course: string, query = ''): string {
  return `/courses/${course}/search${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`;
}

export function resultPath(
  course: string,
  { kind, slug, section }: Pick<SearchResult, 'kind' | 'slug' | 'section'>,
): string {
  switch (kind) {
    case 'glossary':
      return `/courses/${course}/glossary#${slug}`;
    case 'c-name':
      return `/reference/${slug}`;
    case 'lesson':
    case 'exercise':
    case 'quiz':
      return `${itemPath(course, { kind, slug })}${section === null ? '' : `#${section}`}`;
  }
}

export const RESULT_KINDS = {
  lesson: 'Lesson',
  glossary: 'Glossary',
  exercise: 'Exercise',
  quiz: 'Quiz',
  'c-name': 'C library',
} as const satisfies Record<SearchResult['kind'], string>;
