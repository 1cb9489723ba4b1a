/**
 * Who waits for what, at which line, and who has it, since which line: the wait-for graph of a state, told
 * from what was done before. A semaphore is had by who took from it and has not given since; of a pipe
 * that stays empty, by who still has its writing end open.
 */
import { OpenFlag } from '../../kernel/files/open-file';
import type { SourcePosition, WaitReason } from '../../kernel/events';
import { waitReason } from '../../kernel/kernel';
import { pid } from '../../kernel/pid';
import type { Occurrence, SharedObject } from '../occurrence';
import { waitObject } from '../operations/follower';
import { lineText, type Scene } from '../scene';
import { listText } from '../words/list-text';
import type { ThreadId } from '../system';

/** One edge of the wait-for graph. */
export interface WaitsFor {
  readonly thread: ThreadId;
  readonly name: string;
  readonly at: SourcePosition | null;
  /** "the mutex `a`" */
  readonly what: string;
  readonly reason: WaitReason;
  readonly holders: readonly Holder[];
  /** Of a semaphore that some give to and others take from: who gave, and where last. */
  readonly givers: readonly Holder[];
}

export interface Holder {
  readonly thread: ThreadId;
  readonly name: string;
  /** Where it got it; null where that is not known, as of a pipe's end. */
  readonly since: SourcePosition | null;
}

interface Held {
  readonly thread: ThreadId;
  readonly at: SourcePosition | null;
}

/** Units of locks and semaphores, as an execution goes on. */
export class UnitsHeld {
  constructor(
    /** By object: a unit each. Only words come from it. */
    private readonly held: Map<string, readonly Held[]> = new Map(),
    /** By semaphore: who has given to it without having taken from it. */
    private readonly given: Map<string, readonly Held[]> = new Map(),
  ) {}

  follow({ actions }: Occurrence): void {
    for (const action of actions) {
      if (action.kind === 'lock' || action.kind === 'take') {
        const key = keyOf(action.object);
        const unit = { thread: action.thread, at: action.at };
        this.held.set(key, [...(this.held.get(key) ?? []), unit]);
      } else if (action.kind === 'unlock' || action.kind === 'give') {
        const key = keyOf(action.object);
        const units = [...(this.held.get(key) ?? [])];
        const own = units.findIndex(({ thread }) => thread === action.thread);
        if (own < 0 && action.kind === 'give') {
          const others = (this.given.get(key) ?? []).filter(
            ({ thread }) => thread !== action.thread,
          );
          this.given.set(key, [...others, { thread: action.thread, at: action.at }]);
        }
        // A unit that somebody else took is given back for it.
        units.splice(Math.max(0, own), 1);
        this.held.set(key, units);
      }
    }
  }

  clone(): UnitsHeld {
    return new UnitsHeld(new Map(this.held), new Map(this.given));
  }

  /** Those that wait for each other in a circle come first. */
  waitForGraph(scene: Scene): readonly WaitsFor[] {
    const { state } = scene.kernel;
    const graph: WaitsFor[] = [];
    const reasons =
      state.outcome?.kind === 'deadlock'
        ? new Map(state.outcome.waiting.map(({ pid: id, reason }) => [id, reason]))
        : new Map<number, WaitReason>(
            [...state.threads.values()]
              .filter((thread) => thread.state === 'waiting')
              .map((thread) => [thread.id, waitReason(scene.kernel, thread)]),
          );
    for (const id of scene.threads()) {
      const thread = state.threads.get(pid(id));
      const reason = reasons.get(pid(id));
      if (thread === undefined || reason === undefined) continue;
      const object = thread.wait === null ? null : waitObject(scene.kernel, thread, thread.wait);
      graph.push({
        thread: id,
        name: scene.nameOf(id),
        at: scene.positionOf(id),
        what: whatText(reason, object, scene, id),
        reason,
        holders: this.holders(scene, id, reason, object),
        givers: this.giversOf(scene, object),
      });
    }
    return circleFirst(graph);
  }

  private giversOf(scene: Scene, object: SharedObject | null): readonly Holder[] {
    if (object?.kind !== 'semaphore') return [];
    return (this.given.get(keyOf(object)) ?? []).map(({ thread, at }) => ({
      thread,
      name: scene.nameOf(thread),
      since: at,
    }));
  }

  private holders(
    scene: Scene,
    waiter: ThreadId,
    reason: WaitReason,
    object: SharedObject | null,
  ): readonly Holder[] {
    const holder = (thread: ThreadId, since: SourcePosition | null): Holder => ({
      thread,
      name: scene.nameOf(thread),
      since,
    });
    switch (reason.kind) {
      case 'lock':
      case 'semaphore':
      case 'file-lock':
        return object === null || object.kind === 'condition' || object.kind === 'barrier'
          ? []
          : (this.held.get(keyOf(object)) ?? []).map(({ thread, at }) => holder(thread, at));
      case 'thread':
        return [holder(reason.thread, null)];
      case 'child': {
        const target = reason.pid;
        return [...scene.kernel.state.processes.values()]
          .filter((child) => child.parent === ownerOf(scene, waiter) && child.status === null)
          .filter((child) => target === null || child.pid === target)
          .map((child) => holder(child.pid, null));
      }
      case 'pipe-read':
        return [...scene.kernel.state.processes.values()]
          .filter(({ descriptors }) =>
            descriptors.some((descriptor) => {
              if (descriptor === null) return false;
              const description = scene.kernel.state.descriptions.get(descriptor.description);
              return (
                description?.target.kind === 'pipe' &&
                description.target.pipe === reason.pipe &&
                (description.flags & OpenFlag.O_ACCMODE) !== OpenFlag.O_RDONLY
              );
            }),
          )
          .map((process) => holder(process.pid, null));
      default:
        return [];
    }
  }
}

