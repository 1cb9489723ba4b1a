/**
 * A small language for models in tests: threads that share variables, locks, semaphores, conditions
 * and channels. Each operation but the last four kinds is one step; those are private and belong to
 * the step before them (or to the creation of the thread).
 */

export type Term =
  | number
  | { readonly local: number }
  | { readonly op: '+' | '-' | '*' | '%' | '<' | '=='; readonly left: Term; readonly right: Term };

export type Operation =
  | { readonly kind: 'read'; readonly variable: Term; readonly local: number }
  | { readonly kind: 'write'; readonly variable: Term; readonly value: Term }
  /** Atomically; the old value goes to `local`, if it's given. */
  | { readonly kind: 'add'; readonly variable: Term; readonly by: Term; readonly local?: number }
  /** Reads only, where it fails. `local` becomes 1 or 0. */
  | {
      readonly kind: 'compare-and-swap';
      readonly variable: Term;
      readonly old: Term;
      readonly value: Term;
      readonly local: number;
    }
  /** Reads the variables in turn up to the first that isn't 0, and sets `local` to its place. */
  | { readonly kind: 'first-set'; readonly variables: readonly number[]; readonly local: number }
  /** Two variables exchange their values. */
  | { readonly kind: 'exchange'; readonly variables: readonly [number, number] }
  /** Waits until all (or any) of the variables differ from 0. */
  | { readonly kind: 'await-all' | 'await-any'; readonly variables: readonly number[] }
  | { readonly kind: 'lock' | 'unlock'; readonly lock: number }
  /** Takes two locks at once, when both are free. */
  | { readonly kind: 'lock-both'; readonly locks: readonly [number, number] }
  | { readonly kind: 'down' | 'up'; readonly semaphore: number }
  | { readonly kind: 'try-down'; readonly semaphore: number; readonly local: number }
  | { readonly kind: 'send'; readonly channel: number; readonly value: Term }
  | { readonly kind: 'receive'; readonly channel: number; readonly local: number }
  /** Gives the lock back and waits; then a second step, once woken, takes it again. */
  | { readonly kind: 'wait'; readonly condition: number; readonly lock: number }
  /** Wakes one, any of those that wait. */
  | { readonly kind: 'signal' | 'broadcast'; readonly condition: number }
  | { readonly kind: 'create' | 'join'; readonly thread: number }
  | { readonly kind: 'end' }
  /** Any of the values 0 … ways - 1. */
  | { readonly kind: 'choose'; readonly ways: number; readonly local: number }
  | { readonly kind: 'set'; readonly local: number; readonly value: Term }
  | { readonly kind: 'jump'; readonly to: number }
  | { readonly kind: 'jump-if-zero'; readonly value: Term; readonly to: number }
  | { readonly kind: 'stop' };

export interface Model {
  /** First values. */
  readonly variables: readonly number[];
  readonly locks: number;
  readonly semaphores: readonly number[];
  readonly conditions: number;
  /** Capacities. */
  readonly channels: readonly number[];
  /** The first `started` of them run from the beginning; others are created. */
  readonly threads: readonly (readonly Operation[])[];
  readonly started: number;
}

export function model(parts: Partial<Model> & Pick<Model, 'threads'>): Model {
  return {
    variables: [],
    locks: 0,
    semaphores: [],
    conditions: 0,
    channels: [],
    started: parts.threads.length,
    ...parts,
  };
}
