/** Declarations that declare nothing (C11 6.7:2): `int;`, `struct node;` is fine. */
import type { SyntaxDeclaration } from '../syntax-tree';
import type { Checker } from './checker';

export function warnMissingDeclarator(checker: Checker, declaration: SyntaxDeclaration): void {
  const { type } = declaration.specifiers;
  const tagged =
    (type.kind === 'record' && (type.tag !== null || type.members === null)) ||
    type.kind === 'enum' ||
    type.kind === 'none';
  if (tagged) return;
  checker.warning(
    'empty-declaration',
    declaration.span,
    type.kind === 'record'
      ? `this structure has neither a tag nor a variable: it can't be used`
      : `this declares nothing: a name is missing after the type`,
  );
}
