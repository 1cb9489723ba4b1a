import type { ProcessState } from '@/lib/kernel/events';

/** How a process state looks in every figure: its own colour, shape and letter. */
export type StateLook = {
  readonly letter: string;
  readonly color: string;
  readonly shape: 'dashed-circle' | 'circle' | 'arrow' | 'square' | 'diamond' | 'octagon';
  readonly meaning: string;
};

export const STATE_LOOKS: Readonly<Record<ProcessState, StateLook>> = {
  new: {
    letter: 'N',
    color: 'var(--state-new)',
    shape: 'dashed-circle',
    meaning: 'being made',
  },
  ready: {
    letter: 'R',
    color: 'var(--state-ready)',
    shape: 'circle',
    meaning: 'could run, waits for the processor',
  },
  running: {
    letter: '▶',
    color: 'var(--state-running)',
    shape: 'arrow',
    meaning: 'has the processor',
  },
  waiting: {
    letter: 'W',
    color: 'var(--state-waiting)',
    shape: 'square',
    meaning: 'waits for an event',
  },
  zombie: {
    letter: 'Z',
    color: 'var(--state-zombie)',
    shape: 'diamond',
    meaning: 'ended, and nobody has waited for it',
  },
  terminated: {
    letter: 'T',
    color: 'var(--state-terminated)',
    shape: 'octagon',
    meaning: 'ended and waited for',
  },
};

export const STATES = [
  'new',
  'ready',
  'running',
  'waiting',
  'zombie',
  'terminated',
] as const satisfies readonly ProcessState[];
