/** Source text and places in it. Offsets are UTF-16 units from 0; lines and columns count from 1. */

export interface SourceFile {
  /** As written on the command line or in `#include`, e.g. "fork-tree.c", "stdio.h". */
  readonly name: string;
  readonly text: string;
  /** `library`: headers and sources of our C library. Diagnostics inside them are our mistakes. */
  readonly origin: 'user' | 'library';
}

/**
 * A stretch of one file. A token that a macro made has the span of the macro's use, since that is
 * what the student wrote.
 */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

function lineStarts(file: SourceFile): readonly number[] {
  const known = lineStartsOf.get(file);
  if (known) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at !== -1; at = file.text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  lineStartsOf.set(file, starts);
  return starts;
}

export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Offset of a line, from 1. */
export function lineStart(file: SourceFile, line: number): number {
  return lineStarts(file)[line - 1] ?? file.text.length;
}

/** The text of a line, from 1, without its newline. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line - 1] ?? file.text.length;
  const end = starts[line] ?? file.text.length + 1;
  return file.text.slice(start, end - 1).replace(/\r$/, '');
}

/** From one span to a later one; over a macro's use and one of its arguments: all of the use. */
/** Longer lines are shown in part: a program may be one line of a megabyte. */
const EXCERPT_MAX = 160;

/** What is shown of a line around a column (from 1), and where in it that column is (from 1). */
export function excerptAt(line: string, column: number): { text: string; column: number } {
  if (line.length <= EXCERPT_MAX) return { text: line, column };
  const start = Math.max(0, Math.min(column - 1 - EXCERPT_MAX / 2, line.length - EXCERPT_MAX));
  const end = start + EXCERPT_MAX;
  const before = start > 0 ? '…' : '';
  const text = `${before}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
  return { text, column: column - start + before.length };
}

export function spanning(first: Span, last: Span): Span {
  return first.file === last.file && last.end >= first.start
    ? { file: first.file, start: first.start, end: Math.max(first.end, last.end) }
    : first;
}
