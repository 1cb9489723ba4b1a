/** What observers of properties and stories look at: a state of the machine, and words for what is in it. */
import type { SourcePosition } from '../kernel/events';
import type { Kernel } from '../kernel/kernel';
import { pid } from '../kernel/pid';
import { studentFrames, studentPosition } from '../vm/stack-walk';
import { callers } from './machine/callers';
import type { Access, Place, SharedObject } from './occurrence';
import { accessesOfNext } from './operations/accesses';
import type { ThreadId } from './system';
import { ChannelNames } from './words/channel-names';
import { ThreadNames } from './words/thread-names';
import { valueText, variableAt, type NamedVariable } from './words/variables';

export class Scene {
  readonly channels = new ChannelNames();

  constructor(
    readonly kernel: Kernel,
    readonly names: ThreadNames = new ThreadNames(),
  ) {
    names.update(kernel);
  }

  /** Threads that have not ended, in a fixed order. */
  threads(): readonly ThreadId[] {
    return [...this.kernel.state.threads.keys()].sort((a, b) => a - b);
  }

  nameOf(thread: ThreadId): string {
    this.names.update(this.kernel);
    return this.names.nameOf(thread);
  }

  /** The student's lines on a thread's stack, innermost first. */
  stackOf(thread: ThreadId): readonly SourcePosition[] {
    const context = this.contextOf(thread);
    if (context === null) return [];
    return [...studentFrames(context)].flatMap(({ position }) =>
      position === null ? [] : [position],
    );
  }

  /** Names of the functions that it is in calls of. */
  functionsOf(thread: ThreadId): ReadonlySet<string> {
    const context = this.contextOf(thread);
    return new Set(context === null ? [] : callers(context));
  }

  positionOf(thread: ThreadId): SourcePosition | null {
    const context = this.contextOf(thread);
    return context === null ? null : studentPosition(context);
  }

  /** The accesses of a thread's next step; none if that isn't one to memory. */
  nextAccesses(thread: ThreadId): readonly Access[] {
    const known = this.kernel.state.threads.get(pid(thread));
    return known?.state === 'ready' && known.beforeVisible
      ? accessesOfNext(this.kernel, known)
      : [];
  }

  variable(thread: ThreadId, place: Place): NamedVariable {
    const context = this.contextOf(thread);
    if (context === null) return { name: 'memory', type: null };
    return variableAt(context, place.local, place.bytes);
  }

  /** What lies at an address, as a name in the thread's scope. */
  nameAt(thread: ThreadId, address: number): string {
    return this.placeName(thread, { space: '', address, local: address, bytes: 1 });
  }

  placeName(thread: ThreadId, place: Place): string {
    const { name } = this.variable(thread, place);
    return name.includes('`') || name.includes(' ') ? name : `\`${name}\``;
  }

  /** What is there now, in C's words. */
  valueAt(thread: ThreadId, place: Place): string | null {
    const context = this.contextOf(thread);
    const bytes = context?.memory.readBytes(place.local, place.bytes);
    if (context === null || bytes == null) return null;
    return valueText(context.image, this.variable(thread, place).type, bytes);
  }

  /** "the mutex `m`", "the semaphore `full`", "pipe 1". */
  objectName(thread: ThreadId, object: SharedObject): string {
    const known = this.channels.nameOf(object, this.kernel);
    if (known !== null) return known;
    const word = KIND_WORDS[object.kind];
    if (object.local === null)
      return `${word} ${object.key}`.replace(/^semaphore/, 'the semaphore');
    const name = this.nameAt(thread, object.local).replace(/\.__\w+(\[0\])?`$/, '`');
    return `the ${word} ${name}`;
  }

  /** Of one in memory; null: it lies elsewhere. */
  semaphoreValue(thread: ThreadId, { local }: SharedObject): string | null {
    const value = local === null ? null : this.contextOf(thread)?.memory.readInt32(local);
    return value == null ? null : String(value);
  }

  /** Whether the address is in an object of the C library. */
  isOfLibrary(thread: ThreadId, address: number): boolean {
    const image = this.contextOf(thread)?.image;
    return (
      image?.globals.some(
        ({ location, bytes, library }) =>
          library === true && address >= location && address < location + bytes,
      ) ?? false
    );
  }

  private contextOf(thread: ThreadId) {
    return this.kernel.contexts.get(pid(thread)) ?? null;
  }
}

const KIND_WORDS: Readonly<Record<SharedObject['kind'], string>> = {
  mutex: 'mutex',
  'read-write-lock': 'read-write lock',
  'file-lock': 'lock on',
  semaphore: 'semaphore',
  condition: 'condition variable',
  barrier: 'barrier',
  futex: 'futex',
  pipe: 'pipe',
  queue: 'message queue',
  socket: 'socket',
  signal: 'signal to process',
};

export function lineText(at: SourcePosition | null): string {
  return at === null ? '' : ` at line ${at.line}`;
}
