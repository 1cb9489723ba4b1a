/**
 * What can be wrong with a token. The lexer only notes it, because text that `#if 0` skips may be
 * anything; the preprocessor reports it when the token is used.
 */
import { assertNever } from '../../abi/assert-never';
import type { Diagnostics } from '../diagnostics';
import type { Token } from './token';
import { type ProposedFix } from '../fixes';

/** Reports a token's problem at the token. */
export function reportProblem(token: Token, diagnostics: Diagnostics): void {
  const { problem } = token;
  if (problem === null) return;
  switch (problem.kind) {
    case 'reported':
      return;
    case 'unterminated-string':
      return diagnostics.error(
        'unterminated-string',
        { file: token.file, start: token.start, end: token.start + 1 },
        `this text begins with " but has no closing " on the same line`,
        { hint: `put " where the text ends` },
      );
    case 'unterminated-character':
      return diagnostics.error(
        'unterminated-character',
        { file: token.file, start: token.start, end: token.start + 1 },
        `this character constant begins with ' but has no closing ' on the same line`,
        { hint: `put ' right after the character, as in 'a'` },
      );
    case 'unterminated-comment':
      return diagnostics.error(
        'unterminated-comment',
        { file: token.file, start: token.start, end: token.start + 2 },
        'this comment begins with /* but is never closed: the rest of the file is inside it',
        { hint: 'put */ where the comment ends' },
      );
    case 'typographic-quotes':
      return diagnostics.error(
        'typographic-quotes',
        token,
        `these are typographic quotes, as slides and word processors make them; C only knows ${problem.ascii}`,
        {
          hint: `type the quotes again, as ${problem.ascii} on your keyboard`,
          fix: retyped(token),
        },
      );
    case 'lookalike':
      return diagnostics.error(
        'lookalike-character',
        token,
        problem.ascii === ' '
          ? `this is not an ordinary space but ${codePointName(problem.character)}, which C doesn't know`
          : `'${problem.character}' (${codePointName(problem.character)}) is not the '${problem.ascii}' that C knows`,
        {
          hint:
            problem.ascii === ' '
              ? 'delete it and press the space bar'
              : `type '${problem.ascii}' on your keyboard`,
          fix: retyped(token),
        },
      );
    case 'stray-character':
      return diagnostics.error(
        'stray-character',
        token,
        problem.character === '\\'
          ? `'\\' means nothing outside of quotes`
          : `${strayName(problem.character)} means nothing in C outside of quotes and comments`,
        {
          hint:
            problem.character === '\\'
              ? 'put the text that contains it between double quotes'
              : 'remove it, or put the text that contains it between double quotes',
        },
      );
    default:
      return assertNever(problem);
  }
}

function strayName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32 || code === 127 || (code >= 0xd800 && code <= 0xdfff)) {
    return `the invisible character ${codePointName(character)}`;
  }
  return code < 127 ? `'${character}'` : `'${character}' (${codePointName(character)})`;
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** As the lexer read it. */
function retyped(token: Token): ProposedFix {
  return {
    title: `Write ${token.text.trim() === '' ? 'a space' : token.text}`,
    edits: [{ span: token, text: token.text }],
  };
}
