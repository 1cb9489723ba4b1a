/** The state of a model in execution: plain, copied as a whole. */
import type { Model, Operation, Term } from './model';

export interface ThreadState {
  /** `unborn` until created, `ended` when its operations are through. */
  life: 'unborn' | 'running' | 'ended';
  at: number;
  readonly locals: number[];
  /** Whether a `wait` has given the lock back, and whether it was woken since. */
  waiting: 'no' | 'asleep' | 'woken';
}

export interface ModelState {
  readonly variables: number[];
  /** Who holds each lock, or -1. */
  readonly holders: number[];
  readonly semaphores: number[];
  readonly channels: number[][];
  readonly threads: ThreadState[];
}

export function firstState(model: Model): ModelState {
  const state: ModelState = {
    variables: [...model.variables],
    holders: Array.from({ length: model.locks }, () => -1),
    semaphores: [...model.semaphores],
    channels: model.channels.map(() => []),
    threads: model.threads.map(() => ({ life: 'unborn', at: 0, locals: [], waiting: 'no' })),
  };
  for (let id = 0; id < model.started; id++) start(model, state, id);
  return state;
}

export function copyOf(state: ModelState): ModelState {
  return {
    variables: [...state.variables],
    holders: [...state.holders],
    semaphores: [...state.semaphores],
    channels: state.channels.map((values) => [...values]),
    threads: state.threads.map((thread) => ({ ...thread, locals: [...thread.locals] })),
  };
}

export function start(model: Model, state: ModelState, id: number): void {
  const thread = threadOf(state, id);
  if (thread.life !== 'unborn') throw new Error(`thread ${id} is created twice`);
  thread.life = 'running';
  runPrivate(model, state, id);
}

export function threadOf(state: ModelState, id: number): ThreadState {
  const thread = state.threads[id];
  if (thread === undefined) throw new Error(`no thread ${id}`);
  return thread;
}

export function operationOf(model: Model, state: ModelState, id: number): Operation {
  const operation = model.threads[id]?.[threadOf(state, id).at];
  if (operation === undefined) throw new Error(`thread ${id} has ended`);
  return operation;
}

/** Up to the next operation that is a step. */
export function runPrivate(model: Model, state: ModelState, id: number): void {
  const thread = threadOf(state, id);
  const operations = model.threads[id] ?? [];
  for (;;) {
    const operation = operations[thread.at];
    if (operation === undefined || operation.kind === 'stop') {
      thread.life = 'ended';
      thread.locals.length = 0;
      return;
    }
    if (operation.kind === 'set') thread.locals[operation.local] = valueOf(thread, operation.value);
    else if (operation.kind === 'jump') thread.at = operation.to - 1;
    else if (operation.kind === 'jump-if-zero') {
      if (valueOf(thread, operation.value) === 0) thread.at = operation.to - 1;
    } else return;
    thread.at++;
  }
}

export function valueOf(thread: ThreadState, term: Term): number {
  if (typeof term === 'number') return term;
  if ('local' in term) return thread.locals[term.local] ?? 0;
  const left = valueOf(thread, term.left);
  const right = valueOf(thread, term.right);
  switch (term.op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '%':
      return left % right;
    case '<':
      return left < right ? 1 : 0;
    case '==':
      return left === right ? 1 : 0;
  }
}
