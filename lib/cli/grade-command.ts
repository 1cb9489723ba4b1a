/** `forkyard grade`: one source against one exercise. */
import { grade } from '../grading/grade';
import type { CheckResult, Verdict } from '../grading/verdict';
import { renderDiagnostic } from '../compiler/diagnostics';
import { BrokenCourseware, readExercise } from '../courseware/repository';
import { readSource } from './read-source';
import { UsageError } from './usage-error';

export function gradeCommand(
  folder: string,
  file: string,
  { json }: { readonly json?: boolean },
): void {
  const verdict = grade(readExerciseOrComplain(folder), readSource(file));
  process.stdout.write(
    json === true ? `${JSON.stringify(verdict, null, 2)}\n` : verdictText(verdict),
  );
  process.exitCode = verdict.checks.every(({ status }) => status === 'passed') ? 0 : 1;
}

export function readExerciseOrComplain(folder: string) {
  try {
    return readExercise(folder);
  } catch (error) {
    if (error instanceof BrokenCourseware)
      throw new UsageError(error.problems.join('\nforkyard: '));
    throw error;
  }
}

export function verdictText({ points, pointsMax, checks, diagnostics }: Verdict): string {
  const lines = [
    ...diagnostics.map(renderDiagnostic),
    ...checks.map(checkText),
    `${points} of ${pointsMax} points`,
  ];
  return `${lines.join('\n')}\n`;
}

const marks = { passed: '✓', failed: '✗', 'not-run': '–' } as const;

function checkText(check: CheckResult): string {
  const { status, title, points, pointsMax, explanation, line, evidence } = check;
  const head = `${marks[status]} ${title} (${points}/${pointsMax})`;
  const where = line === null || status !== 'failed' ? '' : `line ${line}: `;
  if (check.claim === 'within-bounds') return `${head}\n    ${explanation}`;
  if (explanation === '' || status === 'passed') return head;
  const story = (evidence?.story ?? []).map((sentence, k) => `\n      ${k + 1}. ${sentence}`);
  return `${head}\n    ${where}${explanation}${story.join('')}`;
}
