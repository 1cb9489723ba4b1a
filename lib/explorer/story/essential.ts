/**
 * Which steps of an execution explain what went wrong, and what they come to. Of a deadlock: where each got
 * what others wait for. Of a wait in a loop: who made it wait, and what it looks at. Of all else: the update
 * that is lost, the item that is overwritten, and, beside an execution in which all goes well, the steps
 * that came in the other order there.
 */
import type { Violation } from '../result';
import type { ThreadId } from '../system';
import { endlessDetails } from '../words/endless';
import { reversedPairs } from './reversed-pairs';
import type { StoryStep } from './story-step';

export interface Essential {
  /** Of steps, in order of happening. */
  readonly indices: readonly number[];
  /** Of those that come too late: told with "only then". */
  readonly late: ReadonlySet<number>;
  /** Sentences on what they come to. */
  readonly remarks: readonly string[];
}

/** With what it comes to a story has a few sentences more. */
const STEPS_MAX = 7;

/** `right`: the steps of an execution that differs little, and in which nothing is violated; null: there is none. */
export function essentialSteps(
  steps: readonly StoryStep[],
  violation: Violation | null,
  right: readonly StoryStep[] | null,
): Essential {
  switch (violation?.kind) {
    case 'deadlock':
    case 'lost-wakeup':
      return deadEnd(steps);
    case 'zombie':
      return told(ends(steps, violation));
    case 'leftover':
      return told(indicesOf(steps, ({ kind }) => kind === 'call'));
    case 'data-race':
      return told([]);
    case 'unreached':
      return told(nearest(steps, violation));
    case 'invariant':
      return condition(steps, violation, right);
    case 'busy-wait':
    case 'livelock':
      return told(rounds(steps, violation));
    case 'output':
      return withError(wrongOrder(steps, right), steps);
    default:
      return wrongOrder(steps, right);
  }
}

/** An error on the way is the best explanation of a wrong output. */
function withError(essential: Essential, steps: readonly StoryStep[]): Essential {
  const finding = steps.findLastIndex(({ kind }) => kind === 'finding');
  return finding < 0
    ? essential
    : { ...essential, indices: inOrder([...essential.indices, finding]) };
}

function told(indices: readonly number[], remarks: readonly string[] = []): Essential {
  return { indices: inOrder(indices).slice(-STEPS_MAX), late: new Set(), remarks };
}

function inOrder(indices: Iterable<number>): readonly number[] {
  return [...new Set(indices)].sort((a, b) => a - b);
}

function indicesOf(
  steps: readonly StoryStep[],
  isWanted: (step: StoryStep) => boolean,
): readonly number[] {
  return steps.flatMap((step, index) => (isWanted(step) ? [index] : []));
}

function deadEnd(steps: readonly StoryStep[]): Essential {
  const update = lostUpdate(steps);
  const taken = waits(steps);
  if (update !== null) return told([...update.indices, ...taken], [update.remark]);
  return told(taken.length > 0 ? taken : decision(steps));
}

/** Who wrote last what the condition reads, and what let them. */
function condition(
  steps: readonly StoryStep[],
  violation: Violation,
  right: readonly StoryStep[] | null,
): Essential {
  const writes = lastWrites(steps, violation);
  if (writes.length === 0) return wrongOrder(steps, right);
  return told([...writes, ...writes.flatMap((index) => permissions(steps, index))]);
}

/** Of what a condition reads. */
function lastWrites(steps: readonly StoryStep[], { details }: Violation): readonly number[] {
  const names =
    typeof details === 'object' &&
    details !== null &&
    'reads' in details &&
    Array.isArray(details.reads)
      ? details.reads.map((name) => `\`${String(name)}\``)
      : [];
  return names
    .map((name) => steps.findLastIndex((step) => step.kind === 'write' && step.objectName === name))
    .filter((index) => index >= 0);
}

/** What has come about, and where those got it who keep others waiting. */
function nearest(steps: readonly StoryStep[], violation: Violation): readonly number[] {
  const printed = indicesOf(steps, ({ kind }) => kind === 'output');
  return [...lastWrites(steps, violation), ...printed.slice(-PRINTED_MAX), ...waits(steps)];
}

const PRINTED_MAX = 2;

