/**
 * Makes an execution again from its schedule, choice by choice, and tells what happens in it. A choice is
 * at most one operation, so more is seen than the steps of a search, which take what is private together.
 */
import { bootProgram } from '../../kernel/boot';
import type { Kernel } from '../../kernel/kernel';
import { newKernel } from '../../kernel/new-kernel';
import { begin, executeRunning, handleRunningTrap } from '../../kernel/run-chosen';
import { endStuckRun } from '../../kernel/run-loop';
import { currentProcessor } from '../../kernel/scheduling/processors';
import { parseSchedule } from '../../kernel/scheduling/schedule-text';
import type { Choice } from '../../kernel/scheduling/scheduler';
import { hasDeliverable } from '../../kernel/signals/signal-delivery';
import { canWriteOn } from '../../kernel/files/pipes';
import { canAcquire } from '../../kernel/threads/mutexes';
import { endInput, receiveInput } from '../../kernel/terminal/terminal';
import type { ExploredMachine, ExploredProgram } from '../machine/explored-program';
import type { Action as MachineAction } from '../machine/operation';
import type { Occurrence } from '../occurrence';
import { occurred, upcoming, type Upcoming } from '../operations/follower';
import type { EndKind } from '../properties/observer';
import { Scene } from '../scene';
import { ThreadNames } from '../words/thread-names';

export interface Visitor {
  /** In the state before each choice. */
  about?(before: Upcoming, scene: Scene): void;
  /** In the state after each choice; `choice` counts from 0. */
  happened(occurrence: Occurrence, scene: Scene, choice: number): void;
}

export type Followed =
  | {
      readonly kind: 'followed';
      readonly kernel: Kernel;
      readonly scene: Scene;
      /** null: the schedule ends before the execution does. */
      readonly end: EndKind | null;
      readonly choices: number;
    }
  /** The schedule is of another version, or another program. */
  | { readonly kind: 'misfit'; readonly message: string };

export interface FollowOptions {
  readonly program: ExploredProgram;
  readonly machine: ExploredMachine;
  readonly schedule: string;
  readonly trace?: 'full' | 'checks';
  /** Names of all who will be there, from following it before. */
  readonly names?: ThreadNames;
}

export function followSchedule(options: FollowOptions, visitor: Visitor): Followed {
  const parsed = parseSchedule(options.schedule);
  if (parsed.kind !== 'schedule') return { kind: 'misfit', message: parsed.message };
  if (parsed.timing !== 'chosen')
    return {
      kind: 'misfit',
      message: 'this schedule is of a run by the clock, not of an exploration',
    };
  const kernel = newKernel({ ...options.machine, trace: options.trace ?? 'checks' }, 'chosen');
  const { program } = options;
  bootProgram(kernel, program.image, program.argv, program.env);
  receiveInput(kernel, program.input);
  endInput(kernel);
  const scene = new Scene(kernel, options.names ?? new ThreadNames());
  for (const [index, choice] of parsed.choices.entries()) {
    const trouble = misfit(kernel, choice);
    if (trouble !== null)
      return { kind: 'misfit', message: `choice ${index + 1} of the schedule is ${trouble}` };
    const before = upcoming(kernel, choice.pid, toldOf(choice));
    scene.channels.about(before, (thread, address) => scene.nameAt(thread, address));
    visitor.about?.(before, scene);
    begin(kernel, choice);
    while (currentProcessor(kernel.state).running !== null && kernel.state.outcome === null)
      handleRunningTrap(kernel, executeRunning(kernel, INSTRUCTIONS_MAX));
    scene.names.update(kernel);
    scene.channels.happened(kernel);
    visitor.happened(occurred(kernel, before), scene, index);
  }
  const end = endOf(kernel);
  if (end !== null) endStuckRun(kernel);
  return { kind: 'followed', kernel, scene, end, choices: parsed.choices.length };
}

const INSTRUCTIONS_MAX = 1_000_000;

function toldOf({ until, way }: Choice): MachineAction {
  switch (until.kind) {
    case 'timeout':
    case 'alarm':
    case 'signal':
    case 'acquire':
      return { kind: until.kind };
    case 'instructions':
    case 'visible':
    case 'blocked':
      return { kind: 'run', way: way ?? 0 };
  }
}

/** Why the choice can't be made: the schedule is not of this program. */
function misfit(kernel: Kernel, { pid, until }: Choice): string | null {
  const { state } = kernel;
  if (state.outcome !== null) return 'past the end of the run';
  const thread = state.threads.get(pid);
  switch (until.kind) {
    case 'instructions':
    case 'visible':
    case 'blocked':
      return state.ready.includes(pid)
        ? null
        : `process ${pid}, which ${thread === undefined ? 'does not exist' : 'can not go on'} there`;
    case 'alarm':
      return state.timers.some((timer) => timer.kind === 'alarm' && timer.pid === pid)
        ? null
        : `an alarm of process ${pid}, which has none`;
    case 'timeout':
      return state.timers.some((timer) => timer.kind !== 'alarm' && timer.pid === pid)
        ? null
        : `a time limit of ${pid}, which has none`;
    case 'signal':
      return thread !== undefined && hasDeliverable(kernel, thread)
        ? null
        : `a signal to ${pid}, which has none`;
    case 'acquire':
      return thread !== undefined && (canAcquire(kernel, thread) || canWriteOn(kernel, thread))
        ? null
        : `a mutex, or room in a pipe, for ${pid}, which can not have it`;
  }
}

function endOf(kernel: Kernel): EndKind | null {
  const { threads, timers, ready, outcome } = kernel.state;
  if (threads.size === 0) return 'finished';
  if (outcome?.kind === 'deadlock') return 'deadlock';
  if (ready.length > 0 || timers.length > 0 || outcome !== null) return null;
  for (const thread of threads.values()) {
    if (hasDeliverable(kernel, thread)) return null;
    if (canAcquire(kernel, thread) || canWriteOn(kernel, thread)) return null;
  }
  return 'deadlock';
}
