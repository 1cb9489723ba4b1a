import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../abi/utf8';
import type { Machine } from '../machine';
import { bootMain } from '../testing/c-program';

function output(machine: Machine): string {
  return machine
    .takeOutput()
    .map(({ bytes }) => decodeUtf8(bytes))
    .join('');
}

function runOn(machine: Machine): string {
  for (;;) {
    const state = machine.run(1000);
    if (state !== 'paused') return state;
  }
}

const echoing = `
  char line[64];
  printf("name? ");
  while (fgets(line, sizeof line, stdin)) printf("<%s>", line);
  printf("end\\n");`;

describe('a terminal', () => {
  it('waits for input, line by line, and shows what was printed before', () => {
    const machine = bootMain(echoing, { terminal: true });
    expect(runOn(machine)).toBe('waiting-for-input');
    machine.provideInput(encodeUtf8('Ad'));
    expect(runOn(machine)).toBe('waiting-for-input');
    machine.provideInput(encodeUtf8('b\u007fa\nGrace\n'));
    expect(runOn(machine)).toBe('waiting-for-input');
    const shown = output(machine);
    expect(shown.startsWith('name? ')).toBe(true);
    expect(output(machine)).toBe('');
    machine.provideInput(Uint8Array.of(4));
    expect(runOn(machine)).toBe('finished');
    expect(shown + output(machine)).toBe('name? <Ada\n><Grace\n>end\n');
  });

  it('ends the foreground program with Ctrl-C', () => {
    const machine = bootMain('fork(); for (;;) pause();', { terminal: true });
    runOn(machine);
    machine.provideInput(Uint8Array.of(3));
    expect(runOn(machine)).toBe('finished');
    expect(machine.report().status).toEqual({
      kind: 'signaled',
      signal: 'SIGINT',
      coreDumped: false,
    });
  });

  it('is one to isatty, a pipe is none', () => {
    const body = 'return isatty(0) + 2 * isatty(1) + 4 * isatty(2);';
    for (const [terminal, code] of [
      [true, 7],
      [false, 0],
    ] as const) {
      const machine = bootMain(body, { terminal });
      expect(runOn(machine)).toBe('finished');
      expect(machine.report().status).toEqual({ kind: 'exited', code });
    }
  });
});

describe('piped input', () => {
  it('ends where it is closed', () => {
    const machine = bootMain(echoing);
    machine.provideInput(encodeUtf8('one\ntwo'));
    machine.closeInput();
    expect(runOn(machine)).toBe('finished');
    expect(machine.report().stdout).toBe('name? <one\n><two>end\n');
  });

  it('is waited for while it is open, by one reader after the other', () => {
    const machine = bootMain(`
      char byte;
      if (fork() == 0) { read(0, &byte, 1); printf("child %c\\n", byte); exit(0); }
      sleep(1);
      read(0, &byte, 1);
      wait(NULL);
      printf("parent %c\\n", byte);`);
    expect(runOn(machine)).toBe('waiting-for-input');
    machine.provideInput(encodeUtf8('x'));
    expect(runOn(machine)).toBe('waiting-for-input');
    machine.provideInput(encodeUtf8('y'));
    expect(runOn(machine)).toBe('finished');
    expect(machine.report().stdout).toBe('child x\nparent y\n');
  });
});
