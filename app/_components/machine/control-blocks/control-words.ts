import type { ControlQueue } from '@/lib/kernel/inspection/control-blocks-view';

/** What a queue is called, and how it looks: by colour, dashes and its letter. */
export type QueueLook = {
  readonly name: string;
  readonly short: string;
  readonly color: string;
  readonly dashes: string | undefined;
};

export function queueLook({ kind, device }: ControlQueue): QueueLook {
  switch (kind) {
    case 'ready':
      return { name: 'ready queue', short: 'ready', color: 'var(--lane-5)', dashes: undefined };
    case 'job':
      return { name: 'job queue', short: 'jobs', color: 'var(--lane-4)', dashes: '2 3' };
    case 'device':
      return {
        name: `queue of device ${device ?? ''}`,
        short: `dev ${device ?? ''}`,
        color: 'var(--lane-6)',
        dashes: '6 3',
      };
    case 'sleep':
      return {
        name: 'sleeping, by time of waking',
        short: 'sleep',
        color: 'var(--lane-3)',
        dashes: '8 3 2 3',
      };
  }
}

/** Virtual time, as short as it can be told. */
export function timeText(ns: number): string {
  if (ns < 1_000) return `${ns} ns`;
  if (ns < 1_000_000) return `${short(ns / 1_000)} µs`;
  if (ns < 1_000_000_000) return `${short(ns / 1_000_000)} ms`;
  return `${short(ns / 1_000_000_000)} s`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
