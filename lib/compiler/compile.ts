/**
 * The compiler's front door: C source -> diagnostics and, where there are no errors, a program image
 * linked with the C library. Pure: the same text gives the same image.
 */
import type { ProgramImage } from '../abi/image';
import { includeHint } from './check/checker';
import { libraryHeaders } from './check/header-index';
import { type Diagnostic, Diagnostics } from './diagnostics';
import { type FindHeader, headersAmong, inSourceOrder, typedUnit } from './front';
import { fixIn, including, replacing } from './fixes';
import { generate } from './generate/generate';
import { link } from './link/link';
import type { LinkProblem } from './link/problems';
import type { Library } from './link/library-index';
import type { ObjectModule } from './object-module';
import { excerptAt, lineStart, lineText, type SourceFile, type Span } from './source';
import { standardLibrary } from './standard-library';

export interface CompileOptions {
  /** Which C library is linked. `none`: only what the files define, `_start` included. */
  readonly library?: 'standard' | 'none';
  /** Files that are there to be included only, whatever their names. */
  readonly headers?: readonly SourceFile[];
  /** Looks for other headers, where the program has one: before the C library's. */
  readonly findHeader?: FindHeader;
  /** As `-D` defines them: macros by name, to what they expand to. */
  readonly defines?: ReadonlyMap<string, string>;
}

export interface CompileResult {
  readonly diagnostics: readonly Diagnostic[];
  /** null when there are errors. */
  readonly image: ProgramImage | null;
}

/** Compiles several translation units (`.c` files; `.h` files among them serve `#include "…"`). */
export function compile(files: readonly SourceFile[], options: CompileOptions = {}): CompileResult {
  const units = files.filter(({ name }) => !name.endsWith('.h'));
  const headers = headersAmong([...files, ...(options.headers ?? [])], options.findHeader);
  const diagnostics: Diagnostic[] = [];
  const modules: ObjectModule[] = [];
  let failed = false;
  for (const file of units) {
    const found = new Diagnostics();
    const typed = typedUnit(file, headers, found, options.defines);
    diagnostics.push(...inSourceOrder(found.list));
    failed ||= found.hasErrors;
    if (!failed) modules.push(generate(typed, file));
  }
  if (failed) return { diagnostics, image: null };
  const library = options.library === 'none' ? NO_LIBRARY : standardLibrary;
  const { problems, image } = link(modules, library, units[0]?.name ?? 'a.out');
  const more = problems.map((problem) => withFix(linkDiagnostic(problem, files), problem, files));
  const once = diagnostics.filter((one) => !more.some((error) => repeats(one, error)));
  return { diagnostics: [...once, ...more], image };
}

/** What nobody defines may be a macro whose header is missing, or misspelt. */
function withFix(
  diagnostic: Diagnostic,
  { code, name, meant, file: fileName }: LinkProblem,
  files: readonly SourceFile[],
): Diagnostic {
  const file = files.find((one) => one.name === fileName);
  if (code !== 'undefined-symbol' || name === null || file === undefined) return diagnostic;
  const header = libraryHeaders().lookup(name)?.header;
  const hint = header === undefined ? diagnostic.hint : includeHint(header);
  const proposed =
    header !== undefined
      ? including(file, header)
      : meant === null
        ? null
        : replacing(spanOfLine(file, diagnostic), name, meant);
  const fix = proposed === null ? null : fixIn(file, proposed);
  return {
    ...diagnostic,
    ...(hint === undefined ? {} : { hint }),
    ...(fix === null ? {} : { fix }),
  };
}

function spanOfLine(file: SourceFile, { line, column, endColumn }: Diagnostic): Span {
  const start = lineStart(file, line) + column - 1;
  return { file, start, end: start + endColumn - column };
}

/** The warning that the function is not declared says less than the error that it isn't there at all. */
function repeats(warning: Diagnostic, error: Diagnostic): boolean {
  if (warning.code !== 'implicit-function' || error.code !== 'undefined-symbol') return false;
  const here =
    warning.file === error.file && warning.line === error.line && warning.column === error.column;
  return here || (warning.hint === error.hint && error.hint?.startsWith('write #include') === true);
}

const NO_LIBRARY: Library = { moduleDefining: () => null, names: () => [] };

function linkDiagnostic(problem: LinkProblem, files: readonly SourceFile[]): Diagnostic {
  const file = files.find(({ name }) => name === problem.file);
  const sourceLine = file === undefined ? '' : lineText(file, problem.line);
  const { name, related } = problem;
  // The place of a use is known to the statement or call; the caret goes to the name.
  const found = name === null ? -1 : sourceLine.indexOf(name, problem.column - 1);
  const column = found === -1 ? problem.column : found + 1;
  const excerpt = excerptAt(sourceLine, column);
  return {
    severity: 'error',
    code: problem.code,
    message: problem.message,
    ...(problem.hint === null ? {} : { hint: problem.hint }),
    file: problem.file,
    line: problem.line,
    column,
    endLine: problem.line,
    endColumn: column + (name?.length ?? 1),
    sourceLine: excerpt.text,
    caret: excerpt.column,
    related: related === null ? [] : [{ ...related, column: 1 }],
  };
}
