/** What is wrong with an example of the playground: its command must run, and show something. */
import { bootShell } from '../grading/run';
import type { Example } from './examples';

/** Some wait for Ctrl-C. */
const INTERRUPTS_MAX = 20;
const CTRL_C = Uint8Array.of(3);

/** One sentence for each problem. */
export function exampleProblems({ files, command }: Example): readonly string[] {
  const machine = bootShell(['-c', command ?? `cc ${files[0].name} && ./a.out`], {
    files: Object.fromEntries(files.map(({ name, text }) => [name, text])),
    budgets: { instructionsMax: 50_000_000 },
    terminal: true,
  });
  for (let times = 0; machine.run(10_000_000) !== 'finished' && times < INTERRUPTS_MAX; times++)
    machine.provideInput(CTRL_C);
  const { outcome, stdout, stderr, findings } = machine.report();
  const problems: string[] = [];
  if (outcome.kind !== 'finished') problems.push(`it ends with the verdict ${outcome.kind}`);
  // One is there for its memory error.
  if (stdout.length + findings.length === 0) problems.push('it prints nothing');
  if (stderr.includes('error')) problems.push(`it prints to standard error: ${stderr}`);
  return problems;
}
