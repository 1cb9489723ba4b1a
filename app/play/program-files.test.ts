import { describe, expect, it } from 'vitest';
import { programOf, runCommand } from './program-files';

const file = (name: string, text = '') => ({ name, text });
const MAIN = 'int main(void) { return 0; }';
const command = (files: readonly { name: string; text: string }[], open: string) =>
  runCommand(programOf(files, open));

describe('the program of a playground', () => {
  it.each([
    ['one file', [file('a.c', MAIN)], 'a.c', 'cc a.c && ./a.out'],
    [
      'several files of one program',
      [file('main.c', MAIN), file('list.h'), file('list.c', 'int length(void) { return 0; }')],
      'list.c',
      'cc main.c list.c && ./a.out',
    ],
    [
      'several programs: the one that is open',
      [file('a.c', MAIN), file('b.c', 'int main(int argc, char *argv[])\n{\n}'), file('c.c')],
      'b.c',
      'cc b.c c.c && ./a.out',
    ],
    [
      'main only in a comment, a text and a declaration',
      [
        file('a.c', MAIN),
        file('b.c', '/* int main(void) { */ char *s = "main() {"; int main(void);'),
      ],
      'b.c',
      'cc a.c b.c && ./a.out',
    ],
    ['no main yet', [file('a.c', 'int x;'), file('b.c')], 'b.c', 'cc b.c a.c && ./a.out'],
    ['a header is open', [file('a.c', MAIN), file('a.h')], 'a.h', 'cc a.c && ./a.out'],
    ['no C file', [file('notes.h')], 'notes.h', 'cc *.c && ./a.out'],
  ])('%s', (_, files, open, expected) => {
    expect(command(files, open)).toBe(expected);
  });
});
