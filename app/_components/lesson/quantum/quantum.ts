/**
 * Round robin among processes that all want to compute: what part of the time is lost to switching, and how
 * long one who has just become ready waits for its first turn. Times are in milliseconds.
 */

export type TimeSharing = {
  readonly quantum: number;
  /** Choosing the next process and switching to it. */
  readonly switching: number;
  readonly processes: number;
};

export type TimeSharingCost = {
  /** Of all time, from 0 to 1. */
  readonly overhead: number;
  /** Until everybody else has had a turn, at worst. */
  readonly response: number;
};

/** With one process nobody is switched to. */
export function costOf({ quantum, switching, processes }: TimeSharing): TimeSharingCost {
  if (processes < 2) return { overhead: 0, response: 0 };
  return {
    overhead: switching / (quantum + switching),
    response: (processes - 1) * (quantum + switching) + switching,
  };
}

export type Turn = {
  /** Index of the process; null: switching. */
  readonly process: number | null;
  readonly from: number;
  readonly to: number;
};

/** What the processor does in the first `length` milliseconds. */
export function turnsOf({ quantum, switching, processes }: TimeSharing, length: number): Turn[] {
  if (processes < 2) return [{ process: 0, from: 0, to: length }];
  const turns: Turn[] = [];
  let at = 0;
  for (let process = 0; at < length; process = (process + 1) % processes) {
    const end = Math.min(length, at + quantum);
    turns.push({ process, from: at, to: end });
    at = end;
    if (at >= length || switching === 0) continue;
    const next = Math.min(length, at + switching);
    turns.push({ process: null, from: at, to: next });
    at = next;
  }
  return turns;
}
