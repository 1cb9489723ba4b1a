/**
 * A counterexample as a story in the student's lines. Made when it is wanted, by following the schedule
 * again: every operation on what several threads use, who did it, at which line, with which value; the
 * pairs of accesses whose order matters; and of all that the few steps that explain the violation. Plain
 * data, for the command line, the browser and verdicts.
 */
import { assertNever } from '../../abi/assert-never';
import type { ExploredMachine, ExploredProgram } from '../machine/explored-program';
import { conflict, type Access, type Action, type SharedObject } from '../occurrence';
import type { Judge, Property } from '../properties/property';
import type { Violation } from '../result';
import { lineText, type Scene } from '../scene';
import type { ThreadId } from '../system';
import { ThreadNames } from '../words/thread-names';
import { essentialSteps } from './essential';
import { followSchedule } from './follow';
import type { StoryConflict, StoryKind, StoryStep } from './story-step';

export interface Story {
  /** As it is told with the names of this execution; null: nothing is violated in it. */
  readonly violation: Violation | null;
  /** The essential steps and what they come to, one sentence each: eight at most. */
  readonly sentences: readonly string[];
  /** Indices of the essential steps. */
  readonly essential: readonly number[];
  readonly steps: readonly StoryStep[];
  readonly conflicts: readonly StoryConflict[];
  readonly threads: readonly StoryThread[];
}

export interface StoryThread {
  readonly thread: ThreadId;
  readonly process: ThreadId;
  readonly name: string;
}

export interface StoryOptions {
  readonly program: ExploredProgram;
  readonly machine: ExploredMachine;
  readonly schedule: string;
  /** What the search has found; told anew where one of the properties finds it again. */
  readonly violation: Violation | null;
  readonly properties: readonly Property[];
}

export type Told =
  | { readonly kind: 'story'; readonly story: Story }
  | { readonly kind: 'misfit'; readonly message: string };

export function tellStory(options: StoryOptions): Told {
  const first = new FirstReading();
  const names = new ThreadNames();
  const followed = followSchedule({ ...options, names }, first);
  if (followed.kind === 'misfit') return followed;
  const judges = options.properties
    .filter(({ kind }) => options.violation === null || kind === options.violation.kind)
    .map((property) => property.judge());
  const recorder = new Recorder(first.shared(), judges);
  const again = followSchedule({ ...options, names }, recorder);
  if (again.kind === 'misfit') return again;
  if (again.end !== null)
    for (const judge of judges) recorder.found ??= judge.ended(again.end, again.scene);
  const violation = recorder.found ?? options.violation;
  const { steps } = recorder;
  const essential = essentialSteps(steps, violation);
  return {
    kind: 'story',
    story: {
      violation,
      sentences: [
        ...essential.indices.map((index) => sentence(steps[index])),
        ...essential.remarks,
        ...(violation === null ? [] : [violation.message]),
      ],
      essential: essential.indices,
      steps,
      conflicts: recorder.conflicts,
      threads: recorder.threads,
    },
  };
}

