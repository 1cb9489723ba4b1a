/** Where along a run something happened, in as many places as a scrubber has room for. */
import type { EventSteps } from './event-steps';

export const MARK_GROUPS = ['switch', 'output', 'error'] as const;
export type MarkGroup = (typeof MARK_GROUPS)[number];

/** Of each group the places that have any, from 0 to `places` - 1. */
export type ScrubberMarks = Readonly<Record<MarkGroup, readonly number[]>>;

export function scrubberMarks(
  events: EventSteps,
  { start, end }: { readonly start: number; readonly end: number },
  places: number,
): ScrubberMarks {
  const length = Math.max(1, end - start);
  const placesOf = (group: MarkGroup): readonly number[] => {
    const found = new Set<number>();
    for (const step of events.stepsOf(group))
      found.add(Math.min(places - 1, Math.floor(((step - start) / length) * places)));
    return [...found];
  };
  return { switch: placesOf('switch'), output: placesOf('output'), error: placesOf('error') };
}
