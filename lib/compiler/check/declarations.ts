/** Declarations at file scope and in blocks (C11 6.7, 6.9.2): what each declarator declares. */
import type {
  Declarator,
  Specifiers,
  StorageClass,
  SyntaxDeclaration,
  SyntaxInitializer,
} from '../syntax-tree';
import type { LocalVariable, Statement } from '../typed-tree';
import type { QualifiedType } from '../types';
import { isIncomplete, isVariableLength } from '../type-operations';
import { alignmentOf } from './alignment';
import type { Checker } from './checker';
import { resolveDeclarator } from './declarators';
import { warnMissingDeclarator } from './empty-declarations';
import { declareFunction, declareLinkedObject, declareStaticLocal } from './linkage';
import { sizeExpression } from './pointers';
import { reportRedeclared } from './redeclaration';
import { resolveSpecifiers } from './specifiers';
import { compatibleQualified } from './type-compatibility';
import { typeText } from './type-text';

interface OneDeclaration {
  readonly specifiers: Specifiers;
  readonly storage: StorageClass | null;
  readonly type: QualifiedType;
  readonly declarator: Declarator;
  readonly initializer: SyntaxInitializer | null;
  readonly alignment: number | null;
}

export function checkFileDeclaration(checker: Checker, declaration: SyntaxDeclaration): void {
  forEachDeclarator(checker, declaration, (one) => {
    const { storage, declarator, type, specifiers } = one;
    const { name } = declarator;
    if (name === null) return;
    if (storage === 'typedef') return declareTypedef(checker, one);
    if (storage === 'auto' || storage === 'register') {
      checker.error(
        'storage-class',
        declaration.span,
        `'${storage}' can't be used outside functions`,
      );
    }
    if (type.type.kind === 'function') {
      declareFunction(checker, declarator, type, specifiers, false);
      return reportFunctionInitializer(checker, one);
    }
    declareLinkedObject(checker, name, one);
  });
}

/** In a block: statements that make its locals. */
export function checkLocalDeclaration(
  checker: Checker,
  declaration: SyntaxDeclaration,
): Statement[] {
  const statements: Statement[] = [];
  forEachDeclarator(checker, declaration, (one) => {
    const made = declareInBlock(checker, one);
    const state = checker.function;
    for (const value of state?.pending ?? []) {
      statements.push({ kind: 'expression', value, span: value.span });
    }
    if (state !== null) state.pending = [];
    if (made !== null) statements.push(made);
  });
  return statements;
}

function forEachDeclarator(
  checker: Checker,
  declaration: SyntaxDeclaration,
  action: (one: OneDeclaration) => void,
): void {
  const { specifiers, declarators } = declaration;
  const alone = declarators.length === 0;
  const base = resolveSpecifiers(checker, specifiers, alone);
  const storage = storageOf(checker, specifiers);
  if (alone) return warnMissingDeclarator(checker, declaration);
  for (const { declarator, initializer } of declarators) {
    const type = resolveDeclarator(checker, base, declarator);
    const alignment = alignmentOf(checker, specifiers, declarator, type);
    action({ specifiers, storage, type, declarator, initializer, alignment });
  }
}

/** One storage class at most, _Thread_local besides (6.7.1:2). */
function storageOf(checker: Checker, specifiers: Specifiers): StorageClass | null {
  const [first, second] = specifiers.storage.filter(({ name }) => name !== '_Thread_local');
  if (first !== undefined && second !== undefined) {
    checker.error(
      'storage-class',
      second.span,
      first.name === second.name
        ? `'${second.name}' is written twice`
        : `'${first.name}' and '${second.name}' can't be used together`,
    );
  }
  return first?.name ?? null;
}

function declareInBlock(checker: Checker, one: OneDeclaration): Statement | null {
  const { storage, declarator, type, specifiers } = one;
  const { name } = declarator;
  if (name === null) return null;
  if (storage === 'typedef') {
    declareTypedef(checker, one);
    return null;
  }
  if (type.type.kind === 'function') {
    declareFunction(checker, declarator, type, specifiers, true);
    reportFunctionInitializer(checker, one);
    return null;
  }
  if (storage === 'extern') {
    declareLinkedObject(checker, name, one);
    return null;
  }
  const threadLocal = specifiers.storage.some((word) => word.name === '_Thread_local');
  if (storage === 'static' || threadLocal) {
    declareStaticLocal(checker, name, one);
    return null;
  }
  return declareLocal(checker, one, name);
}

