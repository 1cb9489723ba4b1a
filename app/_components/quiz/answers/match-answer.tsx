'use client';

import { useId, useState } from 'react';
import { cn } from '@/app/_components/ui/class-names';
import { recordAnswer } from '@/lib/grading/quiz/given';
import type { ViewItem } from '../question-view';
import type { AnswerProps } from './answer-props';

type MatchAnswerProps = AnswerProps & {
  readonly left: readonly ViewItem[];
  readonly right: readonly ViewItem[];
};

/** Each on the left gets its partner: chosen from a list, or dragged to it. */
export function MatchAnswer({ left, right, labelledBy, value, onChange }: MatchAnswerProps) {
  const [dragged, setDragged] = useState<string | null>(null);
  const chosen = recordAnswer(value);
  const choose = (id: string, partner: string) => onChange({ ...chosen, [id]: partner });
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <ul aria-label="To choose from" className="mb-3 flex flex-wrap gap-2 text-sm">
        {right.map((item) => (
          <li
            key={item.id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'copy';
              setDragged(item.id);
            }}
            onDragEnd={() => setDragged(null)}
            className="cursor-grab rounded-md border border-edge bg-surface px-2.5 py-1"
          >
            {item.shown}
          </li>
        ))}
      </ul>
      <ul className="divide-y rounded-md border bg-surface">
        {left.map((item) => (
          <MatchLine
            key={item.id}
            item={item}
            right={right}
            chosen={chosen[item.id] ?? ''}
            isTarget={dragged !== null}
            onChoose={(partner) => choose(item.id, partner)}
            onDrop={() => {
              if (dragged !== null) choose(item.id, dragged);
            }}
          />
        ))}
      </ul>
    </div>
  );
}

type MatchLineProps = {
  readonly item: ViewItem;
  readonly right: readonly ViewItem[];
  readonly chosen: string;
  readonly isTarget: boolean;
  readonly onChoose: (partner: string) => void;
  readonly onDrop: () => void;
};

function MatchLine({ item, right, chosen, isTarget, onChoose, onDrop }: MatchLineProps) {
  const id = useId();
  return (
    <li
      onDragOver={(event) => {
        if (isTarget) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      className={cn(
        'grid items-center gap-x-4 gap-y-1 px-3 py-2 sm:grid-cols-2',
        isTarget && 'bg-accent-soft',
      )}
    >
      <div id={id} className="min-w-0">
        {item.shown}
      </div>
      <select
        aria-labelledby={id}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
        className="h-10 w-full min-w-0 rounded-md border border-edge bg-surface px-2 text-ink"
      >
        <option value="">choose …</option>
        {right.map((partner) => (
          <option key={partner.id} value={partner.id}>
            {partner.text}
          </option>
        ))}
      </select>
    </li>
  );
}
