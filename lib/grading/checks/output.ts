/** What the program printed. Blanks at line ends and empty lines at the end do not count. */
import type { Check } from '../exercise';
import { fatalFinding } from '../explain-run';
import { normalizedLines } from '../output-text';
import { failed, type JudgeRun, passed } from './check';

type OutputCheck = Extract<Check, { kind: 'output' }>;

export const judgeOutput: JudgeRun<OutputCheck> = (check, { report }) => {
  const actual = report[check.stream];
  const where = check.stream === 'stdout' ? 'output' : 'output on stderr';
  const problem = difference(check, actual);
  if (problem === null) return passed;
  const crash = fatalFinding(report);
  return failed(
    crash === null
      ? `The ${where} ${problem.summary}.`
      : `The ${where} is not right, because process ${crash.pid} broke off: ${crash.message}`,
    {
      ...(problem.detail === undefined ? {} : { detail: problem.detail }),
      line: crash?.at?.line ?? null,
      // A pattern is for the machine; what it asks for is said by the check's title and hint.
      ...(check.match === 'pattern' ? {} : { expected: check.expected }),
      actual,
    },
  );
};

function difference(
  check: OutputCheck,
  actual: string,
): { summary: string; detail?: string } | null {
  if (check.match === 'pattern') {
    return new RegExp(check.expected, 'su').test(actual)
      ? null
      : { summary: 'does not have the form that was asked for' };
  }
  const expected = normalizedLines(check.expected);
  const lines = normalizedLines(actual);
  if (lines.length === 0 && expected.length > 0) {
    return { summary: 'is empty', detail: `It should have ${quote(expected[0])}.` };
  }
  return check.match === 'exact'
    ? orderedDifference(expected, lines)
    : unorderedDifference(expected, lines);
}

function orderedDifference(
  expected: readonly string[],
  lines: readonly string[],
): { summary: string; detail?: string } | null {
  const at = expected.findIndex((line, index) => line !== lines[index]);
  if (at === -1) {
    return lines.length === expected.length
      ? null
      : {
          summary: `has ${lines.length} lines, more than it should`,
          detail: `Line ${expected.length + 1}, ${quote(lines[expected.length])}, is the first too many.`,
        };
  }
  return {
    summary: `differs from line ${at + 1} on`,
    detail:
      lines[at] === undefined
        ? `It ends after line ${at}; next should come ${quote(expected[at])}.`
        : `Line ${at + 1} is ${quote(lines[at])}, it should be ${quote(expected[at])}.`,
  };
}

function unorderedDifference(
  expected: readonly string[],
  lines: readonly string[],
): { summary: string; detail?: string } | null {
  const surplus = [...lines];
  const missing = expected.filter((line) => {
    const at = surplus.indexOf(line);
    if (at === -1) return true;
    surplus.splice(at, 1);
    return false;
  });
  if (missing.length === 0 && surplus.length === 0) return null;
  const summary =
    missing.length > 0 && surplus.length > 0
      ? 'has lines that should not be there, and others are missing'
      : missing.length > 0
        ? `lacks ${missing.length === 1 ? 'a line' : `${missing.length} lines`}`
        : `has ${surplus.length === 1 ? 'a line' : `${surplus.length} lines`} too many`;
  const parts = [
    ...(missing.length > 0 ? [`Missing: ${list(missing)}.`] : []),
    ...(surplus.length > 0 ? [`Too many: ${list(surplus)}.`] : []),
  ];
  return { summary, detail: `${parts.join(' ')} (The order of the lines does not matter here.)` };
}

const SHOWN_MAX = 3;

function list(lines: readonly string[]): string {
  const shown = lines.slice(0, SHOWN_MAX).map(quote).join(', ');
  return lines.length > SHOWN_MAX ? `${shown} and ${lines.length - SHOWN_MAX} more` : shown;
}

function quote(line: string | undefined): string {
  const text = line ?? '';
  return `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;
}
