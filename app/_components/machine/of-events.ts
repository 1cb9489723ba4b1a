import type { TraceEvent } from '@/lib/kernel/events';

type Events = readonly TraceEvent[];

/** What a view computes from a whole run is kept as long as the run is, also while another view is shown. */
export function ofEvents<T>(make: (events: Events) => T): (events: Events) => T {
  const made = new WeakMap<Events, { readonly value: T }>();
  return (events) => {
    const known = made.get(events) ?? { value: make(events) };
    made.set(events, known);
    return known.value;
  };
}
