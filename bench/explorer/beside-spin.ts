/**
 * States, transitions and executions a second in mode `states`: C programs as students write them, and
 * SPIN's verifier of the same as a model made by hand, in the same run. Processor time of both.
 */
import { ms, row } from '../measure';
import type { Definitions } from '../native';
import { explored } from './explored';
import { perSecond } from './published-counts';
import { hasSpin, verifiedBySpin } from './spin';

interface Compared {
  readonly what: string;
  /** Of the C program, and of the model if there is one. */
  readonly name: string;
  readonly hasModel: boolean;
  readonly definitions: Definitions;
  readonly isLong?: boolean;
}

const compared: readonly Compared[] = [
  ...[1, 2, 3].map((K) => ({
    what: `bounded buffer, semaphores, ${K} x ${K} x ${K}`,
    name: 'buffer',
    hasModel: true,
    definitions: { K, N: K },
    isLong: K > 2,
  })),
  {
    what: 'bounded buffer, mutex and conditions, 2 x 2 x 2',
    name: 'conditions',
    hasModel: false,
    definitions: { K: 2, N: 2 },
    isLong: true,
  },
  ...[4, 10].map((N) => ({
    what: `2 processes add ${N} times each`,
    name: 'counter',
    hasModel: true,
    definitions: { N },
    isLong: N > 4,
  })),
  ...[1, 3].map((N) => ({
    what: `5 philosophers, ${N} round${N === 1 ? '' : 's'}`,
    name: 'philosophers',
    hasModel: true,
    definitions: { P: 5, N },
    isLong: N > 1,
  })),
];

export function benchBesideSpin(quick: boolean): void {
  const spin = hasSpin();
  console.log('\nstates and transitions of programs, and of models by spin; processor time');
  if (!spin) console.log('  no spin on this machine: nothing to compare with');
  for (const { what, name, hasModel, definitions, isLong } of compared) {
    if (quick && isLong === true) continue;
    const { result, timeMs } = explored(name, definitions, 'states');
    tell(what, result, timeMs);
    row(
      '',
      `${perSecond(result.states, timeMs)} states,`,
      `${perSecond(result.transitions, timeMs)} transitions,`,
      `${perSecond(result.schedules, timeMs)} executions a second`,
      result.verdict === 'proved' ? '' : `NOT PROVED: ${result.verdict}`,
    );
    if (!spin || !hasModel) continue;
    const verified = verifiedBySpin(name, definitions);
    tell('  spin', verified, verified.timeMs);
  }
}

function tell(
  what: string,
  { states, transitions }: { readonly states: number; readonly transitions: number },
  timeMs: number,
): void {
  row(what, `${states} states`.padStart(16), `${transitions} transitions`.padStart(20), ms(timeMs));
}
