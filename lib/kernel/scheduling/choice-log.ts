/**
 * The choices that a scheduler made, oldest last, kept by any number of snapshots at once. A choice
 * that is made again and again is one entry: a process that loops alone under a small quantum makes
 * millions.
 */
import type { Choice } from './scheduler';

export type ChoiceLog = ChoiceEntry | null;

interface ChoiceEntry {
  readonly previous: ChoiceLog;
  readonly choice: Choice;
  readonly times: number;
}

export function record(log: ChoiceLog, choice: Choice): ChoiceEntry {
  return log !== null && isSame(log.choice, choice)
    ? { previous: log.previous, choice: log.choice, times: log.times + 1 }
    : { previous: log, choice, times: 1 };
}

/** In the order in which they were made. */
export function recordedChoices(log: ChoiceLog): Choice[] {
  const newestFirst: Choice[] = [];
  for (let entry = log; entry !== null; entry = entry.previous)
    for (let k = 0; k < entry.times; k++) newestFirst.push(entry.choice);
  return newestFirst.reverse();
}

function isSame(a: Choice, b: Choice): boolean {
  if (a.pid !== b.pid || a.until.kind !== b.until.kind || a.preemptible !== b.preemptible)
    return false;
  if ((a.way ?? 0) !== (b.way ?? 0)) return false;
  return (
    a.until.kind !== 'instructions' ||
    (b.until.kind === 'instructions' && a.until.count === b.until.count)
  );
}
