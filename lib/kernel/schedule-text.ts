/**
 * A recorded schedule as text: a version, then one word a choice.
 *
 *   forkyard-schedule/1 2b 3:1000 2:1000*5 3v
 *
 * `2b` process 2 until it blocks, `3:1000` process 3 for 1000 instructions, `3v` until its next visible
 * operation, `*5` the same choice five times in a row.
 */
import { assertNever } from '../abi/assert-never';
import { pid } from './pid';
import type { Choice } from './scheduler';

const VERSION = 'forkyard-schedule/1';
/** Longer than any recording that the instruction budget allows. */
const CHOICES_MAX = 50_000_000;

export type ParsedSchedule =
  | { readonly kind: 'schedule'; readonly choices: readonly Choice[] }
  | { readonly kind: 'unreadable'; readonly message: string };

export function formatSchedule(choices: readonly Choice[]): string {
  const words: string[] = [VERSION];
  let last = '';
  let count = 0;
  const flush = (): void => {
    if (count > 0) words.push(count === 1 ? last : `${last}*${count}`);
  };
  for (const choice of choices) {
    const word = formatChoice(choice);
    if (word === last) count++;
    else {
      flush();
      last = word;
      count = 1;
    }
  }
  flush();
  return words.join(' ');
}

export function parseSchedule(text: string): ParsedSchedule {
  const [version, ...words] = text.trim().split(/\s+/);
  if (version !== VERSION)
    return {
      kind: 'unreadable',
      message: version?.startsWith('forkyard-schedule/')
        ? `this schedule is of version ${version.slice('forkyard-schedule/'.length)}; this machine reads version 1`
        : `a schedule begins with "${VERSION}"`,
    };
  const choices: Choice[] = [];
  for (const word of words) {
    const match = /^(\d{1,7})(?::(\d{1,15})|([bv]))(?:\*(\d{1,9}))?$/.exec(word);
    const times = Number(match?.[4] ?? 1);
    if (match === null || times < 1 || choices.length + times > CHOICES_MAX)
      return { kind: 'unreadable', message: `"${word}" is not a choice` };
    const choice: Choice = {
      pid: pid(Number(match[1])),
      until:
        match[2] === undefined
          ? { kind: match[3] === 'v' ? 'visible' : 'blocked' }
          : { kind: 'instructions', count: Number(match[2]) },
    };
    for (let k = 0; k < times; k++) choices.push(choice);
  }
  return { kind: 'schedule', choices };
}

function formatChoice(choice: Choice): string {
  switch (choice.until.kind) {
    case 'instructions':
      return `${choice.pid}:${choice.until.count}`;
    case 'visible':
      return `${choice.pid}v`;
    case 'blocked':
      return `${choice.pid}b`;
    default:
      return assertNever(choice.until);
  }
}
