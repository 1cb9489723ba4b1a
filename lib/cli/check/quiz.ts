/** `forkyard check` of a quiz: its form, and its computed answers by a second way, over many draws. */
import { readQuiz } from '../../courseware/repository';
import { drawQuestion, type Question } from '../../grading/quiz/question';
import { everyQuestion } from '../../grading/quiz/quiz';
import { disagreements, type NativeMachine } from '../../grading/quiz/second-way';
import type { Findings } from './findings';

export interface Draws {
  /** Of each question. */
  readonly seeds: number;
  /** Where programs are compiled and run, too. */
  readonly native: NativeMachine | null;
}

export function checkQuizFile(file: string, draws: Draws, findings: Findings): void {
  findings.head(file);
  findings.reading(() => {
    for (const question of everyQuestion(readQuiz(file).quiz)) {
      const { variants, problem } = checkQuestion(question, draws);
      const count = variants === 1 ? '1 variant' : `${variants} variants`;
      findings.say(`${question.id} (${question.kind}, ${count})`, problem);
    }
  });
}

function checkQuestion(
  question: Question,
  { seeds, native }: Draws,
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
