/**
 * The parser, translation phase 7 (C11 6.5 to 6.9): tokens -> a tree and a list of errors, never
 * either/or. By recursive descent, a function for each production, named after it; the files follow
 * the grammar. What they share is in parser.ts, how they go on after errors in recovery.ts.
 *
 * Left out: nested functions, assembler, complex numbers; each is reported as such.
 */
import type { Diagnostics } from '../diagnostics';
import type { Token } from '../lex/token';
import type { SourceFile } from '../source';
import type { TranslationUnit } from '../syntax-tree';
import { compoundStatement } from './blocks';
import { bracedInitializer } from './declarations';
import { assignmentExpression, conditionalExpression, expression } from './expressions';
import { externalDeclarations } from './external-declarations';
import { Parser, type Grammar } from './parser';
import { BUILTIN_NAMES, type FileNames } from './scopes';
import { declarationSpecifiers, typeName } from './specifiers';
import { statement } from './statements';
import { castExpression } from './unary-expressions';

const GRAMMAR: Grammar = {
  expression,
  assignmentExpression,
  conditionalExpression,
  castExpression,
  typeName,
  declarationSpecifiers,
  statement,
  bracedInitializer,
  compoundStatement,
};

/**
 * Never throws on any input. `tokens` ends with a token of kind 'end'; `before`: what is declared by the
 * headers in front of them.
 */
export function parse(
  tokens: readonly Token[],
  file: SourceFile,
  diagnostics: Diagnostics,
  before: FileNames = BUILTIN_NAMES,
): TranslationUnit & { readonly names: FileNames } {
  const parser = new Parser(tokens, file, diagnostics, GRAMMAR, before);
  return { declarations: externalDeclarations(parser), names: parser.scopes.ofFile };
}
