/** Exploring in virtual time: timers wait until nobody else can go on; then only the first may ring. */
import { isOfProcess, type Timer } from '../../kernel/time/timers';
import type { ThreadId } from '../system';
import { TIMERS, type Operation, type Way } from './operation';

type Operations = readonly (readonly [ThreadId, Operation])[];

export function inOrderOfTime(operations: Operations, timers: readonly Timer[]): Operations {
  const othersCan = operations.some(([, { ways }]) => ways.some((way) => !isTimed(way)));
  const [first] = timers;
  return operations.map(([thread, operation]) => {
    const isFirst =
      first !== undefined && thread === (isOfProcess(first) ? TIMERS + first.pid : first.pid);
    const ways = operation.ways.filter(
      (way) => !isTimed(way) || (!othersCan && (isFirst || first === undefined)),
    );
    return [thread, ways.length === operation.ways.length ? operation : { ...operation, ways }];
  });
}

function isTimed(way: Way): boolean {
  return way.some(({ kind }) => kind === 'timeout' || kind === 'alarm');
}
