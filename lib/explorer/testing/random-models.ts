/** Small models at random, by seed: each draws from a few kinds of operations, so that they meet. */
import { nextBelow, randomState, type RandomState } from '@/lib/kernel/random';
import { model, type Model, type Operation, type Term } from './model';

const variables = 3;
const locks = 2;
const semaphores = 2;
const localsMax = 3;

type Draw = (random: RandomState, thread: number) => Operation[];

const one =
  (make: (random: RandomState, thread: number) => Operation): Draw =>
  (random, thread) => [make(random, thread)];

const draws: readonly Draw[] = [
  one((random) => ({ kind: 'read', variable: variable(random), local: local(random) })),
  one((random) => ({ kind: 'write', variable: variable(random), value: value(random) })),
  one((random) => ({
    kind: 'add',
    variable: variable(random),
    by: value(random),
    local: local(random),
  })),
  one((random) => ({
    kind: 'compare-and-swap',
    variable: variable(random),
    old: nextBelow(random, 2),
    value: value(random),
    local: local(random),
  })),
  one((random) => ({ kind: 'first-set', variables: someOrder(random), local: local(random) })),
  one((random) => {
    const [a = 0, b = 1] = someOrder(random);
    return { kind: 'exchange', variables: [a, b] };
  }),
  one((random) => ({
    kind: nextBelow(random, 2) === 0 ? 'await-all' : 'await-any',
    variables: someOrder(random).slice(0, 2),
  })),
  one((random) => ({ kind: 'write', variable: nextBelow(random, variables), value: 1 })),
  (random, thread) => {
    const lock = nextBelow(random, locks);
    return [{ kind: 'lock', lock }, ...few(random, thread, 2), { kind: 'unlock', lock }];
  },
  (random, thread) => [
    { kind: 'lock-both', locks: [0, 1] },
    ...few(random, thread, 1),
    { kind: 'unlock', lock: 0 },
    { kind: 'unlock', lock: 1 },
  ],
  one((random) => ({ kind: 'lock', lock: nextBelow(random, locks) })),
  one((random) => ({ kind: 'down', semaphore: nextBelow(random, semaphores) })),
  one((random) => ({ kind: 'up', semaphore: nextBelow(random, semaphores) })),
  one((random) => ({
    kind: 'try-down',
    semaphore: nextBelow(random, semaphores),
    local: local(random),
  })),
  one((random) => ({ kind: 'send', channel: 0, value: value(random) })),
  one((random) => ({ kind: 'receive', channel: 0, local: local(random) })),
  (random, thread) => [
    { kind: 'lock', lock: 0 },
    ...few(random, thread, 1),
    { kind: 'wait', condition: 0, lock: 0 },
    { kind: 'unlock', lock: 0 },
  ],
  one((random) => ({
    kind: nextBelow(random, 2) === 0 ? 'signal' : 'broadcast',
    condition: 0,
  })),
  one((random) => ({ kind: 'choose', ways: 2, local: local(random) })),
];

/** Of `threads` threads with about `length` operations each. */
export function randomModel(seed: number, threads: number, length: number): Model {
  const random = randomState(seed);
  const palette = Array.from({ length: 1 + nextBelow(random, 4) }, () => pick(random, draws));
  const programs = Array.from({ length: threads }, (_, thread) => {
    const operations: Operation[] = [];
    const wanted = 1 + nextBelow(random, length);
    while (operations.length < wanted) operations.push(...pick(random, palette)(random, thread));
    return withBranch(random, operations);
  });
  const isCreated = threads > 1 && nextBelow(random, 4) === 0;
  if (isCreated) createLast(random, programs);
  return model({
    variables: Array.from({ length: variables }, () => nextBelow(random, 2)),
    locks,
    semaphores: Array.from({ length: semaphores }, () => nextBelow(random, 3)),
    conditions: 1,
    channels: [1 + nextBelow(random, 2)],
    threads: programs,
    started: isCreated ? threads - 1 : threads,
  });
}

/** The first thread creates the last, and may wait for its end. */
function createLast(random: RandomState, programs: Operation[][]): void {
  const last = programs.length - 1;
  const creator = programs[0] ?? [];
  creator.unshift({ kind: 'create', thread: last });
  for (const [at, operation] of creator.entries())
    if (operation.kind === 'jump-if-zero') creator[at] = { ...operation, to: operation.to + 1 };
  if (nextBelow(random, 2) === 0) return;
  creator.push({ kind: 'join', thread: last });
  programs[last]?.push({ kind: 'end' });
}

/** Sometimes an operation is left out, by what a local variable holds. */
function withBranch(random: RandomState, operations: readonly Operation[]): Operation[] {
  if (nextBelow(random, 3) > 0 || operations.length < 2) return [...operations];
  const at = 1 + nextBelow(random, operations.length - 1);
  return [
    ...operations.slice(0, at),
    { kind: 'jump-if-zero', value: { local: local(random) }, to: at + 2 },
    ...operations.slice(at),
  ];
}

function few(random: RandomState, thread: number, most: number): Operation[] {
  return Array.from({ length: nextBelow(random, most + 1) }, () =>
    nextBelow(random, 2) === 0
      ? { kind: 'write', variable: nextBelow(random, variables), value: thread + 1 }
      : { kind: 'read', variable: nextBelow(random, variables), local: local(random) },
  );
}

function pick<Value>(random: RandomState, values: readonly Value[]): Value {
  const value = values[nextBelow(random, values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}

function local(random: RandomState): number {
  return nextBelow(random, localsMax);
}

function variable(random: RandomState): Term {
  if (nextBelow(random, 6) > 0) return nextBelow(random, variables);
  return { op: '%', left: { local: local(random) }, right: variables };
}

function value(random: RandomState): Term {
  if (nextBelow(random, 2) === 0) return nextBelow(random, 3);
  return { op: '+', left: { local: local(random) }, right: 1 };
}

function someOrder(random: RandomState): number[] {
  const first = nextBelow(random, variables);
  return Array.from({ length: variables }, (_, at) => (first + at) % variables);
}
