/**
 * What has to be watched in a search on behalf of a check, beside what the machine finds itself: observers,
 * and what they have to say afterwards. Made anew for each search.
 */
import { assertNever } from '../../abi/assert-never';
import type { ProgramImage } from '../../abi/image';
import { parseExpression, type Expression } from '../../kernel/expressions/parse';
import type { MachineSystem } from '../../explorer/machine/machine-system';
import { boundedWaiting, inFunctions } from '../../explorer/properties/bounded-waiting';
import { adjacentRaces } from '../../explorer/properties/data-race';
import { always, alwaysTrue, sometimes } from '../../explorer/properties/invariant';
import { observeProperty } from '../../explorer/properties/observe-property';
import type { Observer } from '../../explorer/properties/observer';
import { exclusive, occupancy, type Region } from '../../explorer/properties/occupancy';
import type { Property } from '../../explorer/properties/property';
import type { ExplorationCheck } from './exploration-check';

export interface Watcher {
  readonly observers: readonly Observer<MachineSystem>[];
  /** Tells what was found with the names of all who are there. */
  readonly tellers: readonly Property[];
  /** Functions in which each access to shared memory is a step. */
  readonly functions: readonly string[];
  /** After the search: whether a state was met that must be possible; true where none is asked for. */
  wasReached(): boolean;
}

const nothing: Watcher = {
  observers: [],
  tellers: [],
  functions: [],
  wasReached: () => true,
};

export function watcherFor(check: ExplorationCheck, image: ProgramImage): Watcher {
  switch (check.kind) {
    case 'explore':
    case 'outputs':
    case 'no-deadlock':
    case 'no-busy-wait':
      return nothing;
    case 'no-race':
      return byProperty(adjacentRaces());
    case 'fair': {
      const { entry, functions, most } = check;
      if (functions.length === 0) return nothing;
      const property = boundedWaiting({
        region: regionName(check),
        bypassesMax: most,
        isAsking: inFunctions(entry),
        isInside: inFunctions(functions),
      });
      return { ...byProperty(property), functions: [...entry, ...functions] };
    }
    case 'mutual-exclusion': {
      const { functions, against, possible } = check;
      const region = regionOf(check);
      const { observer, mostSeen } = occupancy(region);
      return {
        observers: [observer],
        tellers: [exclusive(region)],
        functions: [...functions, ...against],
        wasReached: () => mostSeen() >= possible,
      };
    }
    case 'invariant': {
      const { id, always: everywhere, sometimes: somewhere } = check;
      if (everywhere !== undefined) {
        const condition = expressionOf(everywhere);
        return {
          ...nothing,
          observers: [always(id, everywhere, condition)],
          tellers: [alwaysTrue(id, everywhere, condition, image)],
        };
      }
      const text = somewhere ?? '';
      const { observer, wasReached } = sometimes(id, text, expressionOf(text));
      return { ...nothing, observers: [observer], wasReached };
    }
    default:
      return assertNever(check);
  }
}

/** The region that a check on mutual exclusion is about. */
export function regionOf({
  id,
  functions,
  against,
  most,
}: ExplorationCheck & { readonly kind: 'mutual-exclusion' }): Region {
  return { name: id, functions, against, most };
}

/** The region that a check on bounded waiting is about. */
export function regionName({ functions }: ExplorationCheck & { readonly kind: 'fair' }): string {
  return functions.join(', ');
}

function byProperty(property: Property): Watcher {
  return { ...nothing, observers: [observeProperty(property)], tellers: [property] };
}

function expressionOf(text: string): Expression {
  const parsed = parseExpression(text);
  if (parsed.kind === 'error') throw new Error(`${text}: ${parsed.message}`);
  return parsed.expression;
}