function wrongOrder(steps: readonly StoryStep[], right: readonly StoryStep[] | null): Essential {
  const pairs = right === null ? [] : reversedPairs(steps, right);
  const [firstPair] = pairs;
  const update = lostUpdate(steps);
  if (update !== null) {
    const [read = 0] = update.indices;
    const others = update.indices.filter((index) => steps[index]?.thread !== steps[read]?.thread);
    const chosen = new Set([...update.indices, ...permissions(steps, read)]);
    for (const index of permissions(steps, others[0] ?? read)) chosen.add(index);
    return { indices: inOrder(chosen), late: new Set(), remarks: [update.remark] };
  }
  const gone = overwritten(steps);
  if (gone !== null && (firstPair === undefined || gone.indices.includes(firstPair.first)))
    return told(gone.indices, [gone.remark]);
  const chosen = new Set<number>();
  const late = new Set<number>();
  // The first one is where it goes another way, the last one is nearest to what is seen of it.
  for (const pair of new Set([firstPair, pairs.at(-1)])) {
    if (pair === undefined || chosen.size + 2 > STEPS_MAX) continue;
    const { first, second } = pair;
    const before = [...permissions(steps, first), ...permissions(steps, second)];
    for (const index of [first, second, ...before]) if (chosen.size < STEPS_MAX) chosen.add(index);
    late.add(second);
  }
  if (chosen.size === 0) for (const index of causes(steps)) chosen.add(index);
  if (chosen.size === 0) for (const index of turns(steps)) chosen.add(index);
  return { indices: inOrder(chosen), late, remarks: [] };
}

interface Lost {
  readonly indices: readonly number[];
  readonly remark: string;
}

/** A thread reads, another writes, and the first writes what it made of the old value: the last such case. */
function lostUpdate(steps: readonly StoryStep[]): Lost | null {
  for (let write = steps.length - 1; write >= 0; write--) {
    const last = steps[write];
    if (last?.kind !== 'write') continue;
    const between: number[] = [];
    for (let k = write - 1; k >= 0; k--) {
      const step = steps[k];
      if (step?.object !== last.object) continue;
      if (step.thread !== last.thread) {
        if (step.kind === 'write') between.unshift(k);
        continue;
      }
      if (step.kind === 'write' || between.length === 0) break;
      if (step.kind !== 'read') continue;
      const victim = steps[between.at(-1) ?? 0];
      return {
        indices: [k, ...between.slice(-BETWEEN_MAX), write],
        remark: `What ${victim?.who ?? 'the other'} wrote to ${last.objectName ?? 'it'} is lost: ${last.who} had read it before.`,
      };
    }
  }
  return null;
}

const BETWEEN_MAX = 3;

/** A value that nobody has read yet is overwritten, and the new one is read by another thread: the first such case. */
function overwritten(steps: readonly StoryStep[]): Lost | null {
  const unread = new Map<string, number>();
  for (const [index, step] of steps.entries()) {
    if (step.object === null || (step.kind !== 'read' && step.kind !== 'write')) continue;
    // Who reads what it has written itself counts, and puts in nothing for others.
    if (step.kind === 'read') {
      unread.delete(step.object);
      continue;
    }
    const before = unread.get(step.object);
    unread.set(step.object, index);
    const first = steps[before ?? -1];
    if (first === undefined || before === undefined) continue;
    if (first.value === step.value || first.at?.line !== step.at?.line) continue;
    const read = steps.findIndex(
      ({ kind, object }, later) => later > index && kind === 'read' && object === step.object,
    );
    if (read < 0 || steps[read]?.thread === step.thread || steps[read]?.value !== step.value)
      continue;
    return {
      indices: [before, ...movedTwice(steps, before, index), index, read],
      remark: `The ${first.value ?? 'value'} in ${step.objectName ?? 'it'} was overwritten before anybody had read it.`,
    };
  }
  return null;
}

/** An index that its thread has changed more than once between two items. */
function movedTwice(steps: readonly StoryStep[], before: number, after: number): readonly number[] {
  const writes = new Map<string | null, number[]>();
  for (let k = before + 1; k < after; k++) {
    const step = steps[k];
    if (step?.kind !== 'write' || step.thread !== steps[after]?.thread) continue;
    writes.set(step.object, [...(writes.get(step.object) ?? []), k]);
  }
  const most = [...writes.values()].find(({ length }) => length > 1) ?? [];
  return most.slice(0, MOVES_MAX);
}

const MOVES_MAX = 3;

