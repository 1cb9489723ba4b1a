/**
 * A condition over variables, looked at in every state, in every process that runs the explored program.
 * Where a pointer doesn't lead anywhere yet, or no longer, nothing is asked. What the condition reads in
 * shared memory counts as shared from then on, so that each change of it is a step of its own; what is
 * private to a process is looked at between its visible operations.
 */
import { pid, type Pid } from '../../kernel/pid';
import { evaluate, type Truth } from '../expressions/evaluate';
import type { Expression } from '../expressions/parse';
import { Findings } from '../machine/looks';
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
  const known = new Findings<Truth | null>();
  return stateless(`always ${name}`, (system) => {
    for (const { truth, thread } of truthsOf(system, condition, known)) {
      if (isViolated(truth)) return [violationOf(name, text, truth, system.positionOf(thread))];
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
  const known = new Findings<Truth | null>();
  const observer = stateless(`sometimes ${name}`, (system) => {
    if (reached) return [];
    for (const { truth } of truthsOf(system, condition, known)) {
      if (truth.kind === 'truth' && truth.value) reached = true;
      if (truth.kind === 'error') return [violationOf(name, text, truth, null)];
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
  /** Of the process. */
  readonly thread: Pid;
}

function* truthsOf(
  system: MachineSystem,
  condition: Expression,
  known: Findings<Truth | null>,
): Generator<TruthInProcess> {
  const truths = system.inMemories(known, (_process, { image, memory }, reads) =>
    // Not in a program that a process has gone on to with exec.
    image === system.image ? evaluate(condition, { image, memory, reads }) : null,
  );
  for (const [thread, truth] of truths) if (truth !== null) yield { truth, thread: pid(thread) };
}

/** Where nothing can be read the condition isn't asked. */
function isViolated(truth: Truth): boolean {
  return truth.kind === 'error' || (truth.kind === 'truth' && !truth.value);
}

function violationOf(
  name: string,
  text: string,
  truth: Truth,
  location: Violation['location'],
): Violation {
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
  return {
    kind: 'invariant',
    message: `It does not always hold that ${text}.`,
    location,
    details: details('false'),
  };
}
