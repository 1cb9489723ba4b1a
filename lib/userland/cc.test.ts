/** cc inside of the machine: what a student compiles there is a file like others, and runs. */
import { describe, expect, it } from 'vitest';
import { bootShell, sh } from './testing/in-machine';

const files = {
  'hello.c':
    '#include <stdio.h>\nint main(int argc, char **argv) { printf("hi %s\\n", argv[argc - 1]); return 3; }\n',
  'main.c':
    '#include "sum.h"\n#include <stdio.h>\nint main(void) { printf("%d\\n", sum(2, N)); }\n',
  'sum.c': '#include "sum.h"\nint sum(int a, int b) { return a + b; }\n',
  'sum.h': 'int sum(int, int);\n',
  'inc/deep.h': '#define DEEP 7\n',
  'deep.c': '#include <deep.h>\nint main(void) { return DEEP; }\n',
  'wrong.c': 'int main(void) { return x; }\n',
};

describe('cc', () => {
  it('makes a program that runs', () => {
    expect(sh('cc hello.c -o hello && ./hello you; echo $?', { files }).stdout).toBe('hi you\n3\n');
    expect(sh('gcc -Wall -O2 -g hello.c -lm; ls a.out; ./a.out x', { files })).toEqual({
      stdout: 'a.out\nhi x\n',
      stderr: '',
      status: 3,
    });
  });

  it('takes several files, headers, -D and -I', () => {
    expect(sh('cc -DN=40 main.c sum.c -o both; ./both', { files }).stdout).toBe('42\n');
    expect(sh('cc -Iinc deep.c; ./a.out; echo $?', { files }).stdout).toBe('7\n');
    expect(
      sh('mkdir d; mv sum.? d; cc -D N=1 -I d main.c d/sum.c; ./a.out', { files }).stdout,
    ).toBe('3\n');
  });

  it('tells errors as the command line does, and makes nothing', () => {
    const { stdout, stderr, status } = sh('cc wrong.c; s=$?; ls; exit $s', { files });
    expect(stderr).toMatch(/^wrong\.c:1:25: error: 'x' is not declared$/m);
    expect(stdout).not.toContain('a.out');
    expect(status).toBe(1);
    expect(sh('cc').stderr).toContain('no input files');
    expect(sh('cc nothing.c').stderr).toBe('cc: error: nothing.c: No such file or directory\n');
    expect(sh('cc -c hello.c', { files }).stderr).toContain('makes no object files');
  });

  it('makes files that cp, mv, chmod and links treat as any file', () => {
    const script =
      'cc hello.c -o a; cp a b; mv a c; ln b d; rm b; ./c 1; ./d 2; chmod -x c; ./c; echo $?; ls -l d | cut -c1-10';
    const { stdout, stderr } = sh(script, { files });
    expect(stdout).toBe('hi 1\nhi 2\n126\n-rwxr-xr-x\n');
    expect(stderr).toBe('sh: 1: ./c: Permission denied\n');
  });

  it('is part of a snapshot: the same moment goes on in the same way', () => {
    const machine = bootShell(
      ['sh', '-c', 'cc hello.c; ./a.out one; cc -DN=1 main.c sum.c; ./a.out'],
      { files },
    );
    machine.closeInput();
    machine.run(400_000);
    const snapshot = machine.snapshot();
    while (machine.run(1_000_000) === 'paused');
    const first = machine.report();
    machine.restore(snapshot);
    while (machine.run(1_000_000) === 'paused');
    expect(machine.report().stdout).toBe(first.stdout);
    expect(first.stdout).toBe('hi one\n3\n');
  });

  it('costs of the budget, so that endless compiling ends', () => {
    const machine = bootShell(['sh', '-c', 'while cc hello.c; do :; done'], { files });
    machine.closeInput();
    while (machine.run(1_000_000) === 'paused');
    // Some two hundred programs: more is refused, or has used up the budget before.
    const { outcome, stderr } = machine.report();
    expect(outcome.kind === 'budget' || stderr.includes('No space left on device')).toBe(true);
  });
});
