/**
 * Whose each word of memory is, as far as threads have touched it: what tells a state's parts from each
 * other. A word has a *slot* if its value belongs to no single thread: it is shared; or different bytes of
 * it are used; or it lies in a thread's stack and another one has touched it. Words that only one
 * thread touches are its own. All others are constant while threads run side by side, or change by
 * what no footprint tells, and are the rest.
 */
import { MAPPING_LIMIT } from '../../abi/address-space';
import type { ThreadId } from '../system';
import { placeOfWord, wordOf } from './objects';
import type { Sharing } from './sharing';
import type { Spaces } from './spaces';
import { isWithin, type StackRange } from './stack-range';

export interface WordPlace {
  readonly space: number;
  readonly address: number;
}

export interface OwnedWord extends WordPlace {
  readonly object: number;
}

export interface Stacks {
  /** The living thread in whose stack an address of a process lies. */
  ownerAt(process: number, address: number): ThreadId | null;
  /** Whether an address lies in the stack that a thread has, or had. */
  wasOf(thread: ThreadId, address: number): boolean;
}

export class Ownership {
  /** By slot. */
  readonly slots: WordPlace[] = [];
  /** Words below the stacks that a thread was the first to touch: whose they are now, `ownerOf` tells. */
  readonly touched: OwnedWord[] = [];
  /** Grows with what threads may depend on beside their footprints. */
  version = 0;
  private readonly processes = new Set<number>();
  private readonly slotOfWord = new Map<number, number>();
  /** Slots that a thread may use though its footprints don't tell. */
  private readonly untold = new Map<ThreadId, Set<number>>();
  private readonly untoldOfAll = new Set<number>();
  private readonly stackSlots: { readonly slot: number; readonly place: WordPlace }[] = [];

  constructor(
    private readonly sharing: Sharing,
    private readonly spaces: Spaces,
  ) {}

  slotOf(object: number): number | null {
    return this.slotOfWord.get(wordOf(object)) ?? null;
  }

  /** Whether anybody's touches in a process's own memory were noted. */
  isInProcess(process: number): boolean {
    return this.processes.has(process);
  }

  /** What was touched since last time. */
  learn(stacks: Stacks): void {
    const { sharing } = this;
    for (let news = sharing.takeNews(); news.length > 0; news = sharing.takeNews())
      for (const object of news) {
        if (object < 0) continue;
        const place = placeOfWord(object);
        const { kind, id } = this.spaces.at(place.space);
        if (kind === 'p') this.processes.add(id);
        const isOnStack = kind === 'p' && place.address >= MAPPING_LIMIT;
        const stackOwner = isOnStack ? stacks.ownerAt(id, place.address) : null;
        const owner = sharing.ownerOf(object);
        if (isOnStack && owner !== null && stacks.wasOf(owner, place.address)) continue;
        // What an ended thread has left is no part of states, unless somebody uses it.
        if (isOnStack && stackOwner === null) sharing.share(object);
        if (sharing.isShared(object)) this.slotFor(object, place, isOnStack);
        else if (wordOf(object) !== object || isOnStack)
          this.leaveUntold(owner, this.slotFor(object, place, isOnStack));
        else this.touched.push({ ...place, object });
      }
  }

  /** Slots that a thread's steps may depend on beside those of its footprint, in a fixed order. */
  beside(thread: ThreadId, stack: StackRange | null): readonly number[] {
    const slots = new Set([...this.untoldOfAll, ...(this.untold.get(thread) ?? [])]);
    for (const { slot, place } of this.stackSlots)
      if (stack !== null && isWithin(stack, place.address)) slots.add(slot);
    return [...slots];
  }

  private slotFor(object: number, place: WordPlace, isOnStack: boolean): number {
    const word = wordOf(object);
    let slot = this.slotOfWord.get(word);
    if (slot !== undefined) return slot;
    slot = this.slots.length;
    this.slots.push(place);
    this.slotOfWord.set(word, slot);
    if (isOnStack) {
      // Its owner uses it by name, which is no visible operation.
      this.stackSlots.push({ slot, place });
      this.version++;
    }
    return slot;
  }

  private leaveUntold(thread: ThreadId | null, slot: number): void {
    let slots = this.untoldOfAll;
    if (thread !== null) {
      const known = this.untold.get(thread);
      slots = known ?? new Set();
      if (known === undefined) this.untold.set(thread, slots);
    }
    if (slots.has(slot)) return;
    slots.add(slot);
    this.version++;
  }
}