function ownerOf(scene: Scene, thread: ThreadId): number {
  return scene.kernel.state.threads.get(pid(thread))?.process ?? thread;
}

/**
 * Those that wait for each other in a circle come first, each before the one that it waits for. Who only
 * waits for others to end isn't named first.
 */
function circleFirst(graph: readonly WaitsFor[]): readonly WaitsFor[] {
  const byThread = new Map(graph.map((edge) => [edge.thread, edge]));
  for (const start of graph) {
    const path: WaitsFor[] = [];
    let edge: WaitsFor | undefined = start;
    while (edge !== undefined && !path.includes(edge)) {
      path.push(edge);
      edge = edge.holders
        .map(({ thread }) => byThread.get(thread))
        .find((next) => next !== undefined);
    }
    if (edge === undefined) continue;
    const circle = path.slice(path.indexOf(edge));
    const first = Math.max(
      0,
      circle.findIndex((each) => !waitsForEnd(each)),
    );
    return [
      ...circle.slice(first),
      ...circle.slice(0, first),
      ...graph.filter((each) => !circle.includes(each)),
    ];
  }
  return [...graph.filter((edge) => !waitsForEnd(edge)), ...graph.filter(waitsForEnd)];
}

export function waitsForEnd({ reason }: WaitsFor): boolean {
  return reason.kind === 'thread' || reason.kind === 'child' || reason.kind === 'other-threads';
}

function whatText(
  reason: WaitReason,
  object: SharedObject | null,
  scene: Scene,
  thread: ThreadId,
): string {
  switch (reason.kind) {
    case 'child':
      return reason.pid === null
        ? 'one of its children to end'
        : `${scene.nameOf(reason.pid)} to end`;
    case 'thread':
      return `${scene.nameOf(reason.thread)} to end`;
    case 'other-threads':
      return 'its other threads to end';
    case 'pipe-read':
      return `data from ${channelText(object, `pipe ${reason.pipe}`, scene, thread)}`;
    case 'pipe-write':
      return `room in ${channelText(object, `pipe ${reason.pipe}`, scene, thread)}, which is full`;
    case 'message-send':
      return `room in ${channelText(object, reason.queue, scene, thread)}, which is full`;
    case 'message-receive':
      return `a message${typeText(scene, thread)} in ${channelText(object, reason.queue, scene, thread)}`;
    case 'signal':
      return 'a signal';
    case 'stopped':
      return 'being continued';
    case 'terminal':
      return 'input';
    case 'socket':
      return `the socket ${reason.address}`;
    case 'event':
      return `the event descriptor of its ${reason.source}`;
    case 'poll':
      return 'something to happen on its descriptors';
    case 'fifo-open':
      return `a ${reason.for} of the FIFO ${reason.path}`;
    case 'file-lock':
      return `a lock on ${reason.path}`;
    case 'sleep':
      return 'its sleep to be over';
    case 'device':
      return `device ${reason.device}`;
    case 'lock':
    case 'semaphore': {
      const name =
        object === null ? `the ${reason.kind} ${reason.name}` : scene.objectName(thread, object);
      return reason.kind === 'lock' && reason.object === 'condition'
        ? `a signal of ${name}`
        : reason.kind === 'lock' && reason.object === 'barrier'
          ? `others to come to ${name}`
          : name;
    }
  }
}

function channelText(
  object: SharedObject | null,
  otherwise: string,
  scene: Scene,
  thread: ThreadId,
): string {
  return object === null ? otherwise : scene.objectName(thread, object);
}

/** Of the System V messages that it would take. */
function typeText(scene: Scene, thread: ThreadId): string {
  const wait = scene.kernel.state.threads.get(pid(thread))?.wait;
  if (wait?.kind !== 'message-receive') return '';
  const { type, except } = wait.selection;
  return type > 0 && !except ? ` of type ${type}` : '';
}

/** `others-go-on`: what it waits for may come yet. */
export function waitText(
  { name, at, what, reason, holders, givers, thread }: WaitsFor,
  rest: 'all-wait' | 'others-go-on' = 'all-wait',
): string {
  if (reason.kind === 'child' || reason.kind === 'thread')
    return `${name} waits${lineText(at)} for ${what}`;
  const waits = `${name} waits for ${what}${lineText(at)}`;
  if (reason.kind === 'pipe-read')
    return holders.length === 0
      ? waits
      : `${waits}; its writing end is still open in ${listText(holders.map((holder) => (holder.thread === thread ? `${holder.name} itself` : holder.name)))}`;
  const had = [...new Set(holders.map((holder) => holderText(holder, thread)))];
  if (reason.kind !== 'semaphore')
    return had.length === 0 ? waits : `${waits}, which ${listText(had)}`;
  if (givers.length > 0) {
    const others = givers.map(({ name: giver, since }) => `${giver}${lineText(since)}`);
    return `${waits}; ${rest === 'all-wait' ? 'only ' : ''}${listText(others)} gave to it`;
  }
  if (had.length === 0)
    return rest === 'all-wait'
      ? `${waits}, which was 0 from the beginning`
      : `${waits}, which is 0`;
  return holders.every((holder) => holder.thread === thread)
    ? `${waits}; it has taken all there was itself${rest === 'all-wait' ? ', and nobody gives any back' : ''}`
    : `${waits}, which ${listText(had)}`;
}

function holderText({ thread, name, since }: Holder, waiter: ThreadId): string {
  return `${thread === waiter ? `${name} itself` : name} has${since === null ? '' : ` since line ${since.line}`}`;
}

function keyOf({ kind, key }: SharedObject): string {
  return `${kind} ${key}`;
}
