/**
 * What the compiler says about a program. A student's mistake is a value, never an exception.
 * Messages are sentences that a beginner understands: what was read, what was expected, what to try.
 */
import { type Fix, fixIn, type ProposedFix } from './fixes';
import { excerptAt, lineText, positionAt, type SourceFile, type Span } from './source';

export type Severity = 'error' | 'warning';

/** Plain data: crosses to and from workers as it is. Lines and columns from 1, end exclusive. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable, in kebab-case: "expected-semicolon", "undeclared-identifier". */
  readonly code: string;
  /** One sentence. */
  readonly message: string;
  /** What to try, one sentence. */
  readonly hint?: string;
  /** What an editor can do about it. */
  readonly fix?: Fix;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The source line, or the part of a very long one around the place. */
  readonly sourceLine: string;
  /** Column of the place in `sourceLine`, from 1: where the caret goes. */
  readonly caret: number;
  /** Other places that matter: "first declared here". */
  readonly related: readonly {
    readonly message: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
}

/** Diagnostics kept for one compilation; later ones are counted but not kept. */
const DIAGNOSTICS_MAX = 50;

/** Collects diagnostics of one compilation. One mistake should give one message. */
export class Diagnostics {
  readonly #list: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  #errors = 0;

  get list(): readonly Diagnostic[] {
    return this.#list;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** Nothing more is kept: what is costly to find out, like a hint, need not be. */
  get isFull(): boolean {
    return this.#list.length >= DIAGNOSTICS_MAX;
  }

  error(code: string, span: Span, message: string, more: DiagnosticMore = {}): void {
    this.#errors += 1;
    this.#add('error', code, span, message, more);
  }

  warning(code: string, span: Span, message: string, more: DiagnosticMore = {}): void {
    if (span.file.origin === 'library') return;
    this.#add('warning', code, span, message, more);
  }

  #add(severity: Severity, code: string, span: Span, message: string, more: DiagnosticMore): void {
    const from = positionAt(span.file, span.start);
    const to = positionAt(span.file, Math.max(span.end, span.start + 1));
    // The same complaint twice at one place says nothing new.
    const key = `${code} ${span.file.name}:${from.line}:${from.column}`;
    if (this.#seen.has(key) || this.#list.length >= DIAGNOSTICS_MAX) return;
    this.#seen.add(key);
    const excerpt = excerptAt(lineText(span.file, from.line), from.column);
    const fix = more.fix == null ? null : fixIn(span.file, more.fix);
    this.#list.push({
      severity,
      code,
      message,
      ...(more.hint === undefined ? {} : { hint: more.hint }),
      ...(fix === null ? {} : { fix }),
      file: span.file.name,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      sourceLine: excerpt.text,
      caret: excerpt.column,
      related: (more.related ?? []).map(({ message: text, span: place }) => ({
        message: text,
        file: place.file.name,
        ...positionAt(place.file, place.start),
      })),
    });
  }
}

export interface DiagnosticMore {
  readonly hint?: string;
  readonly fix?: ProposedFix | null;
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
}

/**
 * As a terminal shows it:
 *
 *     fork.c:4:15: error: expected ';' after this statement
 *         4 |   int x = 1
 *           |            ^
 *       try: put ';' at the end of line 4
 */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, message, sourceLine, caret } = diagnostic;
  const marked = diagnostic.endLine === line ? Math.max(1, diagnostic.endColumn - column) : 1;
  const width = Math.max(1, Math.min(marked, sourceLine.length - caret + 1));
  const gutter = String(line).padStart(5);
  const indent = sourceLine.slice(0, caret - 1).replace(/[^\t]/g, ' ');
  const lines = [
    `${file}:${line}:${column}: ${severity}: ${message}`,
    `${gutter} | ${sourceLine}`,
    `${' '.repeat(gutter.length)} | ${indent}^${'~'.repeat(width - 1)}`,
  ];
  if (diagnostic.hint !== undefined) lines.push(`      try: ${diagnostic.hint}`);
  for (const note of diagnostic.related) {
    lines.push(`      ${note.file}:${note.line}:${note.column}: ${note.message}`);
  }
  return lines.join('\n');
}

export function userFile(name: string, text: string): SourceFile {
  return { name, text, origin: 'user' };
}
