/**
 * The processes of a run as they are at any of its moments: who made whom, in which state each is, what it
 * waits for, its threads, and what became of it. The trace is gone through once; a moment is looked up.
 * What of a process doesn't change from one moment to the next is the same object in both.
 * Works for both kinds of trace; one of kind 'checks' knows only of beginnings and ends.
 */
import type {
  ExitStatus,
  ProcessState,
  SourcePosition,
  TraceEvent,
  WaitReason,
} from '../../kernel/events';
import type { Pid } from '../../kernel/pid';

/** A process as it is at one moment. */
export interface ProcessAt {
  readonly pid: Pid;
  /** Who made it; adoption does not move a process in the tree. null: the shell. */
  readonly createdBy: Pid | null;
  /** Who waits for it now: the maker, or init after the maker ended. */
  readonly parent: Pid | null;
  readonly name: string;
  /** Of several threads the one nearest to running. */
  readonly state: ProcessState;
  readonly reason: WaitReason | null;
  readonly status: ExitStatus | null;
  readonly reapedBy: Pid | null;
  /** Where it was forked. */
  readonly at: SourcePosition | null;
  readonly createdStep: number;
  /** In order of creation, the first one first; those that have ended are not there any more. */
  readonly threads: readonly ThreadAt[];
}

export interface ThreadAt {
  readonly id: Pid;
  readonly state: ProcessState;
  readonly reason: WaitReason | null;
}

/** In order of creation. */
export type Processes = readonly ProcessAt[];

export const INIT = 1;

export class ProcessHistory {
  /** The step of each change; a moment is how many changes have happened. */
  private readonly steps: number[] = [];
  private readonly lives: Life[] = [];

  constructor(events: readonly TraceEvent[]) {
    const lives = new Map<Pid, Life>();
    const processOf = new Map<Pid, Pid>();
    for (const event of events) {
      if (Number(event.pid) === INIT) continue;
      if (event.kind === 'created') {
        this.steps.push(event.step);
        const life = { from: [this.steps.length], views: [newProcess(event)] };
        lives.set(event.pid, life);
        this.lives.push(life);
        continue;
      }
      if (event.kind === 'thread-created') processOf.set(event.pid, event.process);
      const life = lives.get(processOf.get(event.pid) ?? event.pid);
      const before = life?.views.at(-1);
      if (life === undefined || before === undefined) continue;
      const after = changed(before, event);
      if (after === before) continue;
      this.steps.push(event.step);
      life.from.push(this.steps.length);
      life.views.push(after);
    }
  }

  /** How many changes there are: the last moment. Moment 0 is before anything. */
  get last(): number {
    return this.steps.length;
  }

  /** The moment at which a run stands that has executed so many instructions. */
  momentAt(step: number): number {
    return countUpTo(this.steps, step);
  }

  /** The step of a moment's last change. */
  stepOf(moment: number): number {
    return this.steps[moment - 1] ?? 0;
  }

  at(moment: number): Processes {
    const found: ProcessAt[] = [];
    for (const { from, views } of this.lives) {
      const view = views[countUpTo(from, moment) - 1];
      if (view === undefined) break;
      found.push(view);
    }
    return found;
  }

  get hasOrphans(): boolean {
    return this.lives.some(({ views }) => isOrphan(views.at(-1)));
  }
}

/** Adopted by init: its maker has ended. */
export function isOrphan(process: ProcessAt | undefined): boolean {
  return (
    process !== undefined && process.createdBy !== null && process.parent !== process.createdBy
  );
}

/** By change: from which moment on a process looks so. */
interface Life {
  readonly from: number[];
  readonly views: ProcessAt[];
}

/** Of ascending numbers, how many are not above `value`. */
export function countUpTo(numbers: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function newProcess(event: TraceEvent & { readonly kind: 'created' }): ProcessAt {
  const { pid, parent, name, at, step } = event;
  return {
    pid,
    createdBy: Number(parent) === INIT ? null : parent,
    parent,
    name,
    state: 'new',
    reason: null,
    status: null,
    reapedBy: null,
    at,
    createdStep: step,
    threads: [{ id: pid, state: 'new', reason: null }],
  };
}

function changed(process: ProcessAt, event: TraceEvent): ProcessAt {
  switch (event.kind) {
    case 'executed':
      return { ...process, name: event.argv[0] ?? event.path };
    case 'thread-created':
      return withThreads(process, [
        ...process.threads,
        { id: event.pid, state: 'new', reason: null },
      ]);
    case 'thread-ended':
      return withThreads(
        process,
        process.threads.filter(({ id }) => id !== event.pid),
      );
    case 'state':
      if (process.status !== null) return process;
      return withThreads(
        process,
        process.threads.map((thread) =>
          thread.id === event.pid
            ? { id: thread.id, state: event.to, reason: event.reason }
            : thread,
        ),
      );
    case 'ended':
      return { ...process, state: 'zombie', reason: null, status: event.status, threads: [] };
    case 'reaped':
      return { ...process, state: 'terminated', reapedBy: event.by };
    case 'reparented':
      return { ...process, parent: event.to };
    default:
      return process;
  }
}

const NEAREST: readonly ProcessState[] = ['running', 'ready', 'new', 'waiting'];

function withThreads(process: ProcessAt, threads: readonly ThreadAt[]): ProcessAt {
  for (const state of NEAREST) {
    const thread = threads.find((each) => each.state === state);
    if (thread !== undefined) return { ...process, threads, state, reason: thread.reason };
  }
  return { ...process, threads };
}
