import { describe, expect, it } from 'vitest';
import { NS_PER_MS, PassingTime } from './passing-time';

describe('time that passes as outside', () => {
  it('lets a sleep of a second last a second', () => {
    const time = new PassingTime(5000);
    expect(time.limitNs(5999)).toBeLessThan(1000 * NS_PER_MS);
    expect(time.limitNs(6000)).toBe(1000 * NS_PER_MS);
  });

  it('makes up for waking late, but not for a long computation', () => {
    const time = new PassingTime(0);
    // It slept for 1 ms and was woken after 5.
    time.shows(1 * NS_PER_MS, 5);
    expect(time.limitNs(5)).toBe(5 * NS_PER_MS);
    // It computed for a second, in which its own clock went on by 10 ms.
    time.shows(15 * NS_PER_MS, 1005);
    expect(time.limitNs(1005)).toBe(15 * NS_PER_MS);
  });

  it('goes on from where a machine that is faster than we are stands', () => {
    const time = new PassingTime(0);
    time.shows(2000 * NS_PER_MS, 100);
    expect(time.limitNs(600)).toBe(2500 * NS_PER_MS);
  });
});
