/** A model as a system to search: what each operation touches, when it's enabled, and what it does. */
import type { Footprint, Move, Pending, PlaceInProgram, Step, System, Use } from '../system';
import type { Model, Operation } from './model';
import {
  copyOf,
  firstState,
  operationOf,
  runPrivate,
  start,
  threadOf,
  valueOf,
  type ModelState,
  type ThreadState,
} from './model-state';

type ObjectKind = 'variable' | 'lock' | 'semaphore' | 'condition' | 'channel' | 'thread' | 'woken';

const objectKinds: Readonly<Record<ObjectKind, number>> = {
  variable: 0,
  lock: 1,
  semaphore: 2,
  condition: 3,
  channel: 4,
  thread: 5,
  woken: 6,
};

const neverBlocking: ReadonlySet<Operation['kind']> = new Set([
  'read',
  'write',
  'add',
  'compare-and-swap',
  'first-set',
  'exchange',
  'up',
  'try-down',
  'signal',
  'broadcast',
  'create',
  'end',
  'choose',
  'unlock',
]);

export class ModelSystem implements System<ModelState> {
  private state: ModelState;

  constructor(private readonly model: Model) {
    this.state = firstState(model);
  }

  get variables(): readonly number[] {
    return this.state.variables;
  }

  pending(): readonly Pending[] {
    const found: Pending[] = [];
    for (let thread = 0; thread < this.state.threads.length; thread++) {
      const state = threadOf(this.state, thread);
      if (state.life !== 'running') continue;
      const operation = operationOf(this.model, this.state, thread);
      found.push({
        thread,
        enabled: this.isEnabled(thread, state, operation),
        ways: this.waysOf(operation),
        mayBlock: !neverBlocking.has(operation.kind),
      });
    }
    return found;
  }

  expected(thread: number): Footprint {
    const operation = operationOf(this.model, this.state, thread);
    const state = threadOf(this.state, thread);
    const touched = this.touched(thread, state, operation, 0);
    if (operation.kind === 'compare-and-swap')
      return touching(['variable', valueOf(state, operation.variable), 'write']);
    if (operation.kind === 'first-set') return reading(...operation.variables);
    if (operation.kind === 'try-down') return touching(['semaphore', operation.semaphore, 'write']);
    if (operation.kind === 'signal' || operation.kind === 'broadcast')
      return touching(
        ['condition', operation.condition, 'write'],
        ...this.model.threads.map((_, other): Touch => ['woken', other, 'write']),
      );
    return touched;
  }

  standing(thread: number): PlaceInProgram {
    const { at, waiting } = threadOf(this.state, thread);
    const operation = operationOf(this.model, this.state, thread);
    let needs: number | null = null;
    if (operation.kind === 'lock') needs = objectOf('lock', operation.lock);
    if (operation.kind === 'down') needs = objectOf('semaphore', operation.semaphore);
    const halfway = ['no', 'asleep', 'woken'].indexOf(waiting);
    return { location: (thread * 1000 + at) * 3 + halfway, needs };
  }

  isTaken(object: number): boolean {
    const number = object % OBJECTS;
    return object < objectOf('semaphore', 0)
      ? this.state.holders[number] !== -1
      : this.state.semaphores[number] === 0;
  }

  take({ thread, way }: Move): Step {
    const state = threadOf(this.state, thread);
    const operation = operationOf(this.model, this.state, thread);
    if (state.life !== 'running' || !this.isEnabled(thread, state, operation))
      throw new Error(`thread ${thread} can't take a step`);
    if (way >= this.waysOf(operation)) throw new Error(`thread ${thread} has no way ${way}`);
    const footprint = this.touched(thread, state, operation, way);
    if (this.carryOut(thread, state, operation, way)) {
      state.at++;
      runPrivate(this.model, this.state, thread);
    }
    return { move: { thread, way }, footprint };
  }

  snapshot(): ModelState {
    return copyOf(this.state);
  }

  restore(snapshot: ModelState): void {
    this.state = copyOf(snapshot);
  }

  stateKey(): string {
    return JSON.stringify(this.state);
  }

