/**
 * A condition over variables, looked at in every state, in every process that runs the explored program.
 * Where a pointer doesn't lead anywhere yet, or no longer, nothing is asked. What the condition reads in
 * shared memory counts as shared from then on, so that each change of it is a step of its own; what is
 * private to a process is looked at between its visible operations.
 */
import type { ProgramImage } from '../../abi/image';
import { contextOf } from '../../kernel/kernel';
import { pid, type Pid } from '../../kernel/pid';
import { studentPosition } from '../../vm/stack-walk';
import { evaluate, type Evaluation, type Truth } from '../../kernel/expressions/evaluate';
import type { Expression } from '../../kernel/expressions/parse';
import { expressionText, failingPart, readingsOf } from '../expressions/readings';
import { Findings } from '../machine/looks';
import type { MachineSystem } from '../machine/machine-system';
import type { Violation } from '../result';
import type { Scene } from '../scene';
import { listText } from '../words/list-text';
import type { Observer } from './observer';
import type { Judge, Property } from './property';

export interface InvariantViolation {
  /** Which of several: as its maker calls it. */
  readonly name: string;
  /** `false`: the condition doesn't hold; `error`: the program lacks a variable that it names. */
  readonly problem: 'false' | 'error';
  /** The variables that decide, as the condition calls them. */
  readonly reads: readonly string[];
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

/** To tell it in an execution that is followed again: with what the variables are. */
export function alwaysTrue(
  name: string,
  text: string,
  condition: Expression,
  explored: ProgramImage,
): Property {
  const look = ({ kernel }: Scene): Violation | null => {
    for (const process of kernel.state.processes.values()) {
      const [thread] = process.threads;
      if (thread === undefined || process.state === 'zombie') continue;
      const context = contextOf(kernel, thread);
      const { image, memory } = context;
      if (image !== explored) continue;
      const evaluation: Evaluation = { image, memory, reads: () => undefined };
      const truth = evaluate(condition, evaluation);
      if (!isViolated(truth)) continue;
      const at = studentPosition(context);
      return truth.kind === 'truth'
        ? valuesOf({ name, condition, evaluation }, at)
        : violationOf(name, text, truth, at);
    }
    return null;
  };
  const judge: Judge = {
    began: look,
    stepped: (_occurrence, scene) => look(scene),
    ended: (_end, scene) => look(scene),
    clone: () => judge,
    key: () => '',
  };
  return { kind: 'invariant', needs: 'states', judge: () => judge };
}

interface FalseCondition {
  readonly name: string;
  readonly condition: Expression;
  readonly evaluation: Evaluation;
}

function valuesOf(
  { name, condition, evaluation }: FalseCondition,
  location: Violation['location'],
): Violation {
  const part = failingPart(condition, evaluation);
  const readings = readingsOf(part, evaluation);
  const values = readings.map(({ text, value }) => `\`${text}\` is ${value}`);
  const details: InvariantViolation = {
    name,
    problem: 'false',
    reads: readings.map(({ text }) => text),
  };
  return {
    kind: 'invariant',
    message: `Now ${listText(values)}, but it must always hold that \`${expressionText(part)}\`.`,
    location,
    details,
  };
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
    reads: [],
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
