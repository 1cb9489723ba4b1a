'use client';

import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { cn } from '../../ui/class-names';
import { type Choice, Choices } from '../choices';
import { FigureFrame } from '../figure-frame';
import { consume, emptyRing, isEmpty, isFull, produce, type Ring } from './ring';

const CHOICES = [
  {
    name: 'form',
    label: 'How full and empty are told apart',
    options: [
      { value: 'in-out', text: 'one slot stays free' },
      { value: 'semaphores', text: 'two semaphores' },
    ],
  },
  {
    name: 'size',
    label: 'Slots',
    options: [
      { value: '3', text: '3' },
      { value: '6', text: '6' },
      { value: '10', text: '10' },
    ],
  },
] as const satisfies readonly Choice<string>[];

/** Slots in a circle; the reader is producer and consumer. */
export function BoundedBufferFigure() {
  const [chosen, setChosen] = useState({ form: 'in-out', size: '6' });
  const start = (now: typeof chosen) =>
    emptyRing(now.form === 'semaphores' ? 'semaphores' : 'in-out', Number(now.size));
  const [ring, setRing] = useState(() => start(chosen));
  return (
    <FigureFrame
      label="A bounded buffer"
      caption="Between out and in lie the items, in the order of their arrival. Fill it: with in and out alone it is full while a slot is still free, since otherwise full would look like empty."
      table={{
        head: ['Slot', 'Holds', 'Pointed to by'],
        rows: ring.slots.map((item, slot) => [
          String(slot),
          item ?? 'nothing',
          pointersAt(ring, slot).join(' and '),
        ]),
      }}
    >
      <Choices
        choices={CHOICES}
        chosen={chosen}
        onChoose={(name, value) => {
          const now = { ...chosen, [name]: value };
          setChosen(now);
          setRing(start(now));
        }}
      />
      <Slots ring={ring} />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          disabled={ring.waiting === 'producer'}
          onClick={() => setRing(produce(ring))}
        >
          Produce
        </Button>
        <Button
          size="sm"
          disabled={ring.waiting === 'consumer'}
          onClick={() => setRing(consume(ring))}
        >
          Consume
        </Button>
        <Button look="quiet" size="sm" onClick={() => setRing(start(chosen))}>
          <RotateCcw aria-hidden />
          Empty it
        </Button>
        {ring.form === 'semaphores' && (
          <span className="ml-auto text-sm tabular-nums">
            <code>empty</code> {ring.empty}, <code>full</code> {ring.full}
          </span>
        )}
      </div>
      <p role="status" className="mt-2 min-h-[2lh] text-sm">
        {standing(ring)}
      </p>
    </FigureFrame>
  );
}

function pointersAt(ring: Ring, slot: number): readonly string[] {
  return [...(ring.in === slot ? ['in'] : []), ...(ring.out === slot ? ['out'] : [])];
}

function standing(ring: Ring): string {
  const got = ring.consumed.length === 0 ? '' : ` Consumed so far: ${ring.consumed.join(' ')}.`;
  if (ring.waiting === 'producer')
    return `The buffer is full: the producer waits until something is consumed.${got}`;
  if (ring.waiting === 'consumer')
    return `The buffer is empty: the consumer waits until something is produced.${got}`;
  if (isFull(ring))
    return `Full with ${ring.full} ${ring.full === 1 ? 'item' : 'items'} in ${ring.slots.length} slots.${got}`;
  if (isEmpty(ring)) return `Empty: in and out are the same.${got}`;
  return `${ring.full} ${ring.full === 1 ? 'item' : 'items'}.${got}`;
}

function Slots({ ring }: { readonly ring: Ring }) {
  return (
    <ol
      aria-label="Slots"
      className="mt-4 grid gap-1 text-center"
      style={{ gridTemplateColumns: `repeat(${ring.slots.length}, minmax(1.9rem, 3.5rem))` }}
    >
      {ring.slots.map((item, slot) => {
        const pointers = pointersAt(ring, slot);
        return (
          <li key={slot} className="grid gap-0.5">
            <span className="flex h-9 flex-col items-center justify-end text-sm leading-tight font-semibold">
              {pointers.length > 0 && (
                <>
                  {pointers.join(' ')}
                  <span aria-hidden className="text-accent">
                    ▾
                  </span>
                </>
              )}
            </span>
            <span
              className={cn(
                'grid h-11 place-items-center rounded-sm border font-mono font-semibold',
                item === null ? 'border-dashed border-edge' : 'border-accent bg-accent-soft',
              )}
            >
              {item ?? <span className="sr-only">nothing</span>}
            </span>
            <span className="text-2xs text-muted">{slot}</span>
          </li>
        );
      })}
    </ol>
  );
}
