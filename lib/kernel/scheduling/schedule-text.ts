/**
 * A recorded schedule as text: a version, then one word a choice.
 *
 *   forkyard-schedule/1 2b 3:1000 2:1000*5 3v
 *   forkyard-schedule/2 2b 3:1000w
 *
 * `2b` process 2 until it blocks, `3:1000` process 3 for 1000 instructions, `3v` until its next visible
 * operation, `*5` the same choice five times in a row. Version 2 adds `w`: the choice ends, too, when
 * another process becomes ready. What version 1 can say means the same in both, and is written in it.
 *
 *   forkyard-schedule/4 100v*12 101v 101v/1 100t 101s 101a
 *
 * Version 4 is of runs in which all is chosen (`Timing` chosen): `v/1` the second way in which the operation can go on,
 * `t` the time is up that 100 waits, `r` the alarm of process 100 rings, `s` a signal is delivered, `a`
 * a mutex is acquired after a wait for a condition, or the room in a pipe that a write waits for.
 *
 * Version 3 said the same of runs in which fewer operations were visible (copies, locals that another thread
 * points to, the end of a process): its choices mean other steps now, so it is told apart and not read.
 */
import { assertNever } from '../../abi/assert-never';
import { pid } from '../pid';
import type { Choice, ChosenEvent, RunUntil, Timing } from './scheduler';

const VERSIONS = ['forkyard-schedule/1', 'forkyard-schedule/2', 'forkyard-schedule/4'] as const;
/** Longer than any recording that the instruction budget allows. */
const CHOICES_MAX = 50_000_000;

export type ParsedSchedule =
  | { readonly kind: 'schedule'; readonly choices: readonly Choice[]; readonly timing: Timing }
  | { readonly kind: 'unreadable'; readonly message: string };

export function formatSchedule(choices: readonly Choice[], timing: Timing = 'clock'): string {
  const version =
    timing === 'chosen'
      ? VERSIONS[2]
      : choices.some(({ preemptible }) => preemptible === true)
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
        ? `this schedule is of version ${version.slice('forkyard-schedule/'.length)}; this machine reads versions 1, 2 and 4`
        : `a schedule begins with "${VERSIONS[0]}"`,
    };
  const choices: Choice[] = [];
  for (const word of words) {
    const match = /^(\d{1,7})(?::(\d{1,15})|([bvtrsa]))(w?)(?:\/(\d{1,4}))?(?:\*(\d{1,9}))?$/.exec(
      word,
    );
    const times = Number(match?.[6] ?? 1);
    const preemptible = match?.[4] === 'w';
    const way = Number(match?.[5] ?? 0);
    const until = untilOf(match?.[2], match?.[3] ?? '');
    const isOfChosenRun = way > 0 || until.kind in EVENT_LETTERS;
    if (
      match === null ||
      (preemptible && known !== VERSIONS[1]) ||
      (isOfChosenRun && known !== VERSIONS[2]) ||
      times < 1 ||
      choices.length + times > CHOICES_MAX
    )
      return { kind: 'unreadable', message: `"${word}" is not a choice` };
    const choice: Choice = {
      pid: pid(Number(match[1])),
      until,
      ...(preemptible ? { preemptible: true } : {}),
      ...(way > 0 ? { way } : {}),
    };
    for (let k = 0; k < times; k++) choices.push(choice);
  }
  return { kind: 'schedule', choices, timing: known === VERSIONS[2] ? 'chosen' : 'clock' };
}

const EVENT_LETTERS: Readonly<Record<ChosenEvent, string>> = {
  timeout: 't',
  alarm: 'r',
  signal: 's',
  acquire: 'a',
};

function untilOf(count: string | undefined, letter: string): RunUntil {
  if (count !== undefined) return { kind: 'instructions', count: Number(count) };
  switch (letter) {
    case 'v':
      return { kind: 'visible' };
    case 't':
      return { kind: 'timeout' };
    case 'r':
      return { kind: 'alarm' };
    case 's':
      return { kind: 'signal' };
    case 'a':
      return { kind: 'acquire' };
    default:
      return { kind: 'blocked' };
  }
}

function formatChoice(choice: Choice): string {
  const way = choice.way === undefined || choice.way === 0 ? '' : `/${choice.way}`;
  return `${choice.pid}${formatUntil(choice.until)}${choice.preemptible === true ? 'w' : ''}${way}`;
}

function formatUntil(until: RunUntil): string {
  switch (until.kind) {
    case 'instructions':
      return `:${until.count}`;
    case 'visible':
      return 'v';
    case 'blocked':
      return 'b';
    case 'timeout':
    case 'alarm':
    case 'signal':
    case 'acquire':
      return EVENT_LETTERS[until.kind];
    default:
      return assertNever(until);
  }
}
