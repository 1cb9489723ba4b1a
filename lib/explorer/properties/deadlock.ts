/**
 * Deadlock: some threads are left, and none can go on. Told as the wait-for graph: who waits for what, at
 * which line, and who has it, since which line. A semaphore is had by who took from it and has not given
 * since; of a pipe that stays empty, by who still has its writing end open.
 */
import { OpenFlag } from '../../kernel/files/open-file';
import type { SourcePosition, WaitReason } from '../../kernel/events';
import { pid } from '../../kernel/pid';
import type { Occurrence, SharedObject } from '../occurrence';
import { waitObject } from '../operations/follower';
import type { Violation } from '../result';
import { lineText, type Scene } from '../scene';
import type { ThreadId } from '../system';
import type { EndKind } from './observer';
import type { Judge, Property } from './property';

export function deadlock(): Property {
  return { kind: 'deadlock', needs: 'executions', judge: () => new DeadlockJudge(new Map()) };
}

/** One edge of the wait-for graph. */
export interface WaitsFor {
  readonly thread: ThreadId;
  readonly name: string;
  readonly at: SourcePosition | null;
  /** "the mutex `a`" */
  readonly what: string;
  readonly reason: WaitReason;
  readonly holders: readonly Holder[];
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

class DeadlockJudge implements Judge {
  constructor(
    /** By object: a unit each. Only words come from it. */
    private readonly held: Map<string, readonly Held[]>,
  ) {}

  stepped({ actions }: Occurrence): null {
    for (const action of actions) {
      if (action.kind === 'lock' || action.kind === 'take') {
        const key = keyOf(action.object);
        const unit = { thread: action.thread, at: action.at };
        this.held.set(key, [...(this.held.get(key) ?? []), unit]);
      } else if (action.kind === 'unlock' || action.kind === 'give') {
        const key = keyOf(action.object);
        const units = [...(this.held.get(key) ?? [])];
        const own = units.findIndex(({ thread }) => thread === action.thread);
        // A unit that somebody else took is given back for it.
        units.splice(Math.max(0, own), 1);
        this.held.set(key, units);
      }
    }
    return null;
  }

  ended(end: EndKind, scene: Scene): Violation | null {
    if (end !== 'deadlock') return null;
    const graph = this.waitForGraph(scene);
    return {
      kind: 'deadlock',
      message: `Deadlock: ${graph.map(waitText).join('; ')}.`,
      location: graph[0]?.at ?? null,
      details: { waitsFor: graph },
    };
  }

  clone(): DeadlockJudge {
    return new DeadlockJudge(new Map(this.held));
  }

  key(): string {
    return '';
  }

  private waitForGraph(scene: Scene): readonly WaitsFor[] {
    const { state } = scene.kernel;
    const graph: WaitsFor[] = [];
    const reasons =
      state.outcome?.kind === 'deadlock'
        ? new Map(state.outcome.waiting.map(({ pid: id, reason }) => [id, reason]))
        : new Map<number, WaitReason>();
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
      });
    }
    return circleFirst(graph);
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

function waitsForEnd({ reason }: WaitsFor): boolean {
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
      return `data in pipe ${reason.pipe}, which is empty`;
    case 'pipe-write':
      return `room in pipe ${reason.pipe}, which is full`;
    case 'message-send':
      return `room in ${reason.queue}`;
    case 'message-receive':
      return `a message in ${reason.queue}`;
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

function waitText({ name, at, what, reason, holders, thread }: WaitsFor): string {
  const waits = `${name} waits for ${what}${lineText(at)}`;
  if (reason.kind === 'child' || reason.kind === 'thread') return waits;
  if (reason.kind === 'pipe-read')
    return holders.length === 0
      ? waits
      : `${waits}; its writing end is still open in ${holders.map((holder) => (holder.thread === thread ? `${holder.name} itself` : holder.name)).join(' and ')}`;
  const had = holders.map((holder) => {
    const who = holder.thread === thread ? `${holder.name} itself` : holder.name;
    return `${who} has${holder.since === null ? '' : ` since line ${holder.since.line}`}`;
  });
  if (had.length > 0) return `${waits}, which ${had.join(' and ')}`;
  return reason.kind === 'semaphore' ? `${waits}, which nobody gives any more` : waits;
}

function keyOf({ kind, key }: SharedObject): string {
  return `${kind} ${key}`;
}
