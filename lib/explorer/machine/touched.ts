/** What one operation touches, word by word and object by object. */
import { HEAP_LIMIT } from '../../abi/address-space';
import { sharesOwnMemory, type Process } from '../../kernel/processes/process';
import { hasHandler } from '../../kernel/signals/signals';
import type { ThreadId, Use } from '../system';
import type { TouchSink } from './call-context';
import { byteObject, kernelObject, wordObject, type ObjectKind } from './objects';
import type { Sharing } from './sharing';

/** What is known of which objects are shared. */
export interface ObjectsTouched {
  readonly sharing: Sharing;
  /** The number of a process's own memory, or of a shared region: part of its words' names. */
  spaceOf(kind: 'p' | 'r', id: number): number;
  /** A thread touches an object. True: it is shared. */
  touches(object: number, thread: ThreadId, use: Use): boolean;
  /** Whether different bytes of a word are used. */
  isSplit(word: number): boolean;
  splitWord(word: number): void;
}

/** Collects what one operation touches: the shared part is its footprint. */
export class Touched implements TouchSink {
  readonly footprint = new Map<number, Use>();
  /** It is in memory that other processes may share. */
  inRegion = false;

  constructor(
    private readonly system: ObjectsTouched,
    /** The thread; while it is in a handler of a signal, another number: that comes between any two accesses. */
    private readonly thread: ThreadId,
    private readonly process: Process,
  ) {}

  readonly visit = (address: number, bytes: number, use: Use): void => {
    this.memory(address, bytes, use);
  };

  /** Data and heap: other threads' stacks are not copied. */
  wholeMemory(): void {
    const { system, thread, process } = this;
    const space = system.spaceOf('p', process.pid);
    const from = wordObject(space, 0);
    const to = wordObject(space, HEAP_LIMIT);
    for (const object of system.sharing.copy(thread, from, to)) this.note(object, 'read');
  }

  touch(kind: ObjectKind, id: number, use: Use): void {
    this.add(kernelObject(kind, id), use);
  }

  add(object: number, use: Use): void {
    if (!this.system.touches(object, this.thread, use)) return;
    this.note(object, use);
  }

  memory(address: number, bytes: number, use: Use): void {
    const { attachments, pid: id } = this.process;
    const alone = !sharesOwnMemory(this.process) && !hasHandler(this.process);
    let space = -1;
    let from = address;
    for (const attachment of attachments)
      if (address >= attachment.address && address < attachment.address + attachment.byteCount) {
        if (attachment.kind === 'private' && alone) return;
        this.inRegion = attachment.kind !== 'private';
        space = this.system.spaceOf('r', attachment.region);
        from = address - attachment.address + attachment.offset;
        break;
      }
    if (space < 0) {
      if (alone) return;
      space = this.system.spaceOf('p', id);
    }
    this.words(space, from, bytes, use);
  }

  region(region: number, from: number, bytes: number, use: Use): void {
    this.words(this.system.spaceOf('r', region), from, bytes, use);
  }

  private words(space: number, from: number, bytes: number, use: Use): void {
    const end = from + bytes;
    for (let word = from - (from % 4); word < end; word += 4) {
      const object = wordObject(space, word);
      const first = Math.max(from, word) - word;
      const last = Math.min(end, word + 4) - word;
      this.word(object, first, last, use);
    }
  }

  /** Bytes `first` to before `last` of a word. */
  private word(word: number, first: number, last: number, use: Use): void {
    const { system, thread } = this;
    if (system.isSplit(word)) {
      for (let byte = first; byte < last; byte++) {
        const object = byteObject(word, byte);
        if (system.touches(object, thread, use)) this.note(object, use);
      }
      return;
    }
    if (!system.touches(word, thread, use)) return;
    if (last - first < 4) system.splitWord(word);
    this.note(word, use);
  }

  private note(object: number, use: Use): void {
    if (use === 'write' || !this.footprint.has(object)) this.footprint.set(object, use);
  }
}
