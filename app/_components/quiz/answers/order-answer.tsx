'use client';

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { cn } from '@/app/_components/ui/class-names';
import { listAnswer } from '@/lib/grading/quiz/given';
import type { ViewItem } from '../question-view';
import type { AnswerProps } from './answer-props';

type OrderAnswerProps = AnswerProps & { readonly items: readonly ViewItem[] };

/** Items in a list: moved by their buttons, by Alt and an arrow key, or dragged. */
export function OrderAnswer({ items, labelledBy, value, onChange }: OrderAnswerProps) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const order = inOrder(items, listAnswer(value));
  const isAnswered = listAnswer(value).length > 0;

  function move(id: string, to: number) {
    const item = items.find((each) => each.id === id);
    if (item === undefined || to < 0 || to >= order.length) return;
    const ids = order.map((each) => each.id).filter((other) => other !== id);
    ids.splice(to, 0, id);
    onChange(ids);
    setTold(`${item.text}: place ${to + 1} of ${order.length}`);
  }

  return (
    <div>
      <p className="mb-2 text-sm text-muted">
        Put them in order, the first on top: drag, or use the arrows.
      </p>
      <ol aria-labelledby={labelledBy} className="space-y-1.5">
        {order.map((item, at) => (
          <li
            key={item.id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(item.id);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (dragged !== item.id) move(dragged, at);
            }}
            onDrop={(event) => event.preventDefault()}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              move(item.id, event.key === 'ArrowUp' ? at - 1 : at + 1);
            }}
            className={cn(
              'flex items-center gap-2 rounded-md border bg-surface py-1 pr-1 pl-2',
              dragged === item.id && 'border-accent bg-accent-soft',
            )}
          >
            <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-muted" />
            <span className="w-5 text-right text-sm text-muted tabular-nums">{at + 1}</span>
            <div className="min-w-0 flex-1">{item.shown}</div>
            <Button
              look="quiet"
              size="icon"
              aria-label={`Move up: ${item.text}`}
              aria-disabled={at === 0}
              onClick={() => move(item.id, at - 1)}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              look="quiet"
              size="icon"
              aria-label={`Move down: ${item.text}`}
              aria-disabled={at === order.length - 1}
              onClick={() => move(item.id, at + 1)}
            >
              <ArrowDown aria-hidden />
            </Button>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
      {!isAnswered && (
        <Button
          look="quiet"
          size="sm"
          className="mt-2"
          onClick={() => onChange(order.map(({ id }) => id))}
        >
          It is in order as it stands
        </Button>
      )}
    </div>
  );
}

function inOrder(items: readonly ViewItem[], ids: readonly string[]): readonly ViewItem[] {
  const placed = ids.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return [...placed, ...items.filter((item) => !placed.includes(item))];
}
