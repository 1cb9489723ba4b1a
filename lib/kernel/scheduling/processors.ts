/**
 * The simulated processors. Each has a clock of its own; the machine always goes on with the one that is
 * furthest behind, for a short while at most, so that what happens on several happens in about the order
 * of their clocks, and always in the same order. `KernelState.timeNs` is the clock of the one that acts.
 */
import type { KernelState } from '../kernel-state';
import type { Pid } from '../pid';
import type { Processor } from './processor-state';

/** So much may one processor be ahead of another that has something to do. */
const AHEAD_NS_MAX = 1_000;

export function currentProcessor(state: KernelState): Processor {
  const processor = state.processors[state.current];
  if (processor === undefined) throw new Error(`no processor ${state.current}`);
  return processor;
}

export function processorOf(state: KernelState, pid: Pid): Processor | null {
  return state.processors.find(({ running }) => running === pid) ?? null;
}

/** Of those that are ready, in their order, whom the processor may take. */
export function readyFor(state: KernelState, { index }: Processor): readonly Pid[] {
  if (state.processors.length === 1) return state.ready;
  return state.ready.filter((pid) => mayRunOn(state.threads.get(pid)?.affinity ?? 0n, index));
}

export function mayRunOn(affinity: bigint, processor: number): boolean {
  return ((affinity >> BigInt(processor)) & 1n) !== 0n;
}

export function someProcessorIsIdle(state: KernelState): boolean {
  return state.processors.some(({ running }) => running === null);
}

/**
 * The processor that acts next, made the current one. Null: nobody is ready or runs. The current one goes
 * on to the end of its turn; then it is the one furthest behind among those that run somebody or could
 * take somebody from the ready queue, the free ones first among equals.
 */
export function selectProcessor(state: KernelState): Processor | null {
  const current = currentProcessor(state);
  if (state.processors.length === 1) {
    current.timeNs = state.timeNs;
    return current.running === null && state.ready.length === 0 ? null : current;
  }
  if (current.running !== null && current.timeNs < state.turnEndNs) return current;
  const [next, after] = candidates(state);
  if (next === undefined) return null;
  state.current = next.processor.index;
  next.processor.timeNs = next.timeNs;
  state.timeNs = next.timeNs;
  state.turnEndNs = (after?.timeNs ?? Infinity) + AHEAD_NS_MAX;
  return next.processor;
}

/** Somebody became ready, whom a free processor may want to take. */
export function shortenTurn(state: KernelState): void {
  if (state.processors.length > 1)
    state.turnEndNs = Math.min(state.turnEndNs, state.timeNs + AHEAD_NS_MAX);
}

interface Candidate {
  readonly processor: Processor;
  readonly timeNs: number;
}

/** Who could act, the one furthest behind first. */
function candidates(state: KernelState): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const processor of state.processors) {
    const { running, timeNs } = processor;
    if (running !== null) {
      found.push({ processor, timeNs });
      continue;
    }
    const ready = readyFor(state, processor);
    if (ready.length > 0)
      found.push({ processor, timeNs: Math.max(timeNs, earliestReady(state, ready)) });
  }
  return found.sort(
    (a, b) =>
      a.timeNs - b.timeNs ||
      Number(a.processor.running !== null) - Number(b.processor.running !== null),
  );
}

/** Since when the first of `ready` is. */
function earliestReady(state: KernelState, ready: readonly Pid[]): number {
  return ready.reduce(
    (earliest, pid) => Math.min(earliest, state.scheduling.get(pid)?.readySinceNs ?? 0),
    Infinity,
  );
}