function declareTypedef(checker: Checker, one: OneDeclaration): void {
  const { name } = one.declarator;
  if (name === null) return;
  const earlier = checker.scopes.lookupHere(name.name);
  const same = earlier?.kind === 'typedef' && compatibleQualified(earlier.type, one.type);
  if (earlier !== undefined && earlier.kind !== 'error' && !same) {
    reportRedeclared(checker, name.name, name.span, earlier.span);
    return;
  }
  if (one.initializer !== null) {
    checker.error(
      'typedef-initializer',
      one.initializer.span,
      `a type can't have a value: '${name.name}' is declared with 'typedef'`,
    );
  }
  const { type: named } = one.type;
  // What headers declared is shared and frozen.
  if (named.kind === 'record' && named.tag === null && !Object.isFrozen(named))
    named.alias ??= name.name;
  const { alignment } = one;
  const type = alignment === null ? one.type : { ...one.type, alignment };
  checker.scopes.declare(name.name, { kind: 'typedef', type, span: name.span });
}

function reportFunctionInitializer(
  checker: Checker,
  { initializer, declarator }: OneDeclaration,
): void {
  if (initializer === null) return;
  checker.error(
    'function-initializer',
    initializer.span,
    `'${declarator.name?.name ?? ''}' is declared as a function: it can't be given a value`,
  );
}

function declareLocal(
  checker: Checker,
  one: OneDeclaration,
  name: NonNullable<Declarator['name']>,
): Statement | null {
  const { type, initializer } = one;
  const { span } = name;
  const state = checker.function;
  const earlier = checker.scopes.lookupHere(name.name);
  if (earlier !== undefined && earlier.kind !== 'error') {
    reportRedeclared(checker, name.name, span, earlier.span);
  }
  const unsized =
    type.type.kind === 'array' && type.type.count === null && type.type.length === undefined;
  const incomplete = unsized ? initializer === null : isIncomplete(type.type);
  if (incomplete) reportIncomplete(checker, name, type);
  if (incomplete || type.type.kind === 'error') {
    checker.scopes.declare(name.name, { kind: 'error', span });
    if (initializer !== null) silently(checker, initializer);
    return null;
  }
  const variable: LocalVariable = {
    kind: 'local',
    name: name.name,
    type,
    span,
    parameter: false,
    addressTaken: type.volatile,
    block: Math.max(0, checker.scopes.block),
    hidden: false,
    ...(one.alignment === null ? {} : { alignment: one.alignment }),
  };
  checker.scopes.declare(name.name, { kind: 'local', variable, span });
  state?.locals.push(variable);
  const vlaBytes = isVariableLength(type.type) ? sizeExpression(type.type, span) : null;
  if (initializer === null)
    return { kind: 'declare', variable, initialization: [], vlaBytes, span };
  if (vlaBytes !== null) {
    checker.error(
      'array-initializer',
      initializer.span,
      `'${name.name}' has a size that is known only when the program runs: it can't be initialized here`,
      { hint: `assign its elements in a loop` },
    );
    return null;
  }
  const made = checker.rules.automaticInitializer(checker, name.name, type, initializer);
  variable.type = made.type;
  return { kind: 'declare', variable, initialization: made.initialization, vlaBytes: null, span };
}

/** Names in the initializer of a wrong declaration are still looked up. */
function silently(checker: Checker, initializer: SyntaxInitializer): void {
  if (initializer.kind === 'expression') checker.rules.operand(checker, initializer.value);
  else for (const item of initializer.items) silently(checker, item.value);
}

function reportIncomplete(
  checker: Checker,
  name: NonNullable<Declarator['name']>,
  type: QualifiedType,
): void {
  if (type.type.kind === 'void') {
    checker.error(
      'incomplete-type',
      name.span,
      `the variable '${name.name}' can't have the type 'void'`,
      {
        hint: `'void *' is a pointer to anything`,
      },
    );
  } else if (type.type.kind === 'array') {
    checker.error('incomplete-type', name.span, `the array '${name.name}' needs a size`, {
      hint: `write it between the brackets: '${name.name}[10]'`,
    });
  } else {
    checker.error(
      'incomplete-type',
      name.span,
      `'${name.name}' has the type '${typeText(type)}', whose members aren't known here`,
      { hint: `define it before: '${typeText(type)} { ... };'` },
    );
  }
}
