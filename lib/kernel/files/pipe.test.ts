import { describe, expect, it } from 'vitest';
import { newPipe, PIPE_CAPACITY, put, room, take } from './pipe';
import { nextBelow, nextUint32, randomState } from '../random';

describe('pipe', () => {
  it('gives bytes in the order in which it got them, whatever the sizes', () => {
    const random = randomState(1);
    const pipe = newPipe(0, 7);
    let written = 0;
    let read = 0;
    for (let round = 0; round < 2_000; round++) {
      const count = Math.min(room(pipe), nextBelow(random, 300));
      put(
        pipe,
        Uint8Array.from({ length: count }, () => written++ % 251),
      );
      const taken = take(pipe, nextBelow(random, 280));
      expect(taken.every((byte) => byte === read++ % 251)).toBe(true);
      expect(pipe.length).toBe(written - read);
      expect(room(pipe)).toBe(PIPE_CAPACITY - pipe.length);
    }
  });

  it('holds its capacity and no more', () => {
    const pipe = newPipe(0, 7);
    put(pipe, new Uint8Array(PIPE_CAPACITY));
    expect(room(pipe)).toBe(0);
    expect(() => {
      put(pipe, new Uint8Array(1));
    }).toThrow();
  });
});

describe('random numbers', () => {
  // PCG32 with increment 1442695040888963407, computed with BigInt: recorded seeds stay good.
  it('are the same on every host', () => {
    const state = randomState(42);
    expect(Array.from({ length: 4 }, () => nextUint32(state))).toMatchInlineSnapshot(`
      [
        3270867926,
        1795671209,
        1924641435,
        1143034755,
      ]
    `);
  });

  it('are spread evenly below a bound', () => {
    const state = randomState(7);
    const counts = new Array<number>(6).fill(0);
    for (let k = 0; k < 60_000; k++) {
      const value = nextBelow(state, 6);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});
