/**
 * Properties by their names, as people ask for them:
 *
 *   data-race, lock-order, lost-wakeup
 *   invariant=CONDITION              in C's notation, e.g. invariant=0 <= count && count <= 5
 *   mutual-exclusion                 each marked region keeps others out of itself
 *   mutual-exclusion=NAME            this one
 *   mutual-exclusion=NAME/OTHER      and these two each other
 *   bounded-waiting=NAME:COUNT       COUNT times others may go into NAME first, 1 if left out
 *
 *   starvation                       under fair schedules
 *
 * What the machine itself finds is asked for by kind: deadlock, assertion, memory-error, abnormal-end,
 * budget, zombie, leftover, livelock, busy-wait.
 */
import { parseExpression } from '../../kernel/expressions/parse';
import type { MachineSystem } from '../machine/machine-system';
import type { MarkedRegion } from '../marked-regions';
import type { SearchMode, ViolationKind } from '../result';
import { boundedWaiting, inRegion } from './bounded-waiting';
import { adjacentRaces, orderedRaces } from './data-race';
import { deadlock } from './deadlock';
import { always } from './invariant';
import { lockOrder } from './lock-order';
import { lostWakeup } from './lost-wakeup';
import { mutualExclusion, type Exclusion } from './mutual-exclusion';
import type { Observer } from './observer';
import type { Property } from './property';

export interface PropertyContext {
  readonly regions: readonly MarkedRegion[];
  readonly mode: SearchMode;
}

export type NamedProperty =
  | { readonly kind: 'property'; readonly property: Property }
  /** Looked at in every state. */
  | {
      readonly kind: 'condition';
      readonly violation: 'invariant';
      observer(): Observer<MachineSystem>;
    }
  /** No search over executions decides it: judgeFairness does. */
  | { readonly kind: 'fairness' }
  /** Found by the machine itself. */
  | { readonly kind: 'ending'; readonly violation: ViolationKind }
  | { readonly kind: 'error'; readonly message: string };

const ENDINGS = [
  'deadlock',
  'assertion',
  'memory-error',
  'abnormal-end',
  'budget',
  'zombie',
  'leftover',
  'livelock',
  'busy-wait',
] as const satisfies readonly ViolationKind[];

const OTHERS = [
  'starvation',
  'data-race',
  'lock-order',
  'lost-wakeup',
  'invariant',
  'mutual-exclusion',
  'bounded-waiting',
] as const satisfies readonly ViolationKind[];

export const PROPERTY_NAMES: readonly ViolationKind[] = [...ENDINGS, ...OTHERS];

export function propertyByName(spec: string, context: PropertyContext): NamedProperty {
  const { name, parameter } = named(spec);
  const ending = ENDINGS.find((each) => each === name);
  if (ending !== undefined)
    return parameter === null
      ? { kind: 'ending', violation: ending }
      : { kind: 'error', message: `${name} has no parameter` };
  if (name === 'starvation') return { kind: 'fairness' };
  if (name === 'invariant') return condition(parameter, context.mode);
  const made = make(name, parameter, context);
  if ('message' in made) return { kind: 'error', message: made.message };
  if (made.needs === 'states' && context.mode === 'traces') return needsStates(name);
  return { kind: 'property', property: made };
}

/** Of what the machine finds, told better by following the execution. */
export function explainedBy(kind: ViolationKind): readonly Property[] {
  return kind === 'deadlock' ? [deadlock()] : [];
}

function condition(text: string | null, mode: SearchMode): NamedProperty {
  if (text === null) return { kind: 'error', message: 'it needs a condition: invariant=count < 5' };
  if (mode === 'traces') return needsStates('invariant');
  const parsed = parseExpression(text);
  if (parsed.kind === 'error') return { kind: 'error', message: parsed.message };
  const { expression } = parsed;
  return {
    kind: 'condition',
    violation: 'invariant',
    observer: () => always(text, text, expression),
  };
}

function needsStates(name: string): NamedProperty {
  return { kind: 'error', message: `${name} needs every state: use the mode states` };
}

interface Trouble {
  readonly message: string;
}

function make(
  name: string,
  parameter: string | null,
  { regions, mode }: PropertyContext,
): Property | Trouble {
  switch (name) {
    case 'data-race':
      return mode === 'states' ? adjacentRaces() : orderedRaces();
    case 'lock-order':
      return lockOrder();
    case 'lost-wakeup':
      return lostWakeup();
    case 'mutual-exclusion': {
      const exclusions = exclusionsOf(parameter, regions);
      return Array.isArray(exclusions) ? mutualExclusion(exclusions, regions) : exclusions;
    }
    case 'bounded-waiting': {
      const [region = '', count = '1'] = (parameter ?? '').split(':');
      const missing = missingRegion([region, `${region}-entry`], regions);
      if (missing !== null) return missing;
      if (!/^\d{1,3}$/.test(count)) return { message: `"${count}" is no count` };
      return boundedWaiting({
        region,
        bypassesMax: Number(count),
        isAsking: inRegion(`${region}-entry`, regions),
        isInside: inRegion(region, regions),
      });
    }
    default:
      return { message: `there is no property "${name}"; there are ${PROPERTY_NAMES.join(', ')}` };
  }
}

function exclusionsOf(
  parameter: string | null,
  regions: readonly MarkedRegion[],
): Exclusion[] | Trouble {
  const names = parameter === null ? [...new Set(regions.map(({ name }) => name))] : [parameter];
  if (names.length === 0) return { message: 'no region is marked: // region NAME ... // end NAME' };
  const exclusions: Exclusion[] = [];
  for (const each of names) {
    const [one = '', other = one] = each.split('/');
    const missing = missingRegion([one, other], regions);
    if (missing !== null) return missing;
    exclusions.push({ one, other });
  }
  return exclusions;
}

function missingRegion(names: readonly string[], regions: readonly MarkedRegion[]): Trouble | null {
  const missing = names.find((name) => !regions.some((region) => region.name === name));
  return missing === undefined
    ? null
    : { message: `no region "${missing}" is marked: // region ${missing} ... // end ${missing}` };
}

function named(spec: string): { readonly name: string; readonly parameter: string | null } {
  const at = spec.indexOf('=');
  return at < 0
    ? { name: spec, parameter: null }
    : { name: spec.slice(0, at), parameter: spec.slice(at + 1) };
}
