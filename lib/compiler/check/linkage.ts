/** Functions and objects with static storage: linkage and redeclaration (C11 6.2.2, 6.7.9, 6.9.2). */
import { assertNever } from '../../abi/assert-never';
import type { Span } from '../source';
import { alignOf, sizeOf } from '../type-layout';
import type {
  Attribute,
  Declarator,
  Identifier,
  Specifiers,
  StorageClass,
  SyntaxExpression,
  SyntaxInitializer,
} from '../syntax-tree';
import { type FunctionOrder, LAST_IN_ORDER, type StaticSymbol } from '../typed-tree';
import type { QualifiedType } from '../types';
import { isIncomplete, isVariablyModified } from '../type-operations';
import type { Checker } from './checker';
import { integerConstantExpression } from './constant-expression';
import { isReadOnly } from './object-initializers';
import { reportRedeclared } from './redeclaration';
import { compatible, compatibleQualified, compositeQualified } from './type-compatibility';
import { declarationText, typeText } from './type-text';

export interface ObjectDeclaration {
  readonly specifiers: Specifiers;
  readonly storage: StorageClass | null;
  readonly type: QualifiedType;
  readonly initializer: SyntaxInitializer | null;
  readonly declarator: Declarator;
  readonly alignment: number | null;
}

/** Declares or redeclares a function; null after a report. `defining`: its body follows. */
export function declareFunction(
  checker: Checker,
  declarator: Declarator,
  type: QualifiedType,
  specifiers: Specifiers,
  inBlock: boolean,
): StaticSymbol | null {
  const { name } = declarator;
  if (name === null) return null;
  const storage = specifiers.storage.map((one) => one.name);
  const first = checker.linkedSymbol(name.name) === undefined;
  const symbol = declareLinked(checker, name, type, storage.includes('static'), inBlock);
  if (symbol === null) return null;
  // C11 6.7.4:7: one declaration without `inline`, or with `extern`, makes the definition external.
  if (!specifiers.inline || storage.includes('extern')) checker.inlineOnly.delete(symbol);
  else if (first) checker.inlineOnly.add(symbol);
  applyAttributes(checker, symbol, [...specifiers.attributes, ...(declarator.attributes ?? [])]);
  return symbol;
}

function applyAttributes(
  checker: Checker,
  symbol: StaticSymbol,
  attributes: readonly Attribute[],
): void {
  for (const attribute of attributes) {
    switch (attribute.kind) {
      case 'noreturn':
        checker.noReturn.add(symbol);
        break;
      case 'constructor':
        symbol.startup = functionOrder(checker, attribute.priority);
        break;
      case 'destructor':
        symbol.cleanup = functionOrder(checker, attribute.priority);
        break;
      case 'weak':
        symbol.weak = true;
        break;
      case 'aligned':
      case 'packed':
      case 'pack':
        break;
      default:
        assertNever(attribute);
    }
  }
}

function functionOrder(checker: Checker, priority: SyntaxExpression | null): FunctionOrder {
  const value =
    priority === null ? null : integerConstantExpression(checker, priority, `a priority`);
  return value === null ? LAST_IN_ORDER : Number(BigInt.asUintN(16, value));
}

/**
 * An inline definition that no declaration makes external is its unit's own (where gcc leaves a call
 * of it to another unit's definition, and the link fails if there is none).
 */
export function keepInlineFunctions(checker: Checker): void {
  for (const symbol of checker.inlineOnly) {
    if (symbol.definition !== null) symbol.linkage = 'internal';
  }
}

