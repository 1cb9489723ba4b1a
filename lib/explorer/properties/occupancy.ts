/**
 * Who is inside which functions at one time: mutual exclusion where functions are the regions. A thread is
 * inside while a call of one of them is on its stack and its next operation is one that others could
 * notice: each access to shared memory there is a place where it may be interrupted. A function that
 * touches nothing shared is never seen from inside.
 */
import { pid, type Pid } from '../../kernel/pid';
import type { MachineSystem } from '../machine/machine-system';
import type { Violation } from '../result';
import { stateless } from './invariant';
import type { Observer } from './observer';

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
  readonly inside: readonly Pid[];
}

export interface Occupancy {
  readonly observer: Observer<MachineSystem>;
  /** After the search: how many were inside at one time, at most. */
  readonly mostSeen: () => number;
}

export function occupancy(region: Region): Occupancy {
  let most = 0;
  const observer = stateless(`inside ${region.name}`, (system) => {
    const inside: Pid[] = [];
    const opponents: Pid[] = [];
    for (const thread of system.threads) {
      const functions = system.functionsOf(thread);
      if (region.functions.some((each) => functions.has(each))) inside.push(pid(thread));
      else if (region.against.some((each) => functions.has(each))) opponents.push(pid(thread));
    }
    most = Math.max(most, inside.length);
    const [first] = inside;
    if (first === undefined) return [];
    if (inside.length <= region.most && opponents.length === 0) return [];
    const all = [...inside, ...opponents];
    return [violationOf(system, region, all)];
  });
  return { observer, mostSeen: () => most };
}

function violationOf(system: MachineSystem, { name }: Region, inside: readonly Pid[]): Violation {
  const where = inside.map((thread) => {
    const at = system.positionOf(thread);
    return `${thread}${at === null ? '' : ` in line ${at.line}`}`;
  });
  const details: OccupancyViolation = { name, inside };
  return {
    kind: 'mutual-exclusion',
    message: `At one time there are inside: ${where.join(', ')}.`,
    location: system.positionOf(inside[inside.length - 1] ?? null),
    details,
  };
}
