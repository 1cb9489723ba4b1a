import { describe, expect, it } from 'vitest';
import { movedLines } from './moved-lines';

describe('lines with a breakpoint', () => {
  const text = 'a\nb\nc\nd\ne\n';

  it.each([
    ['a line before', 'new\n' + text, [2], [3]],
    ['a line behind', 'a\nb\nc\nd\nnew\ne\n', [2, 5], [2, 6]],
    ['a character in it', 'a\nbb\nc\nd\ne\n', [2], [2]],
    ['a line less before', 'b\nc\nd\ne\n', [4], [3]],
    ['the line itself gone', 'a\nc\nd\ne\n', [2, 3], [2]],
    ['everything gone', '', [2, 3], []],
    ['nothing', text, [2], [2]],
  ])('%s', (_, after, lines, expected) => {
    expect(movedLines(text, after, lines)).toEqual(expected);
  });
});
