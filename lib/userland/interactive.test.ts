/** The shell at a terminal: prompts, job control, ^C and ^Z; and what bombs typed there come to. */
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../abi/utf8';
import { defaultBudgets } from '../kernel/budgets';
import { bootShell, reportOf } from './testing/in-machine';

/** Types lines one after another, each when the shell waits for one; what the terminal shows. */
function session(...lines: readonly string[]): string {
  const machine = bootShell(['sh'], { terminal: true });
  const type = (text: string): void => {
    if (text !== '') machine.provideInput(encodeUtf8(text));
    while (machine.run(1_000_000) === 'paused');
  };
  type('');
  for (const line of lines) type(line);
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  const { outcome, findings } = machine.report();
  expect({ outcome, findings }).toEqual({ outcome: { kind: 'finished' }, findings: [] });
  return machine
    .takeOutput()
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join('');
}

const CONTROL_C = '\u0003';
const CONTROL_D = '\u0004';
const CONTROL_Z = '\u001a';

describe('an interactive shell', () => {
  it('prompts, goes on after errors, and ends at the end of the input', () => {
    expect(
      session(
        'echo hi\n',
        'nosuch\n',
        'echo )\n',
        'echo $?\n',
        'if true\n',
        'then echo y; fi\n',
        CONTROL_D,
      ),
    ).toBe(
      '$ hi\n$ sh: 2: nosuch: not found\n$ sh: 3: Syntax error: ")" unexpected\n$ 2\n$ > y\n$ \n',
    );
  });

  it('tells of background jobs as bash does', () => {
    const text = session('sleep 1 & sleep 2 & sleep 3 &\n', '\n', 'jobs\n', 'exit\n');
    expect(text).toBe(
      '$ [1] 101\n[2] 102\n[3] 103\n$ ' +
        '[1]   Done                    sleep 1\n[2]-  Done                    sleep 2\n[3]+  Done                    sleep 3\n' +
        '$ $ ',
    );
  });

  it('^C ends the foreground job only', () => {
    expect(session('cat\n', CONTROL_C, 'echo $?\n', 'exit\n')).toBe('$ \n$ 130\n$ ');
  });

  it('^Z stops it; fg and bg go on with it', () => {
    expect(
      session('cat\n', 'one\n', CONTROL_Z, 'jobs\n', 'fg\n', 'two\n', CONTROL_D, 'exit\n'),
    ).toBe(
      '$ one\n\n[1]+  Stopped                 cat\n$ [1]+  Stopped                 cat\n$ cat\ntwo\n$ ',
    );
    const text = session('cat | cat\n', CONTROL_Z, 'bg\n', 'kill %1\n', '\n', 'exit\n');
    expect(text).toContain('[1]+ cat | cat &\n');
    expect(text).toContain('[1]+  Terminated              cat | cat\n');
  });

  it('warns once of stopped jobs', () => {
    expect(session('cat\n', CONTROL_Z, 'exit\n', 'exit\n')).toContain('You have stopped jobs.\n');
  });

  it('runs commands in the order of the chapter: prog A & prog B & prog C &', () => {
    const program = 'prog() { for i in 1 2 3; do echo $1; done; }\n';
    const text = session(program, 'prog A & prog B & prog C &\n', 'wait\n', 'exit\n');
    expect(text.match(/(?<!prog )A$/gm)).toHaveLength(3);
    expect(text.match(/\[\d\] \d+\n/g)).toHaveLength(3);
    expect(text).toContain('[2]-  Done                    prog B\n');
  });
});

describe('bombs in the shell', () => {
  it('the fork bomb meets the budget', () => {
    const budgets = { ...defaultBudgets, processesMax: 64, forksMax: 500 };
    const { outcome } = reportOf(':(){ :|:& };:', { budgets });
    expect(outcome).toMatchObject({ kind: 'budget' });
  });

  it('so does an endless loop', () => {
    const budgets = { ...defaultBudgets, instructionsMax: 20_000_000 };
    expect(reportOf('while :; do :; done', { budgets }).outcome).toMatchObject({
      kind: 'budget',
      budget: 'instructionsMax',
    });
    expect(reportOf('yes').outcome).toMatchObject({ kind: 'budget', budget: 'outputBytesMax' });
  });

  it('a long loop does not gather memory', () => {
    const short = reportOf(
      'i=0; while [ $i -lt 100 ]; do i=$((i + 1)); x="$x" y=$(:); done; grep VmData /proc/$$/status',
    );
    const long = reportOf(
      'i=0; while [ $i -lt 1000 ]; do i=$((i + 1)); x="$x" y=$(:); done; grep VmData /proc/$$/status',
    );
    expect(long.stdout).toBe(short.stdout);
  });
});
