/**
 * A condition over variables, looked at in every state, in every process that runs the explored program.
 * Where a pointer doesn't lead anywhere yet, or no longer, nothing is asked. What the condition reads in
 * shared memory counts as shared from then on, so that each change of it is a step of its own; what is
 * private to a process is looked at between its visible operations.
 */
import type { ProgramImage } from '../../abi/image';
import { contextOf } from '../../kernel/kernel';
import { evaluate, type Truth } from '../expressions/evaluate';
import type { Expression } from '../expressions/parse';
import type { MachineSystem } from '../machine/machine-system';
import type { Violation } from '../result';
import type { Observer } from './observer';

export interface InvariantViolation {
  /** Which of several: as its maker calls it. */
  readonly name: string;
  /** `false`: the condition doesn't hold; `error`: the program lacks a variable that it names. */
  readonly problem: 'false' | 'error';
}

/** True in every state. */
export function always(name: string, text: string, condition: Expression): Observer<MachineSystem> {
  return stateless(`always ${name}`, (system) => {
    for (const { truth, line } of truthsOf(system, condition)) {
      const violation = violationOf(name, text, truth, line);
      if (violation !== null) return [violation];
    }
    return [];
  });
}

export interface Reachability {
  readonly observer: Observer<MachineSystem>;
  /** After the search: whether a state was met in which the condition holds. */
  readonly wasReached: () => boolean;
}

/** True in some state. */
export function sometimes(name: string, text: string, condition: Expression): Reachability {
  let reached = false;
  const observer = stateless(`sometimes ${name}`, (system) => {
    if (reached) return [];
    for (const { truth, line } of truthsOf(system, condition)) {
      if (truth.kind === 'truth' && truth.value) reached = true;
      if (truth.kind === 'error') return [violationOf(name, text, truth, line) ?? []].flat();
    }
    return [];
  });
  return { observer, wasReached: () => reached };
}

/** Remembers nothing of the path. */
export function stateless(
  name: string,
  look: (system: MachineSystem) => readonly Violation[],
): Observer<MachineSystem> {
  return {
    name,
    begin: look,
    after: look,
    ended: look,
    snapshot: () => null,
    restore: () => undefined,
    key: () => '',
  };
}

interface TruthInProcess {
  readonly truth: Truth;
  readonly line: Violation['location'];
}

function* truthsOf(system: MachineSystem, condition: Expression): Generator<TruthInProcess> {
  const { kernel } = system;
  for (const process of kernel.state.processes.values()) {
    const [thread] = process.threads;
    if (thread === undefined || process.state === 'zombie') continue;
    const { image, memory } = contextOf(kernel, thread);
    if (!isExplored(image, system)) continue;
    const truth = evaluate(condition, {
      image,
      memory,
      reads: (address, bytes) => {
        system.watch(process, address, bytes);
      },
    });
    yield { truth, line: system.positionOf(thread) };
  }
}

/** Not a program that a process has gone on to with exec. */
function isExplored(image: ProgramImage, system: MachineSystem): boolean {
  return image === system.image;
}

function violationOf(
  name: string,
  text: string,
  truth: Truth,
  location: Violation['location'],
): Violation | null {
  const details = (problem: InvariantViolation['problem']): InvariantViolation => ({
    name,
    problem,
  });
  if (truth.kind === 'error')
    return {
      kind: 'invariant',
      message: `Whether ${text} can't be told: ${truth.message}.`,
      location: null,
      details: details('error'),
    };
  if (truth.kind === 'unreadable' || truth.value) return null;
  return {
    kind: 'invariant',
    message: `It does not always hold that ${text}.`,
    location,
    details: details('false'),
  };
}
