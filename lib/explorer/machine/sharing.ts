/**
 * What several threads share. An object (a word of memory, a pipe, the heap of a process ...) that only
 * one thread touches in all executions, or that nobody writes, is private: touching it is no visible
 * operation, and no search has to try orders of it. Which objects these are isn't known before. A search
 * begins with all of them private; when two threads turn out to touch one, and one of them writes, the
 * object is shared from then on, and the search begins again. Once a search comes to its end without
 * a new one, what it took for private was private in all executions: decision 063.
 */
import type { ThreadId, Use } from '../system';
import { HANDLERS } from './operation';

/** A thread's touches so far: bit 0, it wrote. Above: the thread. */
type Toucher = number;

function threadIn(toucher: Toucher): ThreadId {
  return Math.floor(toucher / 2);
}

/** Several threads have read it, none has written. */
const READERS = -1;

export class Sharing {
  private readonly shared = new Set<number>();
  private readonly touchers = new Map<number, Toucher>();
  /** Ranges of objects that a thread reads all at once, by thread. */
  private readonly copies: {
    readonly thread: ThreadId;
    readonly from: number;
    readonly to: number;
  }[] = [];
  /** Something that was taken for private is shared. */
  grown = false;
  /** Objects that somebody touched for the first time, or was the first of several, since `takeNews`. */
  private news: number[] = [];

  isShared(object: number): boolean {
    return this.shared.has(object);
  }

  get sharedCount(): number {
    return this.shared.size;
  }

  /** A thread touches an object while others live. True: it is shared. */
  touch(object: number, thread: ThreadId, use: Use): boolean {
    if (this.shared.has(object)) return true;
    if (use === 'write' && this.copies.length > 0 && this.isCopiedByOther(object, thread)) {
      this.share(object);
      return true;
    }
    const before = this.touchers.get(object);
    const wrote = use === 'write' ? 1 : 0;
    if (before === undefined) {
      this.touchers.set(object, thread * 2 + wrote);
      this.news.push(object);
      return false;
    }
    if (before === READERS) {
      if (wrote === 0) return false;
    } else if (threadIn(before) === thread) {
      if (wrote === 1 && (before & 1) === 0) this.touchers.set(object, before + 1);
      return false;
    } else if (wrote === 0 && (before & 1) === 0) {
      this.touchers.set(object, READERS);
      this.news.push(object);
      return false;
    }
    this.share(object);
    return true;
  }

  /** A thread reads all objects in a range: what others write there is shared. Gives the shared ones. */
  copy(thread: ThreadId, from: number, to: number): readonly number[] {
    if (!this.copies.some((copy) => copy.thread === thread && copy.from === from)) {
      this.copies.push({ thread, from, to });
      for (const [object, toucher] of this.touchers)
        if (
          object >= from &&
          object < to &&
          toucher !== READERS &&
          (toucher & 1) === 1 &&
          threadIn(toucher) !== thread
        )
          this.share(object);
    }
    return [...this.shared].filter((object) => object >= from && object < to);
  }

  private isCopiedByOther(object: number, thread: ThreadId): boolean {
    return this.copies.some(
      (copy) => copy.thread !== thread && object >= copy.from && object < copy.to,
    );
  }

  share(object: number): void {
    if (this.shared.has(object)) return;
    this.shared.add(object);
    this.news.push(object);
    this.grown = true;
  }

  /** The only thread that touched an object that isn't shared, in a handler or not; null: none has, or several read it. */
  ownerOf(object: number): ThreadId | null {
    const toucher = this.touchers.get(object);
    return toucher === undefined || toucher === READERS || this.shared.has(object)
      ? null
      : threadIn(toucher) % HANDLERS;
  }

  get hasNews(): boolean {
    return this.news.length > 0;
  }

  takeNews(): readonly number[] {
    const { news } = this;
    this.news = [];
    return news;
  }

  /** Before a search begins again: what is shared stays so. */
  beginAgain(): void {
    this.touchers.clear();
    this.news = [...this.shared];
    this.grown = false;
  }
}