/** What let a thread come to its step: the last lock, unit or message, or what it looked at, if that was not long ago. */
function permissions(steps: readonly StoryStep[], before: number): readonly number[] {
  const end = steps[before];
  let looked: readonly number[] = [];
  for (let k = before - 1; k >= 0; k--) {
    const step = steps[k];
    if (step?.thread !== end?.thread) continue;
    switch (step?.kind) {
      case 'lock':
      case 'message':
      case 'joined':
        return [k];
      case 'read':
        if (step.object !== end?.object && looked.length === 0) looked = [k];
        continue;
      case 'write':
        // It has done the same before: what came earlier is another round.
        if (step.object === end?.object) return looked;
        continue;
      default:
        return looked;
    }
  }
  return looked;
}

/** What the last step was made of: what its thread read in that line, and who wrote it. */
function causes(steps: readonly StoryStep[]): readonly number[] {
  const finding = steps.findLastIndex(({ kind }) => kind === 'finding');
  const last = finding < 0 ? steps.length - 1 : finding;
  const end = steps[last];
  if (end === undefined || (end.kind !== 'finding' && end.kind !== 'write')) return [];
  const chosen = new Set([last]);
  for (let k = last - 1; k >= 0 && last - k <= CAUSES_MAX; k--) {
    const step = steps[k];
    if (step?.thread !== end.thread || step.kind !== 'read' || step.at?.line !== end.at?.line)
      continue;
    chosen.add(k);
    const write = steps.findLastIndex(
      ({ kind, object }, earlier) => earlier < k && kind === 'write' && object === step.object,
    );
    if (write >= 0) chosen.add(write);
  }
  return [...chosen];
}

const CAUSES_MAX = 4;

/** What was looked at last before all came to wait: it may be why nobody is let through. */
function decision(steps: readonly StoryStep[]): readonly number[] {
  const read = steps.findLastIndex(({ kind }) => kind === 'read');
  return read < 0 ? [] : [read];
}

/** Where threads got what those that wait at the end wait for. */
function waits(steps: readonly StoryStep[]): readonly number[] {
  const wanted = new Set<string | null>();
  steps.forEach((step, index) => {
    const isLast = !steps.slice(index + 1).some(({ thread }) => thread === step.thread);
    if (step.kind === 'wait' && isLast) wanted.add(step.object);
  });
  const chosen: number[] = [];
  const seen = new Set<string>();
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step === undefined || step.object === null || !wanted.has(step.object)) continue;
    const { kind } = step;
    if (kind !== 'lock' && kind !== 'notify' && kind !== 'unlock' && kind !== 'message') continue;
    if (kind === 'lock' && isGivenByOthers(steps, step)) {
      chosen.push(index);
      continue;
    }
    const name = `${step.thread} ${step.object} ${kind === 'message' ? step.text : ''}`;
    if (seen.has(name)) continue;
    seen.add(name);
    if (kind !== 'unlock') chosen.push(index);
  }
  return chosen;
}

/** Somebody gives to the semaphore without having taken from it: its units are messages, and each counts. */
function isGivenByOthers(steps: readonly StoryStep[], { object }: StoryStep): boolean {
  const taken = new Set<ThreadId>();
  for (const step of steps) {
    if (step.object !== object) continue;
    if (step.kind === 'lock') taken.add(step.thread);
    if (step.kind === 'unlock' && !taken.has(step.thread)) return true;
  }
  return false;
}

/** What a thread that goes round and round looks at, and who has written that. */
function rounds(steps: readonly StoryStep[], violation: Violation): readonly number[] {
  const details = endlessDetails(violation);
  if (details === null) return [];
  const chosen = new Map<string, number>();
  const written = new Set<number>();
  steps.forEach((step, index) => {
    if (step.choice < details.cycleFrom) return;
    const name = `${step.thread} ${step.kind} ${step.object} ${step.at?.line}`;
    if (chosen.has(name) || step.kind === 'wait') return;
    chosen.set(name, index);
    const write = steps.findLastIndex(
      ({ kind, object, thread }, earlier) =>
        earlier < index && kind === 'write' && object === step.object && thread !== step.thread,
    );
    if (step.kind === 'read' && write >= 0) written.add(write);
  });
  return [...written, ...[...chosen.values()].slice(0, STEPS_MAX - written.size)];
}

/** Who made the child, who ended, in which order, and who was waited for. */
function ends(steps: readonly StoryStep[], { details }: Violation): readonly number[] {
  const child =
    typeof details === 'object' && details !== null && 'pid' in details ? Number(details.pid) : 0;
  return indicesOf(
    steps,
    ({ kind, other, thread }) =>
      kind === 'joined' ||
      (kind === 'created' && other === child) ||
      (kind === 'ended' && (thread === child || thread === steps[0]?.thread)),
  );
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
  return chosen;
}
