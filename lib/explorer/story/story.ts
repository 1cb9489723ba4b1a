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
import type { Upcoming } from '../operations/follower';
import { capitalized, closing, retold } from './closing';
import { followSchedule } from './follow';
import { kindOf, MAKES, textOf } from './step-text';
import type { StoryConflict, StoryStep } from './story-step';

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
  /** An execution that differs little, and in which nothing is violated. */
  readonly rightSchedule?: string | null;
  readonly properties: readonly Property[];
}

export type Told =
  | { readonly kind: 'story'; readonly story: Story }
  | { readonly kind: 'misfit'; readonly message: string };

export function tellStory(options: StoryOptions): Told {
  const judges = options.properties
    .filter(({ kind }) => options.violation === null || kind === options.violation.kind)
    .map((property) => property.judge());
  const read = readSchedule(options, options.schedule, judges);
  if (read.kind === 'misfit') return read;
  const { recorder, scene } = read;
  const { rightSchedule = null } = options;
  const right = rightSchedule === null ? null : readSchedule(options, rightSchedule, []);
  const violation =
    recorder.found ??
    (options.violation === null ? null : retold(options.violation, scene, recorder.steps));
  const { steps } = recorder;
  const essential = essentialSteps(
    steps,
    violation,
    right?.kind === 'read' ? right.recorder.steps : null,
  );
  // Of an error the last sentence is the error itself.
  const isOwnError = violation?.kind === 'memory-error' || violation?.kind === 'assertion';
  const indices = essential.indices.filter(
    (index) => !isOwnError || steps[index]?.kind !== 'finding',
  );
  return {
    kind: 'story',
    story: {
      violation,
      sentences: [
        ...indices.map((index) => sentence(steps[index], essential.late.has(index))),
        ...essential.remarks,
        ...(violation === null ? [] : closing(violation, steps)),
      ],
      essential: indices,
      steps,
      conflicts: recorder.conflicts,
      threads: recorder.threads,
    },
  };
}

type Read =
  | { readonly kind: 'read'; readonly recorder: Recorder; readonly scene: Scene }
  | { readonly kind: 'misfit'; readonly message: string };

/** Twice: first for who will be there and what several use, then to tell it. */
function readSchedule(options: StoryOptions, schedule: string, judges: readonly Judge[]): Read {
  const { program, machine } = options;
  const first = new FirstReading();
  const names = new ThreadNames();
  const followed = followSchedule({ program, machine, schedule, names }, first);
  if (followed.kind === 'misfit') return followed;
  const recorder = new Recorder(first.shared(), judges, tellsAllShared(options.violation));
  const again = followSchedule({ program, machine, schedule, names }, recorder);
  if (again.kind === 'misfit') return again;
  for (const judge of judges)
    recorder.found ??=
      again.end === null
        ? (judge.stopped?.(again.scene) ?? null)
        : judge.ended(again.end, again.scene);
  return { kind: 'read', recorder, scene: again.scene };
}

/** A condition reads what only one may use in this execution; so does who waits in a loop for what another would write. */
function tellsAllShared(violation: Violation | null): boolean {
  switch (violation?.kind) {
    case 'invariant':
    case 'unreached':
    case 'busy-wait':
    case 'livelock':
      return true;
    default:
      return false;
  }
}

function sentence(step: StoryStep | undefined, isLate: boolean): string {
  if (step === undefined) return '';
  const text = `${step.who} ${step.text}${lineText(step.at)}.`;
  return isLate ? `Only then ${text}` : capitalized(text);
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
  /** Of each byte the last ones of each thread and use. */
  private readonly lastAccesses = new Map<string, Map<string, Joined>>();

  constructor(
    private readonly shared: ReadonlySet<string>,
    private readonly judges: readonly Judge[],
    /** What lies in shared memory is told even if only one uses it. */
    private readonly tellsAllShared: boolean,
  ) {}

  about(before: Upcoming, scene: Scene): void {
    this.names = before.accesses.map((access) =>
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
    if (this.tellsAllShared && action.kind === 'access' && action.place.space.startsWith('r'))
      return true;
    return objectKeys(action).some((key) => this.shared.has(key));
  }

  /** What nobody else uses, and what the library does for itself, is no part of a story. */
  private isTold(action: Action, scene: Scene): boolean {
    switch (action.kind) {
      case 'access':
        return this.isShared(action) && !scene.isOfLibrary(action.thread, action.place.local);
      case 'call':
        return MAKES[action.name] !== undefined;
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
    let value: string | null = null;
    if (action.kind === 'access') value = scene.valueAt(thread, action.place);
    else if (object?.kind === 'semaphore') value = scene.semaphoreValue(thread, object);
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
      other: action.kind === 'create' || action.kind === 'join' ? action.child : null,
    };
  }

  /** Joins an access with the last ones of others that it conflicts with. */
  private join(access: Access, index: number, object: string): void {
    const earlier = new Set<Joined>();
    for (const key of objectKeys(access)) {
      let known = this.lastAccesses.get(key);
      if (known === undefined) {
        known = new Map<string, Joined>();
        this.lastAccesses.set(key, known);
      }
      for (const [, other] of known)
        if (
          other.access.thread !== access.thread &&
          conflict({ ...other.access, atomic: false }, access)
        )
          earlier.add(other);
      known.set(`${access.thread} ${access.use}`, { access, index });
    }
    const seen = new Set<ThreadId>();
    for (const other of [...earlier].sort((a, b) => b.index - a.index)) {
      if (seen.has(other.access.thread)) continue;
      seen.add(other.access.thread);
      this.conflicts.push({ first: other.index, second: index, object });
      // What came before a write is joined with that.
      if (other.access.use !== 'read') break;
    }
  }
}

interface Joined {
  readonly access: Access;
  readonly index: number;
}
