/** Declaration specifiers to a type (C11 6.7.2): words, typedef names, records, enumerations, typeof. */
import { assertNever } from '../../abi/assert-never';
import type { Span } from '../source';
import type { Specifiers, TypeSpecifier } from '../syntax-tree';
import type { QualifiedType, Type } from '../types';
import {
  BOOL,
  CHAR,
  DOUBLE,
  ERROR,
  FLOAT,
  INT,
  LONG,
  LONG_DOUBLE,
  LONG_LONG,
  SHORT,
  SIGNED_CHAR,
  VOID,
  integerTypeOf,
  plain,
  unsignedOf,
} from '../type-operations';
import { atomicType, withoutAtomic } from './atomic-types';
import { VA_LIST } from './builtins';
import type { Checker } from './checker';
import { checkEnum } from './enumerations';
import { operandType } from './operand';
import { checkRecord } from './record-specifier';

/** `alone`: nothing is declared but the tag (`struct node;`), which then belongs to this scope. */
export function resolveSpecifiers(
  checker: Checker,
  specifiers: Specifiers,
  alone = false,
): QualifiedType {
  const base = resolveSpecifier(checker, specifiers.type, alone);
  const { qualifiers } = specifiers;
  const qualified: QualifiedType = {
    type: base.type,
    const: base.const || qualifiers.const,
    volatile: base.volatile || qualifiers.volatile,
    ...(base.atomic === undefined ? {} : { atomic: base.atomic }),
    ...(base.alignment === undefined ? {} : { alignment: base.alignment }),
  };
  return qualifiers.atomic ? atomicType(checker, qualified, specifiers.span) : qualified;
}

function resolveSpecifier(
  checker: Checker,
  specifier: TypeSpecifier,
  alone: boolean,
): QualifiedType {
  switch (specifier.kind) {
    case 'words':
      return plain(resolveWords(checker, specifier.words, specifier.span));
    case 'typedef-name':
      return resolveTypedef(checker, specifier.name, specifier.span);
    case 'record':
      return plain(checkRecord(checker, specifier, alone));
    case 'enum':
      return plain(checkEnum(checker, specifier));
    case 'typeof-expression':
      return withoutAtomic(
        checker.withoutEvaluation(() =>
          operandType(checker.rules.operand(checker, specifier.operand)),
        ),
      );
    case 'typeof-type':
      return withoutAtomic(checker.rules.typeName(checker, specifier.type));
    case 'none':
      return plain(resolveMissing(checker, specifier.span));
    default:
      return assertNever(specifier);
  }
}

/** gcc 12 takes a missing type as int, with a warning. Where the parser complained, nothing is known. */
function resolveMissing(checker: Checker, span: Span): Type {
  if (checker.diagnostics.hasErrors) return ERROR;
  checker.warning('missing-type', span, `the type is missing here: 'int' is assumed`, {
    hint: `write 'int' in front`,
  });
  return INT;
}

/** The parser reported names that are no types. */
function resolveTypedef(checker: Checker, name: string, span: Span): QualifiedType {
  if (name === '__builtin_va_list') return plain(VA_LIST);
  const entity = checker.scopes.lookup(name);
  if (entity?.kind === 'typedef') return entity.type;
  if (!checker.diagnostics.hasErrors) {
    checker.error('unknown-type', span, `unknown type name '${name}'`);
  }
  return plain(ERROR);
}

const UNSUPPORTED: ReadonlySet<string> = new Set([
  '_Complex',
  '_Imaginary',
  '__int128',
  '_Float16',
  '_Float32',
  '_Float64',
  '_Float128',
  '__float128',
  '_Decimal32',
  '_Decimal64',
  '_Decimal128',
]);

function resolveWords(checker: Checker, words: readonly string[], span: Span): Type {
  const unsupported = words.find((word) => UNSUPPORTED.has(word));
  if (unsupported !== undefined) {
    checker.error('not-supported', span, `not supported yet: the type '${unsupported}'`);
    return ERROR;
  }
  if (words.includes('__builtin_va_list')) return VA_LIST;
  const normal = words.map((word) =>
    word === '__signed__' || word === '__signed' ? 'signed' : word,
  );
  const count = (word: string) => normal.filter((one) => one === word).length;
  const longs = count('long');
  const signed = count('signed') > 0;
  const unsigned = count('unsigned') > 0;
  const base = normal.filter((word) => !['long', 'short', 'signed', 'unsigned'].includes(word));
  const type = basicType(base, longs, count('short'));
  const integer = type === null ? null : integerTypeOf(type);
  const signs = count('signed') + count('unsigned');
  const takesSign = integer !== null && integer.name !== '_Bool';
  if (type === null || signs > 1 || (signs === 1 && !takesSign)) {
    checker.error(
      'invalid-type',
      span,
      `'${words.join(' ')}' is no type: these words don't go together`,
    );
    return ERROR;
  }
  if (integer === null || signs === 0) return type;
  if (unsigned) return unsignedOf(integer);
  return signed && integer.name === 'char' ? SIGNED_CHAR : type;
}

function basicType(base: readonly string[], longs: number, shorts: number): Type | null {
  if (base.length > 1 || longs > 2 || shorts > 1 || (longs > 0 && shorts > 0)) return null;
  switch (base[0]) {
    case undefined:
    case 'int':
      if (shorts > 0) return SHORT;
      return [INT, LONG, LONG_LONG][longs] ?? null;
    case 'double':
      if (shorts > 0 || longs > 1) return null;
      return longs === 1 ? LONG_DOUBLE : DOUBLE;
    default:
      break;
  }
  if (longs > 0 || shorts > 0) return null;
  switch (base[0]) {
    case 'void':
      return VOID;
    case '_Bool':
      return BOOL;
    case 'char':
      return CHAR;
    case 'float':
      return FLOAT;
    default:
      return null;
  }
}
