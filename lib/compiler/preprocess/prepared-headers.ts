/**
 * Headers of the C library that need not be read again: what each defines is known (headers/), and it
 * is the same in every program that doesn't interfere. Which headers a program may take so is decided
 * by its text alone, never by what was compiled before:
 * - all of the program's tokens come after it, so that nothing of the program's is in scope;
 * - no word in it is a macro that the program itself defined or undefined (but _GNU_SOURCE, of which
 *   only is asked whether it is defined), nor one of a header read before it that it doesn't include
 *   itself, unless both define it equally;
 * - it is the library's, and so are the headers that it includes, and no `#pragma pack` is in force.
 * Everything else is read token by token.
 */
import type { SourceFile } from '../source';
import type { Macro } from './macro';

/** The one macro that programs define for the library's headers to see. */
export const FEATURE_MACRO = '_GNU_SOURCE';

export interface PreparedHeader {
  readonly file: SourceFile;
  /** Whether the feature macro is defined, in a header that looks at it; null in others. */
  readonly feature: boolean | null;
  /** What it includes, directly or not, in order of reading. */
  readonly includes: readonly PreparedHeader[];
  /** Every word in its own text. */
  readonly words: ReadonlySet<string>;
  /** What its own text defines; null: undefines. */
  readonly macros: ReadonlyMap<string, Macro | null>;
  /** Read and given by it alone: for the bound on a program's tokens. */
  readonly tokenCount: number;
}

export interface PreparedHeaders {
  /** null: it has to be read. */
  find(file: SourceFile, feature: boolean): PreparedHeader | null;
  /** Whether `later`, read after `earlier`, comes out as it does without it. */
  agree(earlier: PreparedHeader, later: PreparedHeader): boolean;
  /** Macros after these headers, given those of the compiler itself. */
  macrosAfter(
    headers: readonly PreparedHeader[],
    predefined: ReadonlyMap<string, Macro>,
  ): ReadonlyMap<string, Macro>;
}

/** The headers taken by one program. */
export class TakenHeaders {
  readonly list: PreparedHeader[] = [];
  tokenCount = 0;
  readonly #all: PreparedHeaders | null;
  readonly #taken = new Set<PreparedHeader>();

  constructor(all: PreparedHeaders | null) {
    this.#all = all;
  }

  /**
   * Takes a header and what it includes, if it can be taken. `touched`: macros that the program's text
   * defined or undefined; `finds`: the file that an #include of it would find.
   */
  take(
    file: SourceFile,
    touched: ReadonlyMap<string, Macro | null>,
    finds: (name: string, from: SourceFile) => SourceFile | null,
  ): boolean {
    const feature = (touched.get(FEATURE_MACRO) ?? null) !== null;
    const header = this.#all?.find(file, feature) ?? null;
    if (header === null) return false;
    const more = [...header.includes, header].filter((one) => !this.#taken.has(one));
    // Read once more, it must find what it defined.
    if (more.length === 0) return !interferes(header, touched);
    if (!more.every((one) => this.#fits(one, touched))) return false;
    if (!header.includes.every((one) => finds(one.file.name, file) === one.file)) return false;
    for (const one of more) {
      this.#taken.add(one);
      this.list.push(one);
      this.tokenCount += one.tokenCount;
    }
    return true;
  }

  #fits(header: PreparedHeader, touched: ReadonlyMap<string, Macro | null>): boolean {
    return (
      !interferes(header, touched) &&
      this.list.every((earlier) => this.#all?.agree(earlier, header) === true)
    );
  }
}

function interferes(
  { words, feature }: PreparedHeader,
  touched: ReadonlyMap<string, Macro | null>,
): boolean {
  for (const [name, macro] of touched) {
    const expected = name === FEATURE_MACRO && feature === (macro !== null);
    if (words.has(name) && !expected) return true;
  }
  return false;
}
