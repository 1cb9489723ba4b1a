/**
 * Who is inside which functions at one time: mutual exclusion where functions are the regions. A thread is
 * inside while a call of one of them is on its stack and its next operation is one that others could
 * notice: each access to shared memory there is a place where it may be interrupted. A function that
 * touches nothing shared is never seen from inside.
 */
import { contextOf, type Kernel } from '../../kernel/kernel';
import { pid } from '../../kernel/pid';
import { callers } from '../machine/callers';
import type { MachineSystem } from '../machine/machine-system';
import type { Violation } from '../result';
import { lineText, Scene } from '../scene';
import type { ThreadId } from '../system';
import { listText } from '../words/list-text';
import { stateless } from './invariant';
import type { Observer } from './observer';
import type { Judge, Property } from './property';

export interface Region {
  readonly name: string;
  readonly functions: readonly string[];
  /** Functions in which nobody else may be while somebody is in the region. */
  readonly against: readonly string[];
  /** How many may be inside at one time. */
  readonly most: number;
}

export interface OccupancyViolation {
  readonly name: string;
  readonly inside: readonly ThreadId[];
}

export interface Occupancy {
  readonly observer: Observer<MachineSystem>;
  /** After the search: how many were inside at one time, at most. */
  readonly mostSeen: () => number;
}

export function occupancy(region: Region): Occupancy {
  let most = 0;
  const observer = stateless(`inside ${region.name}`, (system) => {
    const there = occupants(region, system.threads, (thread) => system.functionsOf(thread));
    most = Math.max(most, there.inside.length);
    return isAllowed(region, there) ? [] : [violationOf(region, there, new Scene(system.kernel))];
  });
  return { observer, mostSeen: () => most };
}

/** To tell it with the names of an execution. */
export function exclusive(region: Region): Property {
  const judge: Judge = {
    stepped(_occurrence, scene) {
      const running = scene.threads().filter((thread) => isRunning(scene.kernel, thread));
      const there = occupants(
        region,
        running,
        (thread) => new Set(callers(contextOf(scene.kernel, pid(thread)))),
      );
      return isAllowed(region, there) ? null : violationOf(region, there, scene);
    },
    ended: () => null,
    clone: () => judge,
    key: () => '',
  };
  return { kind: 'mutual-exclusion', needs: 'states', judge: () => judge };
}

function isRunning({ state }: Kernel, thread: ThreadId): boolean {
  return state.threads.get(pid(thread))?.state !== 'zombie';
}

interface Occupant {
  readonly thread: ThreadId;
  /** The function that it is in. */
  readonly place: string;
}

interface Occupants {
  readonly inside: readonly Occupant[];
  readonly opponents: readonly Occupant[];
}

/** Who is in the region, and who is in the functions that it keeps others out of. */
export function occupants(
  region: Region,
  threads: readonly ThreadId[],
  functionsOf: (thread: ThreadId) => ReadonlySet<string>,
): Occupants {
  const inside: Occupant[] = [];
  const opponents: Occupant[] = [];
  for (const thread of threads) {
    const functions = functionsOf(thread);
    const ofRegion = region.functions.find((each) => functions.has(each));
    const ofOthers = region.against.find((each) => functions.has(each));
    if (ofRegion !== undefined) inside.push({ thread, place: ofRegion });
    else if (ofOthers !== undefined) opponents.push({ thread, place: ofOthers });
  }
  return { inside, opponents };
}

function isAllowed({ most }: Region, { inside, opponents }: Occupants): boolean {
  return inside.length === 0 || (inside.length <= most && opponents.length === 0);
}

function violationOf({ name }: Region, { inside, opponents }: Occupants, scene: Scene): Violation {
  const all = [...inside, ...opponents];
  const where = all.map(
    ({ thread, place }) =>
      `${scene.nameOf(thread)} is in \`${place}\`${lineText(scene.positionOf(thread))}`,
  );
  const details: OccupancyViolation = { name, inside: all.map(({ thread }) => thread) };
  return {
    kind: 'mutual-exclusion',
    message: `At the same time ${listText(where)}.`,
    location: scene.positionOf(all.at(-1)?.thread ?? 0),
    details,
  };
}
