/**
 * An append-only list that is kept by any number of snapshots at once: appending makes a new head and
 * never changes an old one, so copying a log is copying a reference.
 */
export type Log<T> = LogEntry<T> | null;

interface LogEntry<T> {
  readonly previous: Log<T>;
  readonly value: T;
  /** Entries up to and including this one. */
  readonly length: number;
}

export function append<T>(log: Log<T>, value: T): LogEntry<T> {
  return { previous: log, value, length: (log?.length ?? 0) + 1 };
}

export function lengthOf<T>(log: Log<T>): number {
  return log?.length ?? 0;
}

/** Entries from index `from`, oldest first. */
export function entriesOf<T>(log: Log<T>, from = 0): T[] {
  const entries: T[] = [];
  for (let entry = log; entry !== null && entry.length > from; entry = entry.previous)
    entries.push(entry.value);
  return entries.reverse();
}

/** Reads a growing log again and again without walking what it has seen before. */
export class LogReader<T> {
  private seen: T[] = [];
  private head: Log<T> = null;

  read(log: Log<T>): readonly T[] {
    if (log === this.head) return this.seen;
    const fresh: T[] = [];
    let entry = log;
    while (entry !== null && entry !== this.head && entry.length > lengthOf(this.head)) {
      fresh.push(entry.value);
      entry = entry.previous;
    }
    if (entry !== this.head) {
      // Not a continuation of what was read before: a snapshot was restored.
      this.seen = [];
      for (; entry !== null; entry = entry.previous) fresh.push(entry.value);
    }
    for (let k = fresh.length - 1; k >= 0; k--) {
      const value = fresh[k];
      if (value !== undefined) this.seen.push(value);
    }
    this.head = log;
    return this.seen;
  }
}
