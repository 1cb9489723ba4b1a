/**
 * Data races (C11 5.1.2.4p25): two accesses to the same bytes by different threads or processes, at
 * least one writing and not both atomic, neither of which happens before the other. Optional: a program
 * with a race may still be right on a machine that is sequentially consistent, as ours is.
 *
 * Found in two ways. Where each execution is followed, by vector clocks. Where each state is visited,
 * as a state in which two such accesses are both next: then no clocks have to be told apart by the
 * states' keys. A program has a race in the one sense if it has one in the other: from an execution
 * with a race, take the first, and leave out what happens before neither of its two accesses; what is
 * left can be executed, since all its accesses are ordered, and leads to a state before both.
 */
import { conflict, type Access, type Occurrence } from '../occurrence';
import { lineText, type Scene } from '../scene';
import type { ThreadId } from '../system';
import { HappensBefore } from './happens-before';
import type { Violation } from '../result';
import type { Judge, Property } from './property';

/** By states: needs no memory of the past. */
export function adjacentRaces(): Property {
  const judge: Judge = {
    began: raceNext,
    stepped: (_occurrence, scene) => raceNext(scene),
    ended: () => null,
    clone: () => judge,
    key: () => '',
  };
  return { kind: 'data-race', needs: 'states', judge: () => judge };
}

function raceNext(scene: Scene): Violation | null {
  const earlier: Access[] = [];
  for (const thread of scene.threads()) {
    const accesses = scene.nextAccesses(thread);
    for (const access of accesses) {
      const other = earlier.find((each) => conflict(each, access));
      if (other !== undefined) return violation(other, access, scene);
    }
    earlier.push(...accesses);
  }
  return null;
}

/** By happens-before, in each execution. */
export function orderedRaces(): Property {
  return {
    kind: 'data-race',
    needs: 'executions',
    judge: () => new RaceJudge(new HappensBefore(), new Map()),
  };
}

/** The accesses to a byte that nothing since has been ordered after: the last of each thread. */
interface ByteHistory {
  readonly writes: ReadonlyMap<ThreadId, Stamped>;
  readonly reads: ReadonlyMap<ThreadId, Stamped>;
}

interface Stamped {
  readonly access: Access;
  readonly time: number;
}

const untouched: ByteHistory = { writes: new Map(), reads: new Map() };

class RaceJudge implements Judge {
  constructor(
    private readonly order: HappensBefore,
    private readonly bytes: Map<string, ByteHistory>,
  ) {}

  stepped(occurrence: Occurrence, scene: Scene): Violation | null {
    let found: Violation | null = null;
    for (const action of occurrence.actions) {
      this.order.enter(action.thread);
      if (action.kind === 'access') {
        const other = this.unordered(action);
        if (other !== null) found ??= violation(other, action, scene);
        this.remember(action);
      }
      this.order.add(action);
    }
    return found;
  }

  ended(): null {
    return null;
  }

  clone(): RaceJudge {
    return new RaceJudge(this.order.clone(), new Map(this.bytes));
  }

  key(): string {
    const stamps = (history: ReadonlyMap<ThreadId, Stamped>): string =>
      [...history]
        .map(([thread, { time }]) => `${thread}@${time}`)
        .sort()
        .join();
    const bytes = [...this.bytes].map(
      ([key, { writes, reads }]) => `${key}:${stamps(writes)}/${stamps(reads)}`,
    );
    return `${this.order.key()};${bytes.sort().join(';')}`;
  }

  private unordered(access: Access): Access | null {
    for (const key of byteKeys(access)) {
      const { writes, reads } = this.bytes.get(key) ?? untouched;
      for (const history of access.use === 'read' ? [writes] : [writes, reads])
        for (const [thread, { access: earlier, time }] of history)
          if (conflict(earlier, access) && !this.order.isBefore(thread, time, access.thread))
            return earlier;
    }
    return null;
  }

  private remember(access: Access): void {
    const time = this.order.timeOf(access.thread);
    for (const key of byteKeys(access)) {
      const { writes, reads } = this.bytes.get(key) ?? untouched;
      const stamped: Stamped = { access, time };
      this.bytes.set(key, {
        writes: access.use === 'read' ? writes : new Map(writes).set(access.thread, stamped),
        reads: access.use === 'write' ? reads : new Map(reads).set(access.thread, stamped),
      });
    }
  }
}

function byteKeys({ place }: Access): string[] {
  return Array.from({ length: place.bytes }, (_, k) => `${place.space} ${place.address + k}`);
}

function violation(first: Access, second: Access, scene: Scene): Violation {
  const name = scene.placeName(second.thread, second.place);
  const told = (access: Access): string =>
    `${scene.nameOf(access.thread)} ${access.use === 'read' ? 'reads' : 'writes'} it${lineText(access.at)}`;
  return {
    kind: 'data-race',
    message: `Data race on ${name}: ${told(first)}, ${told(second)}, and nothing orders the two.`,
    location: (first.use === 'read' ? second : first).at,
    details: { first, second },
  };
}
