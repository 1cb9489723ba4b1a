import type { Pid } from '@/lib/kernel/pid';
import type { Direction } from '@/lib/trace/recording/event-steps';
import type { SourceLine, Target } from '@/lib/trace/recording/stepping';

/** What one steps by. */
export type StepKind =
  | 'over'
  | 'into'
  | 'out'
  | 'call'
  | 'switch'
  | 'output'
  | 'error'
  | 'breakpoint'
  | 'cursor'
  | 'watch'
  | 'instruction';

export type StepOption = {
  readonly kind: StepKind;
  readonly label: string;
  /** With it forwards, with Shift and it backwards, while the stepper has the focus. */
  readonly key: string;
  readonly hint: string;
};

/** Lines are stepped by all the time: each has a place of its own in the bar. */
export const LINE_STEPS: readonly StepOption[] = [
  { kind: 'over', label: 'Over', key: 'n', hint: 'the next line, not into functions called there' },
  { kind: 'into', label: 'Into', key: 's', hint: 'the next line of whoever runs' },
  { kind: 'out', label: 'Out', key: 'o', hint: 'back where the present function was called' },
];

/** The others are chosen from a list. */
export const OTHER_STEPS: readonly StepOption[] = [
  { kind: 'call', label: 'system call', key: 'c', hint: 'the next system call' },
  { kind: 'switch', label: 'context switch', key: 'x', hint: 'the next context switch' },
  { kind: 'output', label: 'output', key: 'p', hint: 'where something is printed' },
  { kind: 'error', label: 'error', key: 'e', hint: 'where something goes wrong' },
  { kind: 'breakpoint', label: 'breakpoint', key: 'b', hint: 'a line with a breakpoint' },
  { kind: 'cursor', label: 'cursor', key: 'u', hint: 'the line of the editor’s cursor' },
  { kind: 'watch', label: 'watch changes', key: 'w', hint: 'where the first watch changes' },
  { kind: 'instruction', label: 'instruction', key: 'i', hint: 'one machine instruction' },
];

export const ALL_STEPS: readonly StepOption[] = [...LINE_STEPS, ...OTHER_STEPS];

export type StepContext = {
  /** Whose steps; null: everybody's. */
  readonly thread: Pid | null;
  readonly running: Pid | null;
  readonly breakpoints: readonly SourceLine[];
  readonly cursor: SourceLine | null;
  readonly watches: readonly string[];
};

/** Or why there is nothing to look for. */
export function targetOf(kind: StepKind, context: StepContext): Target | string {
  const { thread, running, breakpoints, cursor, watches } = context;
  const who = thread ?? running;
  switch (kind) {
    case 'into':
      return { kind: 'line', thread };
    case 'over':
      return who === null ? { kind: 'line', thread } : { kind: 'over', thread: who };
    case 'out':
      return who === null ? 'Nobody runs at this moment.' : { kind: 'out', thread: who };
    case 'instruction':
      return { kind: 'instruction' };
    case 'breakpoint':
      return breakpoints.length === 0
        ? 'There is no breakpoint: click beside a line number in the editor.'
        : { kind: 'place', lines: breakpoints, thread };
    case 'cursor':
      return cursor === null
        ? 'Put the editor’s cursor on a line first.'
        : { kind: 'place', lines: [cursor], thread };
    case 'watch': {
      const [expression] = watches;
      if (expression === undefined) return 'Nothing is watched yet.';
      return who === null
        ? 'Nobody runs at this moment.'
        : { kind: 'change', expression, thread: who };
    }
    default:
      return { kind: 'event', of: kind, thread };
  }
}

/** Why a search came back without a moment. */
export function missedText(target: Target, direction: Direction): string {
  const which = direction === 'forward' ? 'further' : 'earlier';
  switch (target.kind) {
    case 'line':
    case 'instruction':
      return direction === 'forward' ? 'This is the end of the run.' : 'This is its beginning.';
    case 'over':
      return `This thread has no ${which} line here. Into goes on with whoever runs.`;
    case 'out':
      return `No ${which} line of a function that called this one.`;
    case 'place':
      return `Nobody comes there at a ${which} moment.`.replace('a earlier', 'an earlier');
    case 'change':
      return `${target.expression} has no ${which} change.`;
    case 'event':
      return `No ${which} ${EVENT_NAMES[target.of]}.`;
  }
}

const EVENT_NAMES = {
  any: 'event',
  call: 'system call',
  switch: 'context switch',
  output: 'output',
  error: 'error',
} as const;

export function stepOfKey(key: string): { kind: StepKind; direction: Direction } | null {
  const step = ALL_STEPS.find((each) => each.key === key.toLowerCase());
  if (step === undefined) return null;
  return { kind: step.kind, direction: key === step.key ? 'forward' : 'backward' };
}
