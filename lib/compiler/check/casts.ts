/** Casts and compound literals (C11 6.5.4, 6.5.2.5). */
import type { Span } from '../source';
import { sizeOf } from '../type-layout';
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression, Place, StaticSymbol } from '../typed-tree';
import type { RecordType, Type } from '../types';
import { isIncomplete, isInteger, isScalar, plain } from '../type-operations';
import { type Checker, textOf } from './checker';
import { bitFieldWidth, reportVoidValue } from './conversions';
import { convert, errorExpression, isErrorExpression } from './fold';
import { type Operand, errorOperand, placeOperand, valueOf } from './operand';
import { compatible } from './type-compatibility';
import { aType, typeText } from './type-text';

type Syntax<K extends SyntaxExpression['kind']> = Extract<SyntaxExpression, { kind: K }>;

export function checkCast(checker: Checker, syntax: Syntax<'cast'>): Expression {
  return checker.computedInPlace(() => castOf(checker, syntax));
}

function castOf(checker: Checker, syntax: Syntax<'cast'>): Expression {
  const { type } = checker.rules.typeName(checker, syntax.type);
  const value = valueOf(checker.rules.operand(checker, syntax.operand));
  const { span } = syntax;
  if (isErrorExpression(value) || type.kind === 'error') return errorExpression(span);
  if (type.kind === 'void') return convert(value, type, span);
  if (value.type.kind === 'void') return reportVoidValue(checker, value);
  if (!isScalar(type)) {
    // GNU C lets a record be cast to its own type.
    if (type.kind === 'record' && compatible(type, value.type)) return { ...value, span };
    const made = type.kind === 'record' ? unionOf(checker, type, value, span) : null;
    if (made !== null) return made;
    checker.error(
      'invalid-cast',
      span,
      `a value can't be converted to '${typeText(type)}': a cast makes numbers and pointers only`,
    );
    return errorExpression(span);
  }
  if (!isScalar(value.type)) {
    checker.error(
      'invalid-cast',
      span,
      `'${textOf(value.span)}' is ${aType(value.type)}, which can't be converted to '${typeText(type)}'`,
    );
    return errorExpression(span);
  }
  const pairs = [type, value.type];
  if (pairs.some((one) => one.kind === 'floating') && pairs.some((one) => one.kind === 'pointer')) {
    checker.error(
      'invalid-cast',
      span,
      `${aType(value.type)} can't be converted to '${typeText(type)}': pointers and floating-point numbers don't mix`,
    );
    return errorExpression(span);
  }
  warnSizes(checker, value, type, syntax);
  const converted = convert(value, type, span);
  // A bit-field cast to its own type is promoted no more by its width: `(long)record.bits`.
  if (converted === value && bitFieldWidth(value) !== null) {
    return { kind: 'convert', operand: value, type, span };
  }
  return { ...converted, span };
}

/** GNU C: a value cast to a union that has a member of its type becomes that member. */
function unionOf(
  checker: Checker,
  type: RecordType,
  value: Expression,
  span: Span,
): Expression | null {
  const field = type.fields.find(
    (one) => one.bits === undefined && compatible(one.type.type, value.type),
  );
  if (!type.union || field === undefined || checker.function === null) return null;
  const variable = checker.hiddenLocal('', plain(type), span);
  variable.addressTaken = true;
  const place: Place = {
    kind: 'initialized',
    variable,
    initialization: [
      { kind: 'zero' },
      { kind: 'store', offset: field.offset, type: field.type, value },
    ],
    type: variable.type,
    span,
  };
  return { kind: 'record-value', place, type, span };
}

/** gcc's -Wint-to-pointer-cast and -Wpointer-to-int-cast. */
function warnSizes(
  checker: Checker,
  value: Expression,
  type: Type,
  syntax: Syntax<'cast'> & { readonly span: SyntaxExpression['span'] },
): void {
  if (type.kind === 'pointer' && isInteger(value.type) && sizeOf(value.type) !== 8) {
    if (value.kind === 'integer-constant') return;
    checker.warning(
      'int-to-pointer-cast',
      syntax.span,
      `${aType(value.type)} has ${sizeOf(value.type)} bytes, a pointer has 8`,
      { hint: `convert it to 'long' first: '(${typeText(type)})(long)${textOf(value.span)}'` },
    );
  } else if (value.type.kind === 'pointer' && isInteger(type) && sizeOf(type) < 8) {
    if (type.kind === 'integer' && type.name === '_Bool') return;
    checker.warning(
      'pointer-to-int-cast',
      syntax.span,
      `a pointer has 8 bytes, ${aType(type)} only ${sizeOf(type)}: the rest is lost`,
      { hint: `convert it to 'long' first` },
    );
  }
}

export function checkCompoundLiteral(
  checker: Checker,
  syntax: Syntax<'compound-literal'>,
): Operand {
  const type = checker.rules.typeName(checker, syntax.type);
  const { span } = syntax;
  if (type.type.kind === 'error') return errorOperand(span);
  const unknown =
    type.type.kind === 'array' ? isIncomplete(type.type.of.type) : isIncomplete(type.type);
  if (unknown || type.type.kind === 'function') {
    checker.error(
      'incomplete-type',
      span,
      `a value of type '${typeText(type)}' can't be made: its size isn't known here`,
    );
    return errorOperand(span);
  }
  if (checker.function === null || checker.scopes.block < 0) {
    const symbol: StaticSymbol = {
      kind: 'static',
      name: 'compound literal',
      linkage: 'internal',
      type,
      span,
      definition: null,
      owner: null,
      threadLocal: false,
    };
    checker.rules.staticInitializer(checker, symbol, syntax.initializer);
    checker.use(symbol);
    return placeOperand({ kind: 'static', symbol, type: symbol.type, span });
  }
  const made = checker.rules.automaticInitializer(
    checker,
    textOf(syntax.type.span),
    type,
    syntax.initializer,
  );
  const variable = checker.hiddenLocal('', made.type, span);
  variable.addressTaken = true;
  return placeOperand({
    kind: 'initialized',
    variable,
    initialization: made.initialization,
    type: made.type,
    span,
  });
}
