'use client';

import { useSyncExternalStore } from 'react';

type DateTimeProps = {
  readonly at: Date;
  /** Adds how far away it is: "in 5 days", "2 hours ago". */
  readonly relative?: boolean;
  /** Without weekday and year, for tables; the whole of it is in its title. */
  readonly isShort?: boolean;
  readonly className?: string;
};

/** A moment in the reader's own time zone, and it says which; in UTC until the browser has told us. */
export function DateTime({ at, relative = false, isShort = false, className }: DateTimeProps) {
  const zone = useSyncExternalStore(subscribeToNothing, browserZone, () => 'UTC');
  const nowMs = useSyncExternalStore(subscribeToClock, roughlyNow, () => null);
  return (
    <time
      dateTime={at.toISOString()}
      className={className}
      title={isShort ? absolute(at, zone) : undefined}
    >
      {isShort ? short(at, zone) : absolute(at, zone)}
      {relative && nowMs !== null && ` (${fromNow(at.getTime() - nowMs)})`}
    </time>
  );
}

function absolute(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
}

function short(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
}

const MINUTE_MS = 60_000;
const TICK_MS = 30_000;
const UNITS = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

function fromNow(distanceMs: number): string {
  const minutes = distanceMs / MINUTE_MS;
  const [unit, size] = UNITS.find(([, minutesInUnit]) => Math.abs(minutes) >= minutesInUnit) ?? [
    'minute',
    1,
  ];
  const count = unit === 'minute' ? Math.trunc(minutes) : Math.round(minutes / size);
  if (count === 0) return 'just now';
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(count, unit);
}

const subscribeToNothing = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
// In steps, so that it is the same for as long as React renders.
const roughlyNow = () => Math.floor(Date.now() / TICK_MS) * TICK_MS;

function subscribeToClock(onChange: () => void): () => void {
  const timer = setInterval(onChange, TICK_MS);
  return () => clearInterval(timer);
}
