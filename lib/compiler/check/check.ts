/** Checks one translation unit: names, types, conversions, constants. Syntax tree in, typed tree out. */
import { assertNever } from '../../abi/assert-never';
import { Diagnostics } from '../diagnostics';
import type { SourceFile } from '../source';
import type { ExternalDeclaration, TranslationUnit } from '../syntax-tree';
import type { TypedUnit } from '../typed-tree';
import { Checker, NOTHING_SHARED, type Rules, type SharedDeclarations } from './checker';
import { checkStaticAssert } from './constant-expression';
import { checkFileDeclaration } from './declarations';
import { resolveTypeName } from './declarators';
import { checkOperand } from './expressions';
import { checkFunctionDefinition } from './functions';
import { libraryHeaders } from './header-index';
import { warnImplicitFunctions } from './implicit-functions';
import { defineTentative, keepInlineFunctions } from './linkage';
import { automaticInitializer, staticInitializer } from './object-initializers';
import type { NameObserver } from './scopes';
import { resolveSpecifiers } from './specifiers';
import { checkBlockItems } from './statements';

const RULES: Rules = {
  operand: checkOperand,
  specifiers: resolveSpecifiers,
  typeName: resolveTypeName,
  blockItems: checkBlockItems,
  automaticInitializer,
  staticInitializer,
};

/**
 * Never throws. With errors reported in `diagnostics` the unit must not be given to generate/.
 * `file` is the unit's main file; `before`: what is declared by the headers in front of the unit;
 * `observer` is told what names mean.
 */
export function check(
  unit: TranslationUnit,
  file: SourceFile,
  diagnostics: Diagnostics,
  before: SharedDeclarations = NOTHING_SHARED,
  observer: NameObserver | null = null,
): TypedUnit {
  const checker = new Checker(diagnostics, file, libraryHeaders(), RULES, before, observer);
  for (const declaration of unit.declarations) checkExternal(checker, declaration);
  defineTentative(checker);
  keepInlineFunctions(checker);
  warnImplicitFunctions(checker);
  return { symbols: [...checker.symbols] };
}

/**
 * What a header declares at file scope, and what it uses of `before`. null: more than declarations, as
 * a definition, is in it, or something is wrong with it.
 */
export function checkHeader(
  unit: TranslationUnit,
  file: SourceFile,
  before: SharedDeclarations,
): SharedDeclarations | null {
  const diagnostics = new Diagnostics();
  const checker = new Checker(diagnostics, file, libraryHeaders(), RULES, before);
  for (const declaration of unit.declarations) checkExternal(checker, declaration);
  const more = [checker.symbols, checker.tentative, checker.alignments, checker.inlineOnly];
  if (diagnostics.list.length > 0 || more.some(({ size }) => size > 0)) return null;
  const noReturn = new Set([...checker.noReturn].map(({ name }) => name));
  return { ...checker.scopes.ofFile, noReturn };
}

function checkExternal(checker: Checker, declaration: ExternalDeclaration): void {
  switch (declaration.kind) {
    case 'declaration':
      return checkFileDeclaration(checker, declaration);
    case 'function':
      return checkFunctionDefinition(checker, declaration);
    case 'static-assert':
      return checkStaticAssert(checker, declaration.assertion);
    default:
      return assertNever(declaration);
  }
}
