import { describe, expect, it } from 'vitest';
import { ProgramCommand } from './program-command';

/** What `run` reads: the program's words, and its own option. */
function read(...args: readonly string[]) {
  let words: readonly string[] = [];
  const command = new ProgramCommand('run')
    .argument('<file>')
    .argument('[args...]')
    .option('--json')
    .option('--with <file>')
    .allowUnknownOption()
    .action((file: string, rest: readonly string[]) => {
      words = [file, ...rest];
    });
  command.parse(args, { from: 'user' });
  return { words, options: command.opts() };
}

describe('a command that runs a program', () => {
  it('passes a -- after the file on, and all that follows', () => {
    expect(read('f.c', '--', 'A', '--json')).toEqual({
      words: ['f.c', '--', 'A', '--json'],
      options: {},
    });
    expect(read('f.c', 'A', '--', '--')).toEqual({ words: ['f.c', 'A', '--', '--'], options: {} });
    expect(read('f.c', '-x', '--', 'A').words).toEqual(['f.c', '-x', '--', 'A']);
  });

  it('ends its own options at a -- before the file', () => {
    expect(read('--with', 'g.c', '--', 'f.c', '--json', '--', 'A')).toEqual({
      words: ['f.c', '--json', '--', 'A'],
      options: { with: 'g.c' },
    });
  });

  it('knows its options on both sides of the file', () => {
    expect(read('--with', 'g.c', 'f.c', 'A', '--json')).toEqual({
      words: ['f.c', 'A'],
      options: { with: 'g.c', json: true },
    });
  });
});
