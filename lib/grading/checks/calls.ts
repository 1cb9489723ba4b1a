/**
 * How often the student's program makes a system call, itself or through the C library: `printf` ends in
 * write. What programs do that it turns into by exec isn't counted.
 */
import type { Check } from '../exercise';
import { failed, type JudgeRun, passed, STUDENT_FILE } from './check';

export const judgeCalls: JudgeRun<Extract<Check, { kind: 'calls' }>> = (
  { call, least = 0, most = Infinity },
  { events },
) => {
  const made = events.filter(
    (event) => event.kind === 'called' && event.call === call && event.at?.file === STUDENT_FILE,
  );
  if (made.length >= least && made.length <= most) return passed;
  const one = made.length > most ? made[most] : undefined;
  const line = one?.kind === 'called' ? (one.at?.line ?? null) : null;
  return failed(
    made.length === 0
      ? `The program never makes the system call ${call}.`
      : `The program makes the system call ${call} ${times(made.length)}, all processes together.`,
    {
      detail: wantedText(least, most),
      line,
      actual: String(made.length),
    },
  );
};

function wantedText(least: number, most: number): string {
  if (most === 0) return 'It should do without.';
  if (least === most) return `It should be ${times(least)}.`;
  if (most === Infinity) return `It should be ${times(least)} or more.`;
  return least === 0
    ? `It should be ${times(most)} at most.`
    : `It should be ${times(least)} to ${times(most)}.`;
}

function times(n: number): string {
  if (n === 1) return 'once';
  return n === 2 ? 'twice' : `${n} times`;
}
