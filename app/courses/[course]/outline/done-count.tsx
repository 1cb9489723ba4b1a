import type { OutlineItem } from '@/lib/data/outline';

type DoneCountProps = {
  readonly kind: OutlineItem['kind'];
  readonly count: number;
  readonly of: number;
};

/** For instructors: how many of the class have read the lesson, or done the task. */
export function DoneCount({ kind, count, of }: DoneCountProps) {
  if (of === 0) return null;
  return (
    <span className="min-w-24 shrink-0 pt-0.5 text-right text-sm text-muted tabular-nums max-sm:min-w-0">
      {count} of {of}
      <span className="max-sm:sr-only">{kind === 'lesson' ? ' read' : ' done'}</span>
    </span>
  );
}