  private isEnabled(thread: number, state: ThreadState, operation: Operation): boolean {
    const { variables, holders, semaphores, channels } = this.state;
    switch (operation.kind) {
      case 'await-all':
        return operation.variables.every((variable) => variables[variable] !== 0);
      case 'await-any':
        return operation.variables.some((variable) => variables[variable] !== 0);
      case 'lock':
        return holders[operation.lock] === -1;
      case 'lock-both':
        return operation.locks.every((lock) => holders[lock] === -1);
      case 'down':
        return (semaphores[operation.semaphore] ?? 0) > 0;
      case 'send':
        return (
          (channels[operation.channel]?.length ?? 0) < (this.model.channels[operation.channel] ?? 0)
        );
      case 'receive':
        return (channels[operation.channel]?.length ?? 0) > 0;
      case 'wait':
        if (state.waiting === 'no') return true;
        return state.waiting === 'woken' && holders[operation.lock] === -1;
      case 'join':
        return threadOf(this.state, operation.thread).life === 'ended';
      default:
        return true;
    }
  }

  private waysOf(operation: Operation): number {
    if (operation.kind === 'choose') return operation.ways;
    if (operation.kind !== 'signal') return 1;
    return Math.max(1, this.asleep(operation.condition).length);
  }

  /** Who waits for a condition and wasn't woken yet. */
  private asleep(condition: number): number[] {
    return this.state.threads.flatMap((state, thread) => {
      if (state.waiting !== 'asleep') return [];
      const operation = operationOf(this.model, this.state, thread);
      return operation.kind === 'wait' && operation.condition === condition ? [thread] : [];
    });
  }

  private wokenBy(operation: Operation, way: number): readonly number[] {
    if (operation.kind === 'broadcast') return this.asleep(operation.condition);
    if (operation.kind !== 'signal') return [];
    return this.asleep(operation.condition).slice(way, way + 1);
  }

  private touched(
    thread: number,
    state: ThreadState,
    operation: Operation,
    way: number,
  ): Footprint {
    switch (operation.kind) {
      case 'read':
        return reading(valueOf(state, operation.variable));
      case 'write':
      case 'add':
        return touching(['variable', valueOf(state, operation.variable), 'write']);
      case 'compare-and-swap': {
        const variable = valueOf(state, operation.variable);
        const isSwapped = this.state.variables[variable] === valueOf(state, operation.old);
        return touching(['variable', variable, isSwapped ? 'write' : 'read']);
      }
      case 'first-set': {
        const first = operation.variables.findIndex((at) => this.state.variables[at] !== 0);
        return reading(...operation.variables.slice(0, first === -1 ? undefined : first + 1));
      }
      case 'exchange':
        return touching(...operation.variables.map((at): Touch => ['variable', at, 'write']));
      case 'await-all':
      case 'await-any':
        return reading(...operation.variables);
      case 'lock':
      case 'unlock':
        return touching(['lock', operation.lock, 'write']);
      case 'lock-both':
        return touching(...operation.locks.map((lock): Touch => ['lock', lock, 'write']));
      case 'down':
      case 'up':
        return touching(['semaphore', operation.semaphore, 'write']);
      case 'try-down': {
        const isDown = (this.state.semaphores[operation.semaphore] ?? 0) > 0;
        return touching(['semaphore', operation.semaphore, isDown ? 'write' : 'read']);
      }
      case 'send':
      case 'receive':
        return touching(['channel', operation.channel, 'write']);
      case 'wait':
        if (state.waiting === 'no')
          return touching(
            ['lock', operation.lock, 'write'],
            ['condition', operation.condition, 'write'],
          );
        return touching(['lock', operation.lock, 'write'], ['woken', thread, 'write']);
      case 'signal':
      case 'broadcast': {
        const woken = this.wokenBy(operation, way);
        return touching(
          ['condition', operation.condition, woken.length > 0 ? 'write' : 'read'],
          ...woken.map((other): Touch => ['woken', other, 'write']),
        );
      }
      case 'create':
        return touching(['thread', operation.thread, 'write']);
      case 'join':
        return touching(['thread', operation.thread, 'read']);
      case 'end':
        return touching(['thread', thread, 'write']);
      case 'choose':
        return touching();
      case 'set':
      case 'jump':
      case 'jump-if-zero':
      case 'stop':
        throw new Error(`${operation.kind} is no step`);
    }
  }

