/** Checks one translation unit: names, types, conversions, constants. Syntax tree in, typed tree out. */
import { assertNever } from '../../abi/assert-never';
import type { Diagnostics } from '../diagnostics';
import type { SourceFile } from '../source';
import type { ExternalDeclaration, TranslationUnit } from '../syntax-tree';
import type { TypedUnit } from '../typed-tree';
import { Checker, type Rules } from './checker';
import { checkStaticAssert } from './constant-expression';
import { checkFileDeclaration } from './declarations';
import { resolveTypeName } from './declarators';
import { checkOperand } from './expressions';
import { checkFunctionDefinition } from './functions';
import { libraryHeaders } from './header-index';
import { warnImplicitFunctions } from './implicit-functions';
import { defineTentative, keepInlineFunctions } from './linkage';
import { automaticInitializer, staticInitializer } from './object-initializers';
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
 * `file` is the unit's main file.
 */
export function check(
  unit: TranslationUnit,
  file: SourceFile,
  diagnostics: Diagnostics,
): TypedUnit {
  const checker = new Checker(diagnostics, file, libraryHeaders(), RULES);
  for (const declaration of unit.declarations) checkExternal(checker, declaration);
  defineTentative(checker);
  keepInlineFunctions(checker);
  warnImplicitFunctions(checker);
  return { symbols: [...checker.symbols] };
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
