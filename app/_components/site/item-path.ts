import type { CourseItemKind } from '@/lib/data/outline';

const FOLDERS = {
  lesson: 'lessons',
  quiz: 'quizzes',
  exercise: 'exercises',
} as const satisfies Record<CourseItemKind, string>;

export function itemPath(
  course: string,
  item: { readonly kind: CourseItemKind; readonly slug: string },
): string {
  return `/courses/${course}/${FOLDERS[item.kind]}/${item.slug}`;
}