  /** False where the thread stays at its operation. */
  private carryOut(thread: number, state: ThreadState, operation: Operation, way: number): boolean {
    const { variables, holders, semaphores, channels, threads } = this.state;
    switch (operation.kind) {
      case 'read':
        state.locals[operation.local] = variables[valueOf(state, operation.variable)] ?? 0;
        return true;
      case 'write':
        variables[valueOf(state, operation.variable)] = valueOf(state, operation.value);
        return true;
      case 'add': {
        const variable = valueOf(state, operation.variable);
        const old = variables[variable] ?? 0;
        variables[variable] = old + valueOf(state, operation.by);
        if (operation.local !== undefined) state.locals[operation.local] = old;
        return true;
      }
      case 'compare-and-swap': {
        const variable = valueOf(state, operation.variable);
        const isSwapped = variables[variable] === valueOf(state, operation.old);
        if (isSwapped) variables[variable] = valueOf(state, operation.value);
        state.locals[operation.local] = isSwapped ? 1 : 0;
        return true;
      }
      case 'first-set':
        state.locals[operation.local] = operation.variables.findIndex((at) => variables[at] !== 0);
        return true;
      case 'exchange': {
        const [a, b] = operation.variables;
        [variables[a], variables[b]] = [variables[b] ?? 0, variables[a] ?? 0];
        return true;
      }
      case 'await-all':
      case 'await-any':
      case 'join':
      case 'end':
        return true;
      case 'lock':
        holders[operation.lock] = thread;
        return true;
      case 'unlock':
        if (holders[operation.lock] === thread) holders[operation.lock] = -1;
        return true;
      case 'lock-both':
        for (const lock of operation.locks) holders[lock] = thread;
        return true;
      case 'down':
        semaphores[operation.semaphore] = (semaphores[operation.semaphore] ?? 0) - 1;
        return true;
      case 'up':
        semaphores[operation.semaphore] = (semaphores[operation.semaphore] ?? 0) + 1;
        return true;
      case 'try-down': {
        const isDown = (semaphores[operation.semaphore] ?? 0) > 0;
        if (isDown) semaphores[operation.semaphore] = (semaphores[operation.semaphore] ?? 0) - 1;
        state.locals[operation.local] = isDown ? 1 : 0;
        return true;
      }
      case 'send':
        channels[operation.channel]?.push(valueOf(state, operation.value));
        return true;
      case 'receive':
        state.locals[operation.local] = channels[operation.channel]?.shift() ?? 0;
        return true;
      case 'wait':
        if (state.waiting === 'no') {
          if (holders[operation.lock] === thread) holders[operation.lock] = -1;
          state.waiting = 'asleep';
          return false;
        }
        holders[operation.lock] = thread;
        state.waiting = 'no';
        return true;
      case 'signal':
      case 'broadcast':
        for (const other of this.wokenBy(operation, way)) {
          const woken = threads[other];
          if (woken !== undefined) woken.waiting = 'woken';
        }
        return true;
      case 'create':
        start(this.model, this.state, operation.thread);
        return true;
      case 'choose':
        state.locals[operation.local] = way;
        return true;
      case 'set':
      case 'jump':
      case 'jump-if-zero':
      case 'stop':
        throw new Error(`${operation.kind} is no step`);
    }
  }
}

type Touch = readonly [ObjectKind, number, Use];

/** Of one kind. */
const OBJECTS = 1000;

function objectOf(kind: ObjectKind, number: number): number {
  return objectKinds[kind] * OBJECTS + number;
}

function touching(...touches: readonly Touch[]): Footprint {
  const footprint = new Map<number, Use>();
  for (const [kind, number, use] of touches) {
    const object = objectOf(kind, number);
    if (footprint.get(object) !== 'write') footprint.set(object, use);
  }
  return footprint;
}

function reading(...variables: readonly number[]): Footprint {
  return touching(...variables.map((at): Touch => ['variable', at, 'read']));
}
