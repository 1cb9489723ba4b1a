/**
 * Programs whose number of complete executions under optimal reduction is published (Abdulla, Aronis,
 * Jonsson, Sagonas, JACM 2017; Flanagan, Godefroid, POPL 2005), as models.
 */
import { model, type Model, type Operation } from './model';

/** One thread for each entry of an array, that sets it to its left neighbour's + 1; one looks for the last 0. */
export function lastzero(n: number): Model {
  const reader: Operation[] = [
    { kind: 'set', local: 0, value: n },
    { kind: 'read', variable: { local: 0 }, local: 1 },
    { kind: 'jump-if-zero', value: { local: 1 }, to: 5 },
    { kind: 'set', local: 0, value: { op: '-', left: { local: 0 }, right: 1 } },
    { kind: 'jump', to: 1 },
  ];
  const writers = Array.from({ length: n }, (_, at): Operation[] => [
    { kind: 'read', variable: at, local: 0 },
    {
      kind: 'write',
      variable: at + 1,
      value: { op: '+', left: { local: 0 }, right: 1 },
    },
  ]);
  return model({
    variables: Array.from({ length: n + 1 }, () => 0),
    threads: [reader, ...writers],
  });
}

/** One writes x; each of the others writes what is its own, then reads x. */
export function readers(n: number): Model {
  const reader = (at: number): Operation[] => [
    { kind: 'write', variable: 1 + at, value: 1 },
    { kind: 'read', variable: 0, local: 0 },
  ];
  return model({
    variables: Array.from({ length: n + 1 }, () => 0),
    threads: [
      [{ kind: 'write', variable: 0, value: 1 }],
      ...Array.from({ length: n }, (_, at) => reader(at)),
    ],
  });
}

/** Each thread puts 4 messages into a table of 128, at `w * 7 % 128` or the next free place. */
export function indexer(n: number): Model {
  const size = 128;
  const inserter = (id: number): Operation[] => [
    { kind: 'set', local: 0, value: 0 },
    // local 1: the message, local 2: its place
    { kind: 'set', local: 0, value: { op: '+', left: { local: 0 }, right: 1 } },
    {
      kind: 'set',
      local: 1,
      value: { op: '+', left: { op: '*', left: { local: 0 }, right: 11 }, right: id },
    },
    {
      kind: 'set',
      local: 2,
      value: { op: '%', left: { op: '*', left: { local: 1 }, right: 7 }, right: size },
    },
    {
      kind: 'compare-and-swap',
      variable: { local: 2 },
      old: 0,
      value: { local: 1 },
      local: 3,
    },
    { kind: 'jump-if-zero', value: { op: '==', left: { local: 3 }, right: 0 }, to: 8 },
    {
      kind: 'set',
      local: 2,
      value: { op: '%', left: { op: '+', left: { local: 2 }, right: 1 }, right: size },
    },
    { kind: 'jump', to: 4 },
    { kind: 'jump-if-zero', value: { op: '<', left: { local: 0 }, right: 4 }, to: 10 },
    { kind: 'jump', to: 1 },
    { kind: 'stop' },
  ];
  return model({
    variables: Array.from({ length: size }, () => 0),
    threads: Array.from({ length: n }, (_, id) => inserter(id)),
  });
}

/** Each writes the same variable once: n! orders. */
export function writers(n: number): Model {
  return model({
    variables: [0],
    threads: Array.from({ length: n }, (_, at) => [
      { kind: 'write' as const, variable: 0, value: at + 1 },
    ]),
  });
}
