import { afterEach, expect, test, vi } from 'vitest';
import { dateOfLocal, localText } from './local-time';

afterEach(() => vi.unstubAllEnvs());

test.each(['UTC', 'Europe/Berlin', 'America/St_Johns'])('goes there and back in %s', (zone) => {
  vi.stubEnv('TZ', zone);
  for (const text of ['2026-12-04T23:59', '2027-07-01T08:05'])
    expect(localText(dateOfLocal(text) ?? new Date(0))).toBe(text);
});

test('is the moment of the clock of whoever types it, summer and winter', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(dateOfLocal('2026-12-04T23:59')?.toISOString()).toBe('2026-12-04T22:59:00.000Z');
  expect(dateOfLocal('2027-07-01T23:59')?.toISOString()).toBe('2027-07-01T21:59:00.000Z');
});

test('an hour that the clock leaves out is a moment all the same', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(localText(dateOfLocal('2027-03-28T02:30') ?? new Date(0))).toBe('2027-03-28T03:30');
});

test('half a date is none', () => {
  for (const text of ['', '2026-12-04', '2026-13-40T00:00', 'tomorrow'])
    expect(dateOfLocal(text)).toBeNull();
});
