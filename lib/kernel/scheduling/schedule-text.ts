/**
 * A recorded schedule as text: a version, then one word a choice.
 *
 *   forkyard-schedule/1 2b 3:1000 2:1000*5 3v
 *   forkyard-schedule/2 2b 3:1000w
 *
 * `2b` process 2 until it blocks, `3:1000` process 3 for 1000 instructions, `3v` until its next visible
 * operation, `*5` the same choice five times in a row. Version 2 adds `w`: the choice ends, too, when
 * another process becomes ready. What version 1 can say means the same in both, and is written in it.
 */
import { assertNever } from '../../abi/assert-never';
import { pid } from '../pid';
import type { Choice, RunUntil } from './scheduler';

const VERSIONS = ['forkyard-schedule/1', 'forkyard-schedule/2'] as const;
/** Longer than any recording that the instruction budget allows. */
const CHOICES_MAX = 50_000_000;

export type ParsedSchedule =
  | { readonly kind: 'schedule'; readonly choices: readonly Choice[] }
  | { readonly kind: 'unreadable'; readonly message: string };

export function formatSchedule(choices: readonly Choice[]): string {
  const version = choices.some(({ preemptible }) => preemptible === true)
    ? VERSIONS[1]
    : VERSIONS[0];
  const words: string[] = [version];
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
  const known = VERSIONS.find((each) => each === version);
  if (known === undefined)
    return {
      kind: 'unreadable',
      message: version?.startsWith('forkyard-schedule/')
        ? `this schedule is of version ${version.slice('forkyard-schedule/'.length)}; this machine reads versions 1 and 2`
        : `a schedule begins with "${VERSIONS[0]}"`,
    };
  const choices: Choice[] = [];
  for (const word of words) {
    const match = /^(\d{1,7})(?::(\d{1,15})|([bv]))(w?)(?:\*(\d{1,9}))?$/.exec(word);
    const times = Number(match?.[5] ?? 1);
    const preemptible = match?.[4] === 'w';
    if (
      match === null ||
      (preemptible && known === VERSIONS[0]) ||
      times < 1 ||
      choices.length + times > CHOICES_MAX
    )
      return { kind: 'unreadable', message: `"${word}" is not a choice` };
    const choice: Choice = {
      pid: pid(Number(match[1])),
      until:
        match[2] === undefined
          ? { kind: match[3] === 'v' ? 'visible' : 'blocked' }
          : { kind: 'instructions', count: Number(match[2]) },
      ...(preemptible ? { preemptible: true } : {}),
    };
    for (let k = 0; k < times; k++) choices.push(choice);
  }
  return { kind: 'schedule', choices };
}

function formatChoice(choice: Choice): string {
  return `${choice.pid}${formatUntil(choice.until)}${choice.preemptible === true ? 'w' : ''}`;
}

function formatUntil(until: RunUntil): string {
  switch (until.kind) {
    case 'instructions':
      return `:${until.count}`;
    case 'visible':
      return 'v';
    case 'blocked':
      return 'b';
    default:
      return assertNever(until);
  }
}
