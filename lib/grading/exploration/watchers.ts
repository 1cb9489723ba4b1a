/** What has to be watched in every state for a check: an observer for the search, and what it has to say afterwards. */
import { parseExpression } from '../../explorer/expressions/parse';
import type { MachineSystem } from '../../explorer/machine/machine-system';
import { always, sometimes } from '../../explorer/properties/invariant';
import type { Observer } from '../../explorer/properties/observer';
import { occupancy } from '../../explorer/properties/occupancy';
import type { Check } from '../exercise';

type WatchedCheck = Extract<Check, { kind: 'invariant' | 'mutual-exclusion' }>;

export interface Watcher {
  readonly check: WatchedCheck;
  readonly observer: Observer<MachineSystem>;
  /** Functions of the region that is watched. */
  readonly functions: readonly string[];
  /** After the search: whether a state was met that must be possible; true where none is asked for. */
  readonly wasReached: () => boolean;
}

export function watcherFor(check: WatchedCheck): Watcher {
  if (check.kind === 'mutual-exclusion') {
    const { functions, against, most, possible } = check;
    const { observer, mostSeen } = occupancy({ name: check.id, functions, against, most });
    return {
      check,
      observer,
      functions: [...functions, ...against],
      wasReached: () => mostSeen() >= possible,
    };
  }
  const text = check.always ?? check.sometimes ?? '';
  const parsed = parseExpression(text);
  if (parsed.kind === 'error') throw new Error(`check ${check.id}: ${parsed.message}`);
  if (check.always !== undefined)
    return {
      check,
      observer: always(check.id, text, parsed.expression),
      functions: [],
      wasReached: () => true,
    };
  const { observer, wasReached } = sometimes(check.id, text, parsed.expression);
  return { check, observer, functions: [], wasReached };
}
