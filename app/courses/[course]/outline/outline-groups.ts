import type { OutlineItem } from '@/lib/data/outline';

/** A lesson with the tasks after it; null: tasks that follow no lesson of their part. */
export type OutlineGroup = {
  readonly lesson: OutlineItem | null;
  readonly tasks: readonly OutlineItem[];
};

export type OutlinePart = {
  /** Null: of a course that has no parts. */
  readonly title: string | null;
  readonly groups: readonly OutlineGroup[];
  readonly items: readonly OutlineItem[];
};

/** Items of a course in its order, cut where the part changes, and in a part at each lesson. */
export function outlineParts(items: readonly OutlineItem[]): readonly OutlinePart[] {
  const parts: { title: string | null; items: OutlineItem[] }[] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last?.title === item.part) last.items.push(item);
    else parts.push({ title: item.part, items: [item] });
  }
  return parts.map((part) => ({ ...part, groups: groupsOf(part.items) }));
}

function groupsOf(items: readonly OutlineItem[]): readonly OutlineGroup[] {
  const groups: { lesson: OutlineItem | null; tasks: OutlineItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.kind === 'lesson') groups.push({ lesson: item, tasks: [] });
    else if (last === undefined) groups.push({ lesson: null, tasks: [item] });
    else last.tasks.push(item);
  }
  return groups;
}
