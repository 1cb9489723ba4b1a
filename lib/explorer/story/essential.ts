/**
 * Which steps of an execution explain what went wrong: of a deadlock, where each got what others wait for,
 * and where it waits; of a lost update, the read, the write between, and the write that doesn't know of it;
 * of a zombie, who ended when; of all else, the steps at which threads took turns, the last ones first.
 */
import type { Violation } from '../result';
import type { StoryStep } from './story-step';

export interface Essential {
  /** Of steps, in order of happening. */
  readonly indices: readonly number[];
  /** Sentences on what they come to. */
  readonly remarks: readonly string[];
}

/** With the violation itself a story has one sentence more. */
const STEPS_MAX = 7;

export function essentialSteps(
  steps: readonly StoryStep[],
  violation: Violation | null,
): Essential {
  const indices =
    violation?.kind === 'deadlock' || violation?.kind === 'lost-wakeup' ? waits(steps) : [];
  if (indices.length > 0) return { indices: indices.slice(-STEPS_MAX), remarks: [] };
  if (violation?.kind === 'zombie') return { indices: ends(steps), remarks: [] };
  const lost = lostUpdate(steps);
  if (lost !== null) {
    const [read, between, write] = lost;
    const victim = steps[between];
    const last = steps.length - 1;
    const end = steps[last]?.kind === 'finding' && last !== write ? [last] : [];
    return {
      indices: [...new Set([read, between, write, ...end])],
      remarks: [
        `What ${victim?.who ?? 'the other'} wrote to ${victim?.objectName ?? 'it'} is lost: ${steps[write]?.who ?? 'the last to write'} had read it before.`,
      ],
    };
  }
  return { indices: turns(steps), remarks: [] };
}

/** A thread reads, another writes, and the first writes what it made of the old value: the last such case. */
function lostUpdate(steps: readonly StoryStep[]): readonly [number, number, number] | null {
  for (let write = steps.length - 1; write >= 0; write--) {
    const last = steps[write];
    if (last?.kind !== 'write') continue;
    let between = -1;
    for (let k = write - 1; k >= 0; k--) {
      const step = steps[k];
      if (step?.object !== last.object) continue;
      if (step.thread === last.thread) {
        if (step.kind === 'read' && between >= 0) return [k, between, write];
        if (step.kind === 'write') break;
        if (between < 0) break;
      } else if (step.kind === 'write' && between < 0) between = k;
    }
  }
  return null;
}

/** Where each that waits at the end got what it has, and that it waits. */
function waits(steps: readonly StoryStep[]): number[] {
  const waiting: number[] = [];
  steps.forEach((step, index) => {
    const isLast = !steps.slice(index + 1).some(({ thread }) => thread === step.thread);
    if (step.kind === 'wait' && isLast) waiting.push(index);
  });
  const wanted = new Set(waiting.map((index) => steps[index]?.object));
  const chosen = new Set(waiting);
  const seen = new Set<string>();
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step === undefined || !wanted.has(step.object)) continue;
    const name = `${step.thread} ${step.object}`;
    if (step.kind !== 'lock' && step.kind !== 'notify' && step.kind !== 'unlock') continue;
    if (seen.has(name)) continue;
    seen.add(name);
    if (step.kind !== 'unlock') chosen.add(index);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Who ended, in which order, and who was waited for. */
function ends(steps: readonly StoryStep[]): readonly number[] {
  const chosen = steps.flatMap(({ kind }, index) =>
    kind === 'ended' || kind === 'joined' ? [index] : [],
  );
  return chosen.slice(-STEPS_MAX);
}

function turns(steps: readonly StoryStep[]): readonly number[] {
  const chosen: number[] = [];
  for (let index = steps.length - 1; index >= 0 && chosen.length < STEPS_MAX; index--) {
    const step = steps[index];
    if (step === undefined || step.kind === 'created' || step.kind === 'ended') continue;
    const before = steps[index - 1];
    const after = steps[index + 1];
    if (before?.thread !== step.thread || after?.thread !== step.thread) chosen.push(index);
  }
  return chosen.reverse();
}