/** An object at file scope, or `extern` in a block. */
export function declareLinkedObject(
  checker: Checker,
  name: Identifier,
  one: ObjectDeclaration,
): void {
  const { type, initializer, storage } = one;
  if (type.type.kind === 'error') {
    checker.scopes.declare(name.name, { kind: 'error', span: name.span });
    return;
  }
  if (isVariablyModified(type.type)) {
    checker.error('array-size', name.span, `the size of '${name.name}' must be a constant here`);
    checker.scopes.declare(name.name, { kind: 'error', span: name.span });
    return;
  }
  if (type.type.kind === 'void') {
    checker.error(
      'incomplete-type',
      name.span,
      `the variable '${name.name}' can't have the type 'void'`,
    );
    checker.scopes.declare(name.name, { kind: 'error', span: name.span });
    return;
  }
  const inBlock = !checker.scopes.atFileScope;
  const symbol = declareLinked(checker, name, type, storage === 'static', inBlock, one.specifiers);
  if (symbol === null) return;
  if (one.alignment !== null) checker.alignments.set(symbol, one.alignment);
  applyAttributes(checker, symbol, one.specifiers.attributes);
  applyAttributes(checker, symbol, one.declarator.attributes ?? []);
  if (initializer !== null) {
    if (symbol.definition !== null) {
      checker.error('redefined', name.span, `'${name.name}' is given a first value twice`);
      return;
    }
    checker.rules.staticInitializer(checker, symbol, initializer);
    checker.use(symbol);
    align(checker, symbol);
  } else if (storage !== 'extern') {
    checker.tentative.add(symbol);
  }
}

/** `static` in a block: storage of the program's, scope of the block's. */
export function declareStaticLocal(
  checker: Checker,
  name: Identifier,
  one: ObjectDeclaration,
): void {
  const { type, initializer, specifiers } = one;
  const { span } = name;
  const earlier = checker.scopes.lookupHere(name.name);
  if (earlier !== undefined && earlier.kind !== 'error') {
    reportRedeclared(checker, name.name, span, earlier.span);
  }
  if (type.type.kind === 'error') {
    checker.scopes.declare(name.name, { kind: 'error', span });
    return;
  }
  const owner = checker.function?.name ?? null;
  const symbol: StaticSymbol = { ...newSymbol(name, type, true, specifiers), owner };
  checker.scopes.declare(name.name, { kind: 'static', symbol, span });
  checker.symbols.add(symbol);
  if (one.alignment !== null) checker.alignments.set(symbol, one.alignment);
  if (isVariablyModified(type.type)) {
    checker.error(
      'array-size',
      span,
      `the size of the static array '${name.name}' must be a constant`,
    );
  } else if (initializer !== null) {
    checker.rules.staticInitializer(checker, symbol, initializer);
    align(checker, symbol);
  } else if (isIncomplete(type.type)) {
    checker.error(
      'incomplete-type',
      span,
      `the size of '${name.name}' ('${typeText(type)}') isn't known here`,
    );
  } else defineZero(checker, symbol, false);
}

/** Finds or makes the one symbol that a name with linkage stands for in this unit. */
function declareLinked(
  checker: Checker,
  name: Identifier,
  type: QualifiedType,
  internal: boolean,
  inBlock: boolean,
  specifiers?: Specifiers,
): StaticSymbol | null {
  const { span } = name;
  if (type.type.kind === 'error') {
    checker.scopes.declare(name.name, { kind: 'error', span });
    return null;
  }
  const here = checker.scopes.lookupHere(name.name);
  if (here !== undefined && here.kind !== 'static' && here.kind !== 'error') {
    reportRedeclared(checker, name.name, span, here.span);
    return null;
  }
  const earlier = checker.linkedSymbol(name.name);
  if (earlier === undefined) {
    const symbol = newSymbol(name, type, internal, specifiers);
    checker.linked.set(name.name, symbol);
    checker.scopes.declare(name.name, { kind: 'static', symbol, span });
    return symbol;
  }
  if (!inBlock || here === undefined) {
    checker.scopes.declare(name.name, { kind: 'static', symbol: earlier, span });
  }
  if (!agrees(checker, earlier, name, type)) return null;
  if (internal && earlier.linkage === 'external') {
    const implicit = checker.implicit.delete(earlier);
    checker.error(
      'linkage',
      span,
      implicit
        ? `'${name.name}' is static, but it was called before this line without a declaration`
        : `'${name.name}' is static here, but an earlier declaration is not`,
      {
        hint: implicit
          ? `move this function above its first use`
          : `write 'static' in both places, or in neither`,
        related: [{ message: `'${name.name}' was used here`, span: earlier.span }],
      },
    );
  }
  earlier.type = compositeQualified(type, earlier.type);
  return earlier;
}

