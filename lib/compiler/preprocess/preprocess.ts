/**
 * The preprocessor, translation phases 1 to 4 (C11 5.1.1.2, 6.10): source files -> the tokens that the
 * parser reads. Directives are in directives.ts, macro expansion in expand.ts.
 *
 * Left out: `#include_next`, `#pragma` other than `once`, trigraphs.
 */
import { Diagnostics } from '../diagnostics';
import { pragmaOperator } from './pragma';
import { reportProblem } from '../lex/lexical-problem';
import { makeToken, type Token } from '../lex/token';
import type { SourceFile } from '../source';
import { directive } from './directives';
import { ExpansionStream, type TokenSource } from './expand';
import { openFile } from './include';
import type { Macro } from './macro';
import type { PreparedHeader, PreparedHeaders } from './prepared-headers';
import { PREDEFINED, commandLineDefinitions, dynamicMacros } from './predefined';
import { PreprocessorState, type Headers } from './state';

export type { Headers } from './state';

export interface Preprocessed {
  /** Prepared headers that the program begins with. */
  readonly headers: readonly PreparedHeader[];
  /** What follows them. The last token is always of kind 'end'. */
  readonly tokens: Token[];
}

export interface PreprocessOptions {
  /** Macros as `-D` defines them: name -> replacement text. */
  readonly defines: ReadonlyMap<string, string>;
  /** Headers that need not be read; null: all are read. */
  readonly prepared: PreparedHeaders | null;
}

/** Tokens read and made in one compilation. */
const TOKENS_MAX = 2_000_000;

/**
 * Never throws on any source. The token of kind 'end' is the only one if a bound was passed (reported),
 * since the rest of such a program would only give more errors.
 */
export function preprocess(
  file: SourceFile,
  headers: Headers,
  diagnostics: Diagnostics,
  options: PreprocessOptions,
): Preprocessed {
  const state = new PreprocessorState(headers, diagnostics, predefinedMacros(), options.prepared);
  if (options.defines.size > 0) readWhole(state, commandLineDefinitions(options.defines));
  const tokens = readWhole(state, file);
  const end = file.text.length;
  const last = makeToken('end', '', file, end, end, true, false, null);
  const { list } = state.taken;
  if (state.stopped || state.expander.exhausted) return { headers: list, tokens: [last] };
  tokens.push(last);
  return { headers: list, tokens };
}

/** One header by itself, to prepare it; null: it isn't fit for that. */
export function preprocessHeader(
  file: SourceFile,
  headers: Headers,
  prepared: PreparedHeaders,
  defines: ReadonlyMap<string, string>,
): (Preprocessed & { readonly macros: ReadonlyMap<string, Macro | null> }) | null {
  const diagnostics = new Diagnostics();
  const state = new PreprocessorState(headers, diagnostics, predefinedMacros(), prepared);
  readWhole(state, commandLineDefinitions(defines));
  state.filesRead = 0;
  const tokens = readWhole(state, file);
  const { list } = state.taken;
  if (diagnostics.list.length > 0 || state.filesRead > 1 || state.pack !== null) return null;
  const macros = new Map([...state.macros.own].filter(([name]) => !defines.has(name)));
  // Reading it once more must change nothing.
  if (readWhole(state, file).length > 0 || state.filesRead > 2) return null;
  for (const [name, macro] of state.macros.own)
    if (!defines.has(name) && macros.get(name) !== macro) return null;
  const { length } = file.text;
  const end = makeToken('end', '', file, length, length, true, false, null);
  return { headers: list, tokens: [...tokens, end], macros };
}

let predefined: ReadonlyMap<string, Macro> | null = null;

/** The same for every program, so read once. */
function predefinedMacros(): ReadonlyMap<string, Macro> {
  if (predefined === null) {
    const state = new PreprocessorState(() => null, new Diagnostics(), new Map(), null);
    readWhole(state, PREDEFINED);
    const macros = new Map(dynamicMacros().map((macro) => [macro.name, macro]));
    for (const [name, macro] of state.macros.own) if (macro !== null) macros.set(name, macro);
    predefined = macros;
  }
  return predefined;
}

/** Reads a file and all that it includes. */
function readWhole(state: PreprocessorState, file: SourceFile): Token[] {
  const output: Token[] = [];
  openFile(state, file, { file, start: 0, end: 1 });
  const reader = new FileReader(state);
  const stream = new ExpansionStream(state.expander, reader);
  while (state.open.length > 0) {
    const token = stream.next();
    if (output.length + reader.read + state.taken.tokenCount > TOKENS_MAX && !state.stopped) {
      state.diagnostics.error(
        'program-too-large',
        token,
        `the program with all that it includes has more than ${TOKENS_MAX.toLocaleString('en')} tokens`,
        {
          hint: 'make the program smaller',
        },
      );
      state.stopped = true;
    }
    if (state.stopped || state.expander.exhausted) break;
    if (token.kind === 'end') closeFile(state);
    else {
      if (token.problem !== null) reportProblem(token, state.diagnostics);
      if (token.text === '_Pragma' && token.kind === 'identifier') {
        pragmaOperator(state, token, stream);
      } else {
        state.begun = true;
        output.push(packed(state, token));
      }
    }
  }
  state.open.length = 0;
  return output;
}

/** Tells the parser which records `#pragma pack` is for. */
function packed({ pack }: PreprocessorState, token: Token): Token {
  const record = token.kind === 'keyword' && (token.text === 'struct' || token.text === 'union');
  return pack !== null && record ? { ...token, pack } : token;
}

/** The tokens of the innermost open file, directives carried out. */
class FileReader implements TokenSource {
  readonly #state: PreprocessorState;
  /** Tokens so far. */
  read = 0;

  constructor(state: PreprocessorState) {
    this.#state = state;
  }

  next(): Token {
    const state = this.#state;
    for (;;) {
      const open = state.open[state.open.length - 1];
      const token = open?.tokens[open.at];
      if (open === undefined || token === undefined || token.kind === 'end') return endOf(open);
      if (token.startsLine && token.text === '#' && token.kind === 'punctuator') {
        directive(state, open);
        if (state.stopped) return endOf(open);
        continue;
      }
      open.at += 1;
      this.read += 1;
      return token;
    }
  }

  peek(): Token {
    const open = this.#state.open[this.#state.open.length - 1];
    return open?.tokens[open.at] ?? endOf(open);
  }
}

function endOf(open: { readonly end: Token } | undefined): Token {
  return open?.end ?? makeToken('end', '', PREDEFINED, 0, 0, true, false, null);
}

function closeFile(state: PreprocessorState): void {
  const closed = state.open.pop();
  for (const conditional of closed?.conditionals ?? []) {
    const name = conditional.opener.text;
    state.diagnostics.error(
      'unterminated-conditional',
      conditional.opener,
      `this #${name} has no #endif`,
      {
        hint: 'write #endif on a line of its own where the conditional part ends',
      },
    );
  }
}
