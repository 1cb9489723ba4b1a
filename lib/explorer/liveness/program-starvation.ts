/** Starvation in a program: who waits at a lock, a semaphore, a pipe or a queue, and never gets on. */
import type { ExploredMachine, ExploredProgram } from '../machine/explored-program';
import { MachineSystem } from '../machine/machine-system';
import type { ExplorationResult, FoundViolation } from '../result';
import { lineText, Scene } from '../scene';
import type { ThreadId } from '../system';
import { findStarvation } from './starvation';

export type Fairness =
  | { readonly kind: 'fair' }
  | { readonly kind: 'starvation'; readonly violation: FoundViolation }
  /** More states than were to be looked at. */
  | { readonly kind: 'unknown' };

/** A parent that waits for a child, or who waits for a thread's end or a signal, isn't starved by who runs on. */
const PATIENT: ReadonlySet<string> = new Set([
  'wait4',
  'waitid',
  'thread_join',
  'pause',
  'rt_sigsuspend',
  'cond_wait',
]);

export function judgeFairness(
  program: ExploredProgram,
  machine: ExploredMachine,
  statesMax: number,
): Fairness {
  const system = new MachineSystem(program, machine, { timing: 'any', outputs: false });
  const counts = (thread: ThreadId): boolean => {
    const { what } = system.operationOf(thread);
    return what.kind === 'call' && what.call !== undefined && !PATIENT.has(what.call);
  };
  for (;;) {
    const result = findStarvation(system, statesMax, counts);
    system.beginAgain();
    if (result === null) continue;
    if (result.kind === 'none') return { kind: 'fair' };
    if (result.kind === 'too-large') return { kind: 'unknown' };
    for (const move of result.moves) system.take(move);
    const scene = new Scene(system.kernel);
    const at = scene.positionOf(result.thread);
    const others = result.others.map((thread) => scene.nameOf(thread)).join(' and ');
    return {
      kind: 'starvation',
      violation: {
        kind: 'starvation',
        message: `Starvation: ${scene.nameOf(result.thread)} waits${lineText(at)} for ever while ${others} go on and on, in a schedule that is fair to all.`,
        location: at,
        details: { thread: result.thread, others: result.others },
        schedule: system.schedule(),
        steps: result.moves.length,
      },
    };
  }
}

/** What an exploration came to, and whether all are served, in one. */
export function withFairness(result: ExplorationResult, fairness: Fairness): ExplorationResult {
  switch (fairness.kind) {
    case 'fair':
      return result;
    case 'starvation':
      return {
        ...result,
        verdict: 'refuted',
        violations: [...result.violations, fairness.violation],
      };
    case 'unknown':
      return result.verdict === 'refuted'
        ? result
        : {
            ...result,
            verdict: 'no-violation-within-bounds',
            complete: false,
            cutBy: result.cutBy ?? 'states',
          };
  }
}