/** Whether a redeclaration has a compatible type; reports if not. */
function agrees(
  checker: Checker,
  earlier: StaticSymbol,
  name: Identifier,
  type: QualifiedType,
): boolean {
  const { span } = name;
  const implicit = checker.implicit.get(earlier);
  if (compatibleQualified(earlier.type, type)) {
    if (implicit !== undefined) implicit.later ??= span;
    return true;
  }
  checker.implicit.delete(earlier);
  if (implicit !== undefined && type.type.kind === 'function') {
    const isVoid = type.type.result.type.kind === 'void';
    const report =
      isVoid || compatible(type.type.result.type, intOf(earlier)) ? 'warning' : 'error';
    checker[report](
      'used-before-declared',
      span,
      `'${name.name}' was called before it was declared, so it was taken to return 'int', but it returns '${typeText(type.type.result)}'`,
      {
        hint: `declare it above its first use: '${declarationText(type, name.name)};'`,
        related: [{ message: `'${name.name}' was called here`, span: earlier.span }],
      },
    );
    if (report === 'error') return false;
    earlier.type = type;
    return true;
  }
  checker.error(
    'conflicting-types',
    span,
    earlier.span.file.origin === 'library'
      ? `'${name.name}' is declared as '${declarationText(type, name.name)}', but <${earlier.span.file.name}> declares '${declarationText(earlier.type, name.name)}'`
      : `'${name.name}' is declared as '${declarationText(type, name.name)}', but was declared before as '${declarationText(earlier.type, name.name)}'`,
    {
      ...(earlier.span.file.origin === 'library'
        ? { hint: `give it another name` }
        : { hint: `make the two declarations the same` }),
      related: [{ message: `'${name.name}' was first declared here`, span: earlier.span }],
    },
  );
  return false;
}

function intOf(symbol: StaticSymbol) {
  const { type } = symbol.type;
  return type.kind === 'function' ? type.result.type : type;
}

function newSymbol(
  name: Identifier,
  type: QualifiedType,
  internal: boolean,
  specifiers?: Specifiers,
): StaticSymbol {
  return {
    kind: 'static',
    name: name.name,
    linkage: internal ? 'internal' : 'external',
    type,
    span: name.span,
    definition: null,
    owner: null,
    threadLocal: specifiers?.storage.some((one) => one.name === '_Thread_local') ?? false,
  };
}

/** Tentative definitions become definitions at the end of the unit (C11 6.9.2:2). */
export function defineTentative(checker: Checker): void {
  for (const symbol of checker.tentative) {
    if (symbol.definition !== null) continue;
    const { type } = symbol.type;
    if (type.kind === 'array' && type.count === null && !isIncomplete(type.of.type)) {
      symbol.type = { ...symbol.type, type: { ...type, count: 1 } };
      checker.warning(
        'array-size',
        symbol.span,
        `the array '${symbol.name}' has no size: one element is assumed`,
      );
    } else if (isIncomplete(type)) {
      reportIncompleteObject(checker, symbol, symbol.span);
      continue;
    }
    checker.symbols.add(symbol);
    defineZero(checker, symbol, true);
  }
}

function reportIncompleteObject(checker: Checker, symbol: StaticSymbol, span: Span): void {
  checker.error(
    'incomplete-type',
    span,
    `'${symbol.name}' has the type '${typeText(symbol.type)}', which is never completed`,
  );
}

function defineZero(checker: Checker, symbol: StaticSymbol, tentative: boolean): void {
  symbol.definition = {
    kind: 'data',
    bytes: new Uint8Array(),
    size: sizeOf(symbol.type.type),
    relocations: [],
    readOnly: isReadOnly(symbol.type),
    zero: true,
    alignment: Math.max(1, alignOf(symbol.type.type)),
    tentative,
  };
  align(checker, symbol);
}

function align(checker: Checker, symbol: StaticSymbol): void {
  const wanted = checker.alignments.get(symbol);
  const { definition } = symbol;
  if (wanted === undefined || definition?.kind !== 'data') return;
  symbol.definition = { ...definition, alignment: Math.max(wanted, definition.alignment) };
}