function sentence(step: StoryStep | undefined): string {
  if (step === undefined) return '';
  const text = `${step.who} ${step.text}${lineText(step.at)}.`;
  return text.startsWith('`') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Which objects several threads use. */
class FirstReading {
  private readonly users = new Map<string, Set<ThreadId>>();

  happened({ actions }: { readonly actions: readonly Action[] }): void {
    for (const action of actions)
      for (const key of objectKeys(action)) {
        const users = this.users.get(key) ?? new Set();
        this.users.set(key, users.add(action.thread));
      }
  }

  shared(): ReadonlySet<string> {
    return new Set([...this.users].filter(([, users]) => users.size > 1).map(([key]) => key));
  }
}

function objectKeys(action: Action): readonly string[] {
  if (action.kind === 'access') {
    const { space, address, bytes } = action.place;
    const keys: string[] = [];
    for (let k = 0; k < Math.min(bytes, BYTES_MAX); k++) keys.push(`${space}+${address + k}`);
    return keys;
  }
  return 'object' in action && action.object !== null ? [keyOf(action.object)] : [];
}

const BYTES_MAX = 4096;

function keyOf({ kind, key }: SharedObject): string {
  return `${kind} ${key}`;
}

class Recorder {
  readonly steps: StoryStep[] = [];
  readonly conflicts: StoryConflict[] = [];
  readonly threads: StoryThread[] = [];
  found: Violation | null = null;
  /** Names of the next operation's objects, while the thread still stands before it. */
  private names: readonly (string | null)[] = [];
  private readonly accesses: { readonly access: Access; readonly index: number }[] = [];

  constructor(
    private readonly shared: ReadonlySet<string>,
    private readonly judges: readonly Judge[],
  ) {}

  about({ accesses }: { readonly accesses: readonly Access[] }, scene: Scene): void {
    this.names = accesses.map((access) =>
      this.isShared(access) ? scene.placeName(access.thread, access.place) : null,
    );
  }

  happened(
    occurrence: { readonly thread: ThreadId; readonly actions: readonly Action[] },
    scene: Scene,
    choice: number,
  ): void {
    for (const { id, process } of scene.kernel.state.threads.values())
      if (!this.threads.some(({ thread }) => thread === id))
        this.threads.push({ thread: id, process, name: scene.nameOf(id) });
    occurrence.actions.forEach((action, k) => {
      if (!this.isTold(action, scene)) return;
      const step = this.toStep(action, this.names[k] ?? null, scene, choice);
      if (action.kind === 'access') this.join(action, this.steps.length, step.objectName ?? '');
      this.steps.push(step);
    });
    if (this.found !== null) return;
    for (const judge of this.judges) this.found ??= judge.stepped(occurrence, scene);
  }

  private isShared(action: Action): boolean {
    return objectKeys(action).some((key) => this.shared.has(key));
  }

  /** What nobody else uses, and what the library does for itself, is no part of a story. */
  private isTold(action: Action, scene: Scene): boolean {
    switch (action.kind) {
      case 'access':
        return this.isShared(action) && !scene.isOfLibrary(action.thread, action.place.local);
      case 'call':
        return false;
      case 'notify':
      case 'wait':
        return true;
      case 'lock':
      case 'unlock':
      case 'take':
      case 'give':
      case 'notified':
      case 'arrive':
      case 'pass':
      case 'send':
      case 'receive': {
        const { local } = action.object;
        return (
          this.isShared(action) && (local === null || !scene.isOfLibrary(action.thread, local))
        );
      }
      case 'create':
      case 'join':
      case 'end':
      case 'output':
      case 'finding':
      case 'signal':
      case 'timeout':
        return true;
      default:
        return assertNever(action);
    }
  }

  private toStep(action: Action, name: string | null, scene: Scene, choice: number): StoryStep {
    const { thread, at } = action;
    const object = 'object' in action ? action.object : null;
    let key: string | null = null;
    if (action.kind === 'access') key = `${action.place.space}+${action.place.address}`;
    else if (object !== null) key = keyOf(object);
    const objectName = name ?? (object === null ? null : scene.objectName(thread, object));
    const value = action.kind === 'access' ? scene.valueAt(thread, action.place) : null;
    return {
      kind: kindOf(action),
      thread,
      who: scene.nameOf(thread),
      text: textOf(action, objectName ?? 'memory', value, scene),
      at,
      choice,
      step: scene.kernel.state.step,
      object: key,
      objectName,
      value,
    };
  }

  /** Joins an access with the last ones of others that it conflicts with. */
  private join(access: Access, index: number, object: string): void {
    const seen = new Set<ThreadId>([access.thread]);
    for (let k = this.accesses.length - 1; k >= 0; k--) {
      const earlier = this.accesses[k];
      if (earlier === undefined || seen.has(earlier.access.thread)) continue;
      if (!conflict({ ...earlier.access, atomic: false }, access)) continue;
      seen.add(earlier.access.thread);
      this.conflicts.push({ first: earlier.index, second: index, object });
      // What came before a write is joined with that.
      if (earlier.access.use !== 'read') break;
    }
    this.accesses.push({ access, index });
  }
}

function kindOf(action: Action): StoryKind {
  switch (action.kind) {
    case 'access':
      return action.use === 'read' ? 'read' : 'write';
    case 'lock':
    case 'take':
    case 'pass':
      return 'lock';
    case 'unlock':
    case 'give':
    case 'arrive':
      return 'unlock';
    case 'wait':
      return 'wait';
    case 'notify':
    case 'notified':
      return 'notify';
    case 'send':
    case 'receive':
      return 'message';
    case 'create':
      return 'created';
    case 'join':
      return 'joined';
    case 'end':
      return 'ended';
    case 'signal':
    case 'timeout':
      return 'signal';
    case 'output':
    case 'finding':
    case 'call':
      return action.kind;
    default:
      return assertNever(action);
  }
}

function textOf(action: Action, object: string, value: string | null, scene: Scene): string {
  switch (action.kind) {
    case 'access':
      if (action.use === 'read') return `reads ${object}${value === null ? '' : ` (${value})`}`;
      if (action.use === 'update') return `changes ${object} to ${value ?? '?'} in one step`;
      return `writes ${value ?? 'something'} to ${object}`;
    case 'lock':
      return action.mode === 'shared' ? `locks ${object} to read` : `locks ${object}`;
    case 'unlock':
      return `unlocks ${object}`;
    case 'take':
      return action.amount === 0
        ? `finds ${object} at 0`
        : `takes ${units(action.amount)} from ${object}`;
    case 'give':
      return `gives ${units(action.amount)} to ${object}`;
    case 'wait':
      return action.object === null ? 'waits' : `waits for ${object}`;
    case 'notify':
      if (action.object.kind === 'signal')
        return `sends a signal to ${scene.nameOf(Number(action.object.key))}`;
      return `signals ${object}${action.woken === 0 ? ', but nobody waits for it' : ''}`;
    case 'notified':
      return action.object.kind === 'signal' ? 'gets a signal' : `is woken at ${object}`;
    case 'arrive':
      return `comes to ${object}`;
    case 'pass':
      return `passes ${object}`;
    case 'send':
      return action.object.kind === 'queue'
        ? `sends a message to ${object}`
        : `writes ${bytesText(action.bytes)} to ${object}`;
    case 'receive':
      return action.object.kind === 'queue'
        ? `takes a message from ${object}`
        : action.bytes === 0
          ? `finds the end of ${object}`
          : `reads ${bytesText(action.bytes)} from ${object}`;
    case 'create':
      return `creates ${scene.nameOf(action.child)}`;
    case 'join':
      return `learns that ${scene.nameOf(action.child)} has ended`;
    case 'end':
      return action.ended === action.thread ? 'ends' : `ends with ${scene.nameOf(action.ended)}`;
    case 'signal':
      return action.handled ? `handles ${action.name}` : `gets ${action.name}`;
    case 'timeout':
      return 'has waited as long as it wanted to';
    case 'output':
      return `prints ${JSON.stringify(action.text)}`;
    case 'finding':
      return `makes an error: ${action.finding.message.replace(/\.$/, '')}`;
    case 'call':
      return `calls ${action.name}`;
    default:
      return assertNever(action);
  }
}

function units(count: number): string {
  return count === 1 ? 'a unit' : `${count} units`;
}

function bytesText(count: number): string {
  return count === 1 ? 'a byte' : `${count} bytes`;
}
