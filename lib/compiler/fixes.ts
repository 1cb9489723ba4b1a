/**
 * Changes of the source that mend what a diagnostic is about. The stages propose them as spans and
 * texts; in a `Diagnostic` they are lines and columns, plain data, so that an editor or a test can
 * apply them. A fix is proposed only where it is clear what was meant; what has several answers stays
 * a hint in words.
 */
import { lineStart, positionAt, type SourceFile, type Span } from './source';

/** Lines and columns from 1, the end exclusive: what lies between becomes `text`. */
export interface TextEdit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

export interface Fix {
  /** What it does, as a button says it: "Insert ';'". */
  readonly title: string;
  /** Of the diagnostic's file, in no order, without overlaps. */
  readonly edits: readonly TextEdit[];
}

/** A fix before its places are lines and columns. */
export interface ProposedFix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** The fix for the reader; null where it would reach into other files than `file`, or into the library's. */
export function fixIn(file: SourceFile, { title, edits }: ProposedFix): Fix | null {
  if (file.origin === 'library' || edits.some(({ span }) => span.file !== file)) return null;
  return {
    title,
    edits: edits.map(({ span, text }) => {
      const from = positionAt(file, span.start);
      const to = positionAt(file, span.end);
      return { ...from, endLine: to.line, endColumn: to.column, text };
    }),
  };
}

export function applyFix(source: string, { edits }: Pick<Fix, 'edits'>): string {
  const file: SourceFile = { name: '', text: source, origin: 'user' };
  const placed = edits
    .map((edit) => ({
      text: edit.text,
      start: offsetAt(file, edit.line, edit.column),
      end: offsetAt(file, edit.endLine, edit.endColumn),
    }))
    .sort((a, b) => b.start - a.start);
  return placed.reduce(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    source,
  );
}

function offsetAt(file: SourceFile, line: number, column: number): number {
  return Math.min(lineStart(file, line) + column - 1, file.text.length);
}

/** `written` is what must stand there: what a macro made has the span of the macro's use. */
export function replacing(span: Span, written: string, text: string): ProposedFix | null {
  if (span.file.text.slice(span.start, span.end) !== written) return null;
  return { title: `Write '${text}'`, edits: [{ span, text }] };
}

export function removing(span: Span): ProposedFix {
  const shown = span.file.text.slice(span.start, span.end);
  return { title: `Remove '${shown}'`, edits: [{ span, text: '' }] };
}

export function insertingBefore({ file, start }: Span, text: string): ProposedFix {
  return { title: `Insert '${text.trim()}'`, edits: [{ span: { file, start, end: start }, text }] };
}

export function insertingAfter({ file, end }: Span, text: string): ProposedFix {
  return { title: `Insert '${text.trim()}'`, edits: [{ span: { file, start: end, end }, text }] };
}

/** All in one; null if one of them is. */
export function together(
  title: string,
  ...fixes: readonly (ProposedFix | null)[]
): ProposedFix | null {
  const all = fixes.filter((fix) => fix !== null);
  if (all.length < fixes.length) return null;
  return { title, edits: all.flatMap(({ edits }) => edits) };
}

/** `#include <header>` below the last line of its kind, or where the program begins. */
export function including(file: SourceFile, header: string): ProposedFix {
  const line = `#include <${header}>`;
  const at = placeOfInclude(file.text);
  return {
    title: `Include <${header}>`,
    edits: [{ span: { file, start: at.offset, end: at.offset }, text: `${at.before}${line}\n` }],
  };
}

/** Comments, blank lines and directives, as far as nothing else begins. */
const HEAD = /(?:[ \t]*(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/|#(?:\\\n|[^\n])*)?[ \t]*\n)*/y;
const INCLUDE = /^[ \t]*#[ \t]*include\b.*\n?/gm;

/** A line's beginning, and what must be written before the new line. */
function placeOfInclude(text: string): { readonly offset: number; readonly before: string } {
  HEAD.lastIndex = 0;
  const head = HEAD.exec(text)?.[0] ?? '';
  // Not into an #if, which may be false.
  const conditional = head.search(/^[ \t]*#[ \t]*if/m);
  const plain = conditional === -1 ? head : head.slice(0, conditional);
  const last = [...plain.matchAll(INCLUDE)].at(-1);
  if (last !== undefined) {
    const end = last.index + last[0].length;
    return { offset: end, before: last[0].endsWith('\n') ? '' : '\n' };
  }
  // Before #define _GNU_SOURCE and the like is too early.
  const defined = [...plain.matchAll(/^[ \t]*#[ \t]*define[ \t]+_\w+.*\n/gm)].at(-1);
  return { offset: defined === undefined ? 0 : defined.index + defined[0].length, before: '' };
}
