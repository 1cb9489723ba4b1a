/**
 * `#pragma` and `_Pragma` (C11 6.10.6, 6.10.9): `once` and `pack` are known; others change nothing,
 * as is allowed.
 */
import { readNumberConstant } from '../lex/number-constant';
import { lex } from '../lex/lex';
import type { Token } from '../lex/token';
import type { ExpansionStream } from './expand';
import type { DirectiveLine, OpenFile, PreprocessorState } from './state';

export function pragma(state: PreprocessorState, line: DirectiveLine, open: OpenFile): void {
  carryOut(state, line.rest, open);
}

/** `_Pragma("words")`, the operator: its name has been read. */
export function pragmaOperator(
  state: PreprocessorState,
  operator: Token,
  stream: ExpansionStream,
): void {
  const text = stream.peekRaw().text === '(' ? argument(stream) : null;
  if (text === null) {
    state.diagnostics.error('pragma-operator', operator, '_Pragma needs a text in parentheses', {
      hint: 'write it as _Pragma("once")',
    });
    return;
  }
  const file = { ...operator.file, text };
  const words = lex(file)
    .filter(({ kind }) => kind !== 'end')
    .map((token) => ({ ...token, file: operator.file, start: operator.start, end: operator.end }));
  carryOut(state, words, state.open[state.open.length - 1]);
}

/** The string between the parentheses, its quotes and escapes taken off (C11 6.10.9:1). */
function argument(stream: ExpansionStream): string | null {
  stream.next();
  const text = stream.peekRaw();
  if (text.kind !== 'string') return null;
  stream.next();
  if (stream.peekRaw().text !== ')') return null;
  stream.next();
  return text.text
    .replace(/^(?:u8|[uUL])?"/, '')
    .replace(/"$/, '')
    .replace(/\\(["\\])/g, '$1');
}

function carryOut(
  state: PreprocessorState,
  words: readonly Token[],
  open: OpenFile | undefined,
): void {
  const word = words[0];
  if (word?.text === 'once' && open !== undefined) state.once.add(open.file);
  else if (word?.text === 'pack') pack(state, word, words.slice(1));
}

/** `pack(n)`, `pack()`, `pack(push)`, `pack(push, n)`, `pack(pop)`: how strictly members are aligned at most. */
function pack(state: PreprocessorState, word: Token, rest: readonly Token[]): void {
  const [open, ...inside] = rest.map(({ text }) => text);
  const close = inside.pop();
  const parts = inside.filter((text) => text !== ',');
  const number = parts.find((text) => /^[0-9]/.test(text));
  const bytes = number === undefined ? null : packBytes(number);
  const known = parts.every((text) => text === 'push' || text === 'pop' || text === number);
  if (open !== '(' || close !== ')' || !known || (number !== undefined && bytes === null)) {
    state.diagnostics.warning(
      'pragma-ignored',
      word,
      'this #pragma pack is not understood: it is ignored',
      {
        hint: 'write it as #pragma pack(1), #pragma pack(push, 1) or #pragma pack(pop)',
      },
    );
    return;
  }
  if (parts.includes('pop')) {
    const before = state.packs.pop();
    if (before === undefined) {
      state.diagnostics.warning(
        'pragma-ignored',
        word,
        '#pragma pack(pop) without a push above it',
      );
    } else state.pack = before;
  } else if (parts.includes('push')) state.packs.push(state.pack);
  else if (number === undefined) state.pack = null;
  if (number !== undefined) state.pack = bytes;
}

function packBytes(text: string): number | null {
  const constant = readNumberConstant(text);
  if (constant.kind !== 'integer') return null;
  const value = Number(constant.value);
  return [1, 2, 4, 8, 16].includes(value) ? value : null;
}
