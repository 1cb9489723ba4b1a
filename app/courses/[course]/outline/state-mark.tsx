import { Circle, CircleCheck, CircleDot } from 'lucide-react';
import type { ItemState, OutlineItem } from '@/lib/data/outline';

const MARKS = {
  new: { Icon: Circle, look: 'text-edge' },
  begun: { Icon: CircleDot, look: 'text-accent' },
  done: { Icon: CircleCheck, look: 'text-good' },
} as const satisfies Record<ItemState, unknown>;

/** How far the student is with it, by shape and by word. */
export function StateMark({ kind, state }: Pick<OutlineItem, 'kind' | 'state'>) {
  const { Icon, look } = MARKS[state];
  return (
    <>
      <Icon aria-hidden className={`size-[1.15rem] shrink-0 ${look}`} />
      <span className="sr-only">{stateText(kind, state)}: </span>
    </>
  );
}

function stateText(kind: OutlineItem['kind'], state: ItemState): string {
  if (state === 'new') return 'Not begun';
  if (state === 'begun') return 'Begun';
  return kind === 'lesson' ? 'Read' : 'Done';
}
