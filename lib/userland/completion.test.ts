import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../abi/utf8';
import { SHELL_BUILTINS } from './shell-builtins';
import { bootShell } from './testing/in-machine';
import { FIRST_PID } from '../kernel/pid';

/** A shell that has made some files, at its prompt. */
function atPrompt(commands: string) {
  const machine = bootShell(['sh'], { terminal: true });
  machine.provideInput(encodeUtf8(`${commands}\n`));
  while (machine.run(1_000_000) === 'paused');
  return (line: string) => machine.completions(FIRST_PID, line, SHELL_BUILTINS);
}

const complete = atPrompt(
  'mkdir src; touch main.c main.h src/list.c .hidden "two words"; chmod +x main.h',
);

describe('names that complete a line', () => {
  it.each<[string, string, readonly string[]]>([
    ['cat ma', 'ma', ['main.c', 'main.h']],
    ['cat src/', '', ['list.c']],
    ['cat src/li', 'li', ['list.c']],
    ['ls s', 's', ['src/']],
    ['ls .h', '.h', ['.hidden']],
    ['ls two', 'two', ['two\\ words']],
    ['ls two\\ ', 'two\\ ', ['two\\ words']],
    ['ls ~/ma', 'ma', ['main.c', 'main.h']],
    ['psr', 'psr', []],
    ['pst', 'pst', ['pstree']],
    ['cat a | pst', 'pst', ['pstree']],
    ['sleep 1 & job', 'job', ['jobs']],
    ['./ma', 'ma', ['main.h']],
    ['cat < ma', 'ma', ['main.c', 'main.h']],
    ['ls nowhere/', '', []],
    ["echo 'ma", '', []],
    ['echo $HO', '', []],
  ])('%s', (line, typed, names) => {
    expect(complete(line)).toEqual({ typed, names });
  });

  it('has the commands of the search path and the shell’s own, each once', () => {
    const { names } = complete('t');
    expect(names).toEqual(expect.arrayContaining(['tail', 'tee', 'test', 'times', 'trap', 'true']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('looks into /proc', () => {
    expect(complete('cat /proc/100/sta').names).toEqual(['stat', 'statm', 'status']);
  });

  it('begins in the shell’s working directory', () => {
    expect(atPrompt('mkdir in; cd in; touch here')('cat ').names).toEqual(['here']);
  });

  it('knows just the commands that the shell has', () => {
    const machine = bootShell(['sh', '-c', `type ${SHELL_BUILTINS.join(' ')}; type nosuch`]);
    machine.closeInput();
    while (machine.run(1_000_000) === 'paused');
    const { stdout } = machine.report();
    expect(stdout.match(/is a (special )?shell builtin/g)).toHaveLength(SHELL_BUILTINS.length);
  });
});
