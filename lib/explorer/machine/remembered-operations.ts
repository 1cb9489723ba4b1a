/** What threads do next in the present state: looked up, or asked of the machine where it isn't known yet. */
import type { Pending, ThreadId } from '../system';
import type { ExecutedMachine } from './executed-machine';
import { RUN, type Operation } from './operation';
import type { Places } from './places';
import { contextOf, type Remembered, type Standing } from './position';
import { valuesKey } from './remembered-steps';

export class RememberedOperations {
  constructor(
    private readonly machine: ExecutedMachine,
    private readonly places: Places,
  ) {}

  of(thread: ThreadId): Remembered {
    const { places } = this;
    return this.at(places.present.position.kernel.threads.indexOf(thread), thread);
  }

  /** Of all threads, in their order. */
  all(): readonly Remembered[] {
    const { threads } = this.places.present.position.kernel;
    return threads.map((thread, index) => this.at(index, thread));
  }

  private at(index: number, thread: ThreadId): Remembered {
    const { places } = this;
    const known = places.present.remembered[index];
    if (known?.version === places.ownership.version) return known;
    const found = this.lookUp(thread, index);
    places.present.remembered[index] = found;
    return found;
  }

  private lookUp(thread: ThreadId, index: number): Remembered {
    const { places, machine } = this;
    if (!places.tellsParts) {
      places.comeAfter();
      return rememberedOf(thread, machine.next.of(thread), [], 0);
    }
    places.refreshIfOld();
    const { version } = places.ownership;
    const standing = this.standingOf(index);
    if (standing?.version === version && !standing.isIrregular) {
      const known = standing.known.get(valuesKey(places.present.position.values, standing.words));
      if (known !== undefined) return known;
    }
    places.comeAfter();
    const operation = machine.next.of(thread);
    places.learn();
    const words = this.wordsOf(thread, index, operation);
    const remembered = rememberedOf(thread, operation, words, places.ownership.version);
    this.note(remembered, index);
    return remembered;
  }

  private standingOf(index: number): Standing | undefined {
    const { position } = this.places.present;
    return position.locals[index]?.standings.get(contextOf(position, index));
  }

  /** Notes an operation for states in which the thread stands so. */
  private note(remembered: Remembered, index: number): void {
    const { position } = this.places.present;
    const { words, version } = remembered;
    let standing = this.standingOf(index);
    if (standing?.version !== version) {
      standing = { version, words, known: new Map(), isIrregular: false };
      position.locals[index]?.standings.set(contextOf(position, index), standing);
    } else if (standing.words.join() !== words.join()) standing.isIrregular = true;
    if (!standing.isIrregular) standing.known.set(valuesKey(position.values, words), remembered);
  }

  /** Slots that an operation depends on. */
  private wordsOf(thread: ThreadId, index: number, { footprint }: Operation): readonly number[] {
    const { ownership, present } = this.places;
    const stack = present.position.locals[index]?.stack ?? null;
    const words = new Set<number>();
    for (const object of footprint.keys()) {
      const slot = object < 0 ? null : ownership.slotOf(object);
      if (slot !== null) words.add(slot);
    }
    for (const slot of ownership.beside(thread, stack)) words.add(slot);
    return [...words];
  }
}

function rememberedOf(
  thread: ThreadId,
  operation: Operation,
  words: readonly number[],
  version: number,
): Remembered {
  return { operation, pending: pendingOf(thread, operation), words, version, effects: [] };
}

export function pendingOf(thread: ThreadId, { what, ways, afterEndOf }: Operation): Pending {
  return {
    thread,
    enabled: ways.length > 0,
    ways: Math.max(1, ways.length),
    mayBlock: ways[0] !== RUN || (what.kind !== 'memory' && what.kind !== 'heap'),
    ...(afterEndOf === undefined ? {} : { afterEndOf }),
  };
}
