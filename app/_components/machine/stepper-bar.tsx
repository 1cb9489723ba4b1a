'use client';

import { ChevronLeft, ChevronRight, SkipBack, SkipForward } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Direction } from '@/lib/trace/recording/event-steps';
import { Button } from '../ui/button';
import { LINE_STEPS, OTHER_STEPS, type StepKind, type StepOption } from './step-kinds';

type StepperBarProps = {
  readonly onStep: (kind: StepKind, direction: Direction) => void;
  readonly onStart: () => void;
  readonly onEnd: () => void;
  /** What is going on, or why nothing was found. */
  readonly status: ReactNode;
};

/** The ways to the next moment and to the one before. */
export function StepperBar({ onStep, onStart, onEnd, status }: StepperBarProps) {
  const [other, setOther] = useState<StepKind>('call');
  const chosen = OTHER_STEPS.find(({ kind }) => kind === other) ?? OTHER_STEPS[0];
  return (
    <div role="group" aria-label="Steps" className="flex flex-wrap items-center gap-1 text-sm">
      <Jump label="To the beginning" onClick={onStart}>
        <SkipBack aria-hidden />
      </Jump>
      {LINE_STEPS.map((option) => (
        <Pair key={option.kind} option={option} onStep={onStep}>
          {option.label}
        </Pair>
      ))}
      {chosen !== undefined && (
        <Pair option={chosen} onStep={onStep}>
          <select
            aria-label="Step by"
            value={chosen.kind}
            onChange={({ target }) =>
              setOther(OTHER_STEPS.find(({ kind }) => kind === target.value)?.kind ?? other)
            }
            className="h-full max-w-36 bg-transparent px-1"
          >
            {OTHER_STEPS.map(({ kind, label }) => (
              <option key={kind} value={kind} className="bg-surface">
                {label}
              </option>
            ))}
          </select>
        </Pair>
      )}
      <Jump label="To the end" onClick={onEnd}>
        <SkipForward aria-hidden />
      </Jump>
      <p role="status" className="ml-auto min-w-0 px-1 text-muted">
        {status}
      </p>
    </div>
  );
}

type JumpProps = {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
};

function Jump({ label, onClick, children }: JumpProps) {
  return (
    <Button look="quiet" size="icon" className="size-8" aria-label={label} onClick={onClick}>
      {children}
    </Button>
  );
}

type PairProps = {
  readonly option: StepOption;
  readonly onStep: (kind: StepKind, direction: Direction) => void;
  readonly children: ReactNode;
};

/** Back and on by one kind of step. */
function Pair({ option: { kind, label, key, hint }, onStep, children }: PairProps) {
  const side =
    'grid h-full w-7 place-items-center hover:bg-hover focus-visible:outline-offset-[-2px]';
  return (
    <span className="flex h-8 items-center overflow-hidden rounded-md border border-edge bg-surface [&_svg]:size-4">
      <button
        type="button"
        aria-label={`${label}, back`}
        title={`Back: ${hint} (Shift ${key.toUpperCase()})`}
        className={`${side} border-r`}
        onClick={() => onStep(kind, 'backward')}
      >
        <ChevronLeft aria-hidden />
      </button>
      <span className="px-1.5">{children}</span>
      <button
        type="button"
        aria-label={`${label}, on`}
        title={`On: ${hint} (${key.toUpperCase()})`}
        className={`${side} border-l`}
        onClick={() => onStep(kind, 'forward')}
      >
        <ChevronRight aria-hidden />
      </button>
    </span>
  );
}
