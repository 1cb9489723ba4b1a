/** Draws from a seed that is a text: the same text, the same draws, on every host. */
import { nextBelow, type RandomState, randomState } from '../../../kernel/random';

export type Random = RandomState;

export function randomFrom(seed: string): Random {
  return randomState(textHash(seed));
}

/** A whole number from `low` to `high`, both included. */
export function drawInteger(random: Random, low: number, high: number): number {
  return low + nextBelow(random, high - low + 1);
}

export function drawOne<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[nextBelow(random, choices.length)];
  if (chosen === undefined) throw new Error('nothing to draw from');
  return chosen;
}

/** A new order; every one is as likely. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(nextBelow(random, left.length), 1));
  return result;
}

/** 53 bits of a text (two FNV-1a sums, one of them of the text turned round). */
function textHash(text: string): number {
  let forwards = 0x811c_9dc5;
  let backwards = 0x811c_9dc5;
  for (let at = 0; at < text.length; at++) {
    forwards = Math.imul(forwards ^ text.charCodeAt(at), 0x0100_0193);
    backwards = Math.imul(backwards ^ text.charCodeAt(text.length - 1 - at), 0x0100_0193);
  }
  return (forwards >>> 0) * 2 ** 21 + ((backwards >>> 0) & 0x1f_ffff);
}
