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
  const nowMinute = useSyncExternalStore(subscribeToMinutes, currentMinute, () => null);
  return (
    <time
      dateTime={at.toISOString()}
      className={className}
      title={isShort ? absolute(at, zone) : undefined}
    >
      {isShort ? short(at, zone) : absolute(at, zone)}
      {relative && nowMinute !== null && ` (${fromNow(at.getTime() - nowMinute * MINUTE_MS)})`}
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
  const count = Math.round(minutes / size);
  if (count === 0) return 'just now';
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(count, unit);
}

const subscribeToNothing = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const currentMinute = () => Math.floor(Date.now() / MINUTE_MS);

function subscribeToMinutes(onChange: () => void): () => void {
  const timer = setInterval(onChange, MINUTE_MS / 2);
  return () => clearInterval(timer);
}
