import { expect, it } from 'vitest';
import { shellWords } from './shell-words';

it('arguments are split as a shell does it', () => {
  expect(shellWords(`a  "b c" 'd "e"' f\\ g "h\\"i" j'k'`)).toEqual([
    'a',
    'b c',
    'd "e"',
    'f g',
    'h"i',
    'jk',
  ]);
  expect(shellWords('')).toEqual([]);
});
