import { describe, expect, it } from 'vitest';
import { LONE_PROCESS, treeFromText, treeToText } from '@/lib/grading/quiz/drawn-tree';
import { allPaths, named, nodeAt, ROOT, without, withChild } from './tree-edits';

describe('drawing a tree', () => {
  it('adds children, names and removes them, and keeps the root', () => {
    const two = withChild(withChild(LONE_PROCESS, ROOT), ROOT);
    const three = named(withChild(two, [1]), [1], 'B(x)');
    expect(treeToText(three)).toBe('?(?,Bx(?))');
    expect(allPaths(three)).toEqual([[], [0], [1], [1, 0]]);
    expect(nodeAt(three, [1])?.name).toBe('Bx');
    expect(nodeAt(three, [2])).toBeNull();
    expect(treeToText(without(three, [1]))).toBe('?(?)');
    expect(without(three, ROOT)).toEqual(three);
  });

  it('is kept as a text and read from it again', () => {
    for (const text of ['P', 'P(A,B(C))', '?(?(?),?)'])
      expect(treeToText(treeFromText(text) ?? LONE_PROCESS)).toBe(text);
    for (const text of ['', '(', 'P(', 'P()', 'P(A', 'P)', 'P(A)B', 'P,Q'])
      expect(treeFromText(text)).toBeNull();
    expect(treeFromText(`P${'(P'.repeat(100)}${')'.repeat(100)}`)).toBeNull();
  });
});
