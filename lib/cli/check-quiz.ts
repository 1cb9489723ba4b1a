/** `forkyard check` of a quiz: its form, and its computed answers by a second way, over many draws. */
import { BrokenCourseware, readQuiz } from '../courseware/repository';
import { drawQuestion, type Question } from '../grading/quiz/question';
import { everyQuestion } from '../grading/quiz/quiz';
import { disagreements, type NativeMachine } from '../grading/quiz/second-way';

/** One line for each question; how many of them are not as they should be. */
export function checkQuiz(
  file: string,
  seeds: number,
  native: NativeMachine | null,
  say: (line: string) => void,
): number {
  let quiz;
  try {
    ({ quiz } = readQuiz(file));
  } catch (error) {
    if (!(error instanceof BrokenCourseware)) throw error;
    for (const problem of error.problems) say(`  ✗ ${problem}`);
    return error.problems.length;
  }
  let problems = 0;
  for (const question of everyQuestion(quiz)) {
    const { variants, problem } = checkQuestion(question, seeds, native);
    const count = variants === 1 ? '1 variant' : `${variants} variants`;
    say(
      `  ${problem === null ? '✓' : '✗'} ${question.id} (${question.kind}, ${count})${problem === null ? '' : `: ${problem}`}`,
    );
    if (problem !== null) problems++;
  }
  return problems;
}

function checkQuestion(
  question: Question,
  seeds: number,
  native: NativeMachine | null,
): { readonly variants: number; readonly problem: string | null } {
  const variants = new Set<string>();
  for (let seed = 0; seed < seeds; seed++) {
    const drawing = drawQuestion(question, `check ${seed}`);
    if (drawing.kind === 'failed')
      return { variants: variants.size, problem: `draw ${seed}: ${drawing.reason}` };
    const { asked } = drawing.drawn;
    const known = variants.size;
    variants.add(JSON.stringify(asked));
    // What was checked once needs no second time.
    if (variants.size === known) continue;
    const [first] = disagreements(question, drawing.drawn, native);
    if (first !== undefined) return { variants: variants.size, problem: `draw ${seed}: ${first}` };
  }
  return { variants: variants.size, problem: null };
}
