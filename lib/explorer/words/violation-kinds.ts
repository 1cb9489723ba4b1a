/** What each kind of violation is called, as a noun of one of them: "no deadlock", "no data race". */
import type { ViolationKind } from '../result';

const NOUNS: Readonly<Record<ViolationKind, string>> = {
  deadlock: 'deadlock',
  assertion: 'failed assertion',
  'memory-error': 'memory error',
  leak: 'memory leak',
  'abnormal-end': 'crash',
  budget: 'endless run',
  zombie: 'zombie left behind',
  leftover: 'IPC object left behind',
  livelock: 'livelock',
  'busy-wait': 'busy wait',
  'data-race': 'data race',
  'lock-order': 'inverted lock order',
  'lost-wakeup': 'lost wake-up',
  starvation: 'starvation',
  'mutual-exclusion': 'broken mutual exclusion',
  invariant: 'broken invariant',
  'bounded-waiting': 'wait longer than its bound',
  output: 'output that must not come out',
  unreached: 'state that should be possible and is not',
};

/** "no deadlock, failed assertion or memory error": in the order given. */
export function noneOf(kinds: Iterable<ViolationKind>): string {
  const nouns = [...kinds].map((kind) => NOUNS[kind]);
  const last = nouns.pop();
  if (last === undefined) return 'nothing';
  return nouns.length === 0 ? `no ${last}` : `no ${nouns.join(', ')} or ${last}`;
}

export function isViolationKind(kind: unknown): kind is ViolationKind {
  return typeof kind === 'string' && Object.hasOwn(NOUNS, kind);
}
