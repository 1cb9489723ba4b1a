'use client';

import { ChevronLeft, ChevronRight, Hourglass, RotateCcw, X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { WithCode } from '../../editor/with-code';
import { Button } from '../../ui/button';
import { cn } from '../../ui/class-names';
import { type Choice, type Chosen, Choices, firstOptions } from '../choices';
import { FigureFrame } from '../figure-frame';
import type { Sequence, SequenceStep } from './sequence';

type SequenceFigureProps<Name extends string> = {
  readonly label: string;
  readonly caption: string;
  readonly choices: readonly Choice<Name>[];
  /** Made anew whenever the reader chooses something else. */
  readonly sequence: (chosen: Chosen<Name>) => Sequence;
};

/** Lanes of who takes part, time running down; the reader goes through the steps, and changes what happens. */
export function SequenceFigure<Name extends string>({
  label,
  caption,
  choices,
  sequence,
}: SequenceFigureProps<Name>) {
  const [chosen, setChosen] = useState(() => firstOptions(choices));
  const { lanes, steps, results } = sequence(chosen);
  const [position, setPosition] = useState(1);
  const at = Math.min(position, steps.length);
  const current = steps[at - 1];
  const isOver = at === steps.length;
  const stepsId = useId();

  const go = (to: number) => setPosition(Math.max(1, Math.min(to, steps.length)));
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 1, End: steps.length }[event.key];
    if (to === undefined || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest('[role=radiogroup]') !== null) return;
    event.preventDefault();
    go(to);
  };

  return (
    <FigureFrame
      label={label}
      caption={caption}
      table={{
        head: ['Step', 'Who', 'What'],
        rows: steps.map((step, k) => [String(k + 1), whoText(lanes, step), step.label]),
      }}
    >
      <div onKeyDown={onKeyDown}>
        <Choices
          choices={choices}
          chosen={chosen}
          onChoose={(name, value) => {
            setChosen({ ...chosen, [name]: value });
            setPosition(1);
          }}
        />
        <div
          className="mt-3 grid gap-x-1 text-center text-sm font-semibold"
          style={{ gridTemplateColumns: `repeat(${lanes.length}, minmax(0, 1fr))` }}
        >
          {lanes.map((lane) => (
            <p key={lane} className="self-end pb-1">
              {lane}
            </p>
          ))}
        </div>
        <ol
          id={stepsId}
          aria-label="Steps"
          className="relative grid auto-rows-min gap-y-1.5 border-y py-2"
        >
          <LaneLines count={lanes.length} />
          {steps.map((step, k) => (
            <StepRow
              key={k}
              step={step}
              laneCount={lanes.length}
              isCurrent={k === at - 1}
              isPast={k < at - 1}
              onChoose={() => go(k + 1)}
            />
          ))}
        </ol>
        <div className="mt-2 flex items-center gap-1">
          <Button look="quiet" size="icon" aria-label="From the beginning" onClick={() => go(1)}>
            <RotateCcw aria-hidden />
          </Button>
          <Button
            look="quiet"
            size="icon"
            aria-label="Step back"
            aria-controls={stepsId}
            disabled={at <= 1}
            onClick={() => go(at - 1)}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <Button size="sm" aria-controls={stepsId} disabled={isOver} onClick={() => go(at + 1)}>
            Next step
            <ChevronRight aria-hidden />
          </Button>
          <span className="ml-auto text-sm text-muted tabular-nums">
            {at} of {steps.length}
          </span>
        </div>
        <p role="status" className="mt-2 min-h-[3lh] text-sm sm:min-h-[2lh]">
          {current !== undefined && <WithCode text={current.says} />}
          {isOver && results.length > 0 && (
            <span className="mt-1 block font-medium">
              {results.map(([name, value]) => `${name}: ${value}`).join(' · ')}
            </span>
          )}
        </p>
      </div>
    </FigureFrame>
  );
}

function whoText(lanes: readonly string[], { from, to, look }: SequenceStep): string {
  const sender = lanes[from] ?? '';
  if (from === to) return look === 'wait' ? `${sender} waits` : sender;
  return `${sender} → ${lanes[to] ?? ''}${look === 'lost' ? ' (lost)' : ''}`;
}

/** One thin line down each lane. */
function LaneLines({ count }: { readonly count: number }) {
  return (
    <li
      aria-hidden
      className="pointer-events-none absolute inset-0 grid"
      style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }}
    >
      {Array.from({ length: count }, (_, k) => (
        <span key={k} className="mx-auto w-px bg-line" />
      ))}
    </li>
  );
}

type StepRowProps = {
  readonly step: SequenceStep;
  readonly laneCount: number;
  readonly isCurrent: boolean;
  readonly isPast: boolean;
  readonly onChoose: () => void;
};

function StepRow({ step, laneCount, isCurrent, isPast, onChoose }: StepRowProps) {
  const { from, to, label, look } = step;
  const first = Math.min(from, to);
  const span = Math.abs(from - to) + 1;
  return (
    <li
      className="relative grid gap-x-1"
      style={{ gridTemplateColumns: `repeat(${laneCount}, minmax(0, 1fr))` }}
    >
      <button
        type="button"
        aria-current={isCurrent ? 'step' : undefined}
        onClick={onChoose}
        style={{ gridColumn: `${first + 1} / span ${span}` }}
        className={cn(
          'min-w-0 rounded-md text-center text-sm leading-tight',
          // What is still to come is there, and quieter.
          isCurrent || isPast ? 'text-ink' : 'text-muted',
          span === 1 && 'border bg-surface px-1.5 py-1',
          span === 1 && look === 'wait' && 'border-dashed',
          isCurrent && span === 1 && 'border-accent bg-accent-soft',
        )}
      >
        {span === 1 ? (
          <span className="inline-flex items-center gap-1">
            {look === 'wait' && <Hourglass aria-hidden className="size-3.5 shrink-0" />}
            <WithCode text={label} />
          </span>
        ) : (
          <MessageArrow step={step} span={span} isCurrent={isCurrent} isPast={isPast} />
        )}
      </button>
    </li>
  );
}

/** From the middle of one lane to the middle of the other, its text above the line. */
function MessageArrow({
  step: { from, to, label, look },
  span,
  isCurrent,
  isPast,
}: {
  readonly step: SequenceStep;
  readonly span: number;
  readonly isCurrent: boolean;
  readonly isPast: boolean;
}) {
  const isRight = to > from;
  const isLost = look === 'lost';
  const inset = `${50 / span}%`;
  return (
    <span className={cn('block', isCurrent && 'text-accent')} style={{ paddingInline: inset }}>
      <span className="block px-2 pb-0.5">
        <span className={cn('bg-surface px-1', isLost && 'line-through')}>
          <WithCode text={label} />
        </span>
      </span>
      <span className={cn('flex items-center', !isRight && 'flex-row-reverse')} aria-hidden>
        <span
          className={cn(
            'h-0 flex-1 border-t-2',
            isPast || isCurrent ? 'border-current' : 'border-line',
            isLost && 'border-dashed',
            isLost && (isRight ? 'mr-[35%]' : 'ml-[35%]'),
          )}
        />
        {isLost ? (
          <X className={cn('size-4 shrink-0 text-bad', isRight ? '-ml-[37%]' : '-mr-[37%]')} />
        ) : (
          <svg
            viewBox="0 0 8 10"
            className={cn('-ml-0.5 h-2.5 w-2 shrink-0', !isRight && '-mr-0.5 ml-0 rotate-180')}
          >
            <path d="M0 0 L8 5 L0 10 Z" fill="currentColor" />
          </svg>
        )}
      </span>
    </span>
  );
}
