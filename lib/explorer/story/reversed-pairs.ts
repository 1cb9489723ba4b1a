/**
 * Two executions of one program side by side: pairs of steps on one object, by different threads, whose
 * order matters and is another one in each. Steps are taken for the same when they are the so-manieth
 * of their thread on that object; what only one of the two executions has tells nothing.
 */
import type { StoryStep } from './story-step';

export interface ReversedPair {
  /** Indices into the one execution; in the other it is the second that comes first. */
  readonly first: number;
  readonly second: number;
}

/** In order of the second. */
export function reversedPairs(
  steps: readonly StoryStep[],
  other: readonly StoryStep[],
): readonly ReversedPair[] {
  const places = new Map<string, number>();
  for (const [index, { name }] of named(other).entries()) places.set(name, index);
  const pairs: ReversedPair[] = [];
  const byObject = new Map<string, { readonly index: number; readonly place: number }[]>();
  named(steps).forEach(({ name, object, step }, index) => {
    const place = places.get(name);
    if (object === null || place === undefined) return;
    const earlier = byObject.get(object) ?? [];
    byObject.set(object, earlier);
    for (const { index: first, place: placeOfFirst } of earlier) {
      const before = steps[first];
      if (before === undefined || before.thread === step.thread || placeOfFirst < place) continue;
      if (before.kind === 'read' && step.kind === 'read') continue;
      pairs.push({ first, second: index });
    }
    earlier.push({ index, place });
  });
  return pairs;
}

interface Named {
  readonly step: StoryStep;
  readonly name: string;
  /** null: the order of such steps says nothing. */
  readonly object: string | null;
}

function named(steps: readonly StoryStep[]): readonly Named[] {
  const counts = new Map<string, number>();
  return steps.map((step) => {
    const object = objectOf(step);
    const kind = `${step.thread} ${step.kind} ${object}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { step, name: `${kind} ${count}`, object };
  });
}

function objectOf({ kind, object }: StoryStep): string | null {
  if (kind === 'output') return 'output';
  return kind === 'read' || kind === 'write' ? object : null;
}
