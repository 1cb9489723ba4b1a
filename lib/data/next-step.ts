import type { OutlineItem } from './outline';

/** The one thing to do now, and why it comes first. */
export type NextStep = {
  readonly item: OutlineItem;
  readonly because: 'clock-is-running' | 'due-soon' | 'next-in-order';
};

export type DueItem = {
  readonly item: OutlineItem;
  readonly dueAt: Date;
  readonly standing: 'late' | 'soon' | 'later';
};

/** What is due within so long comes before what is next in order. */
const SOON_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * An attempt that runs against time, else what is due soon, else the first in order that is not done; null when all
 * is. What is late is told as late and holds nothing up: it is in the order like anything else.
 */
export function nextStep(items: readonly OutlineItem[], now: Date): NextStep | null {
  const running = items.filter(
    ({ attemptEndsAt }) => attemptEndsAt !== null && attemptEndsAt > now,
  );
  const [attempt] = running.sort((a, b) => time(a.attemptEndsAt) - time(b.attemptEndsAt));
  if (attempt !== undefined) return { item: attempt, because: 'clock-is-running' };
  const soon = dueItems(items, now).find(({ standing }) => standing === 'soon');
  if (soon !== undefined) return { item: soon.item, because: 'due-soon' };
  const next = items.find(({ state }) => state !== 'done');
  return next === undefined ? null : { item: next, because: 'next-in-order' };
}

/** What has a date and is not done, the earliest first. */
export function dueItems(items: readonly OutlineItem[], now: Date): readonly DueItem[] {
  return items
    .flatMap((item) => {
      const { dueAt, state } = item;
      return dueAt === null || state === 'done'
        ? []
        : [{ item, dueAt, standing: standingOf(dueAt, now) }];
    })
    .sort((a, b) => time(a.dueAt) - time(b.dueAt));
}

function standingOf(dueAt: Date, now: Date): DueItem['standing'] {
  if (dueAt <= now) return 'late';
  return time(dueAt) - time(now) <= SOON_MS ? 'soon' : 'later';
}

function time(at: Date | null): number {
  return at?.getTime() ?? 0;
}
