/**
 * `__builtin_...` calls: variable arguments (C11 7.16), alloca, and gcc's that headers and programs
 * use. `__builtin_name` of a library function is that function.
 */
import type { Span } from '../source';
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression, LocalVariable } from '../typed-tree';
import type { RecordType, Type } from '../types';
import {
  INT,
  LONG,
  SIZE_T,
  UNSIGNED,
  VOID,
  isInteger,
  isScalar,
  plain,
  pointerTo,
} from '../type-operations';
import { atomicBuiltin, isAtomicBuiltin } from './atomic-builtins';
import { type Checker, textOf } from './checker';
import { convertForAssignment } from './conversions';
import { convert, errorExpression, integerConstant, isErrorExpression } from './fold';
import { promoteArgument } from './conversions';
import { valueOf } from './operand';
import { bitBuiltin } from './bit-builtins';
import { integerConstantExpression } from './constant-expression';
import { floatingBuiltin } from './floating-builtins';
import { ABORT, libraryCall, libraryFunction } from './library-calls';
import { overflowBuiltin } from './overflow-builtins';
import { layOut } from './records';
import { aType, typeText } from './type-text';

type Call = Extract<SyntaxExpression, { kind: 'call' }> & { readonly span: Span };

/** The one element of a va_list, laid out as on x86-64 (System V AMD64 ABI, figure 3.34). */
const VA_LIST_RECORD: RecordType = vaListRecord();

function vaListRecord(): RecordType {
  const member = (name: string, type: Type) => ({
    name,
    type: plain(type),
    width: null,
    alignment: null,
    packed: false,
  });
  const layout = layOut(
    [
      member('gp_offset', UNSIGNED),
      member('fp_offset', UNSIGNED),
      member('overflow_arg_area', pointerTo(plain(VOID))),
      member('reg_save_area', pointerTo(plain(VOID))),
    ],
    false,
  );
  return { kind: 'record', union: false, tag: '__va_list_tag', complete: true, ...layout };
}

/** `va_list` is an array of one record: passed to a function it is a pointer. */
export const VA_LIST: Type = { kind: 'array', of: plain(VA_LIST_RECORD), count: 1 };

/** Null if `name` is none of the compiler's own functions. */
export function builtinCall(checker: Checker, name: string, syntax: Call): Expression | null {
  const { span } = syntax;
  if (isAtomicBuiltin(name)) {
    const values = syntax.args.map((argument) => valueOf(checker.rules.operand(checker, argument)));
    return values.some(isErrorExpression)
      ? errorExpression(span)
      : atomicBuiltin(checker, name, values, span);
  }
  if (!name.startsWith('__builtin_')) return null;
  if (name === '__builtin_choose_expr') return chooseExpression(checker, syntax);
  const args = syntax.args.map((argument) => valueOf(checker.rules.operand(checker, argument)));
  if (args.some(isErrorExpression)) return errorExpression(span);
  const [first, second] = args;
  const plainName = name.slice('__builtin_'.length);
  switch (plainName) {
    case 'va_start': {
      const list = vaList(checker, first, syntax);
      if (list === null) return errorExpression(span);
      const last = lastParameter(checker, second, syntax);
      return { kind: 'va-start', list, last, type: VOID, span };
    }
    case 'va_end': {
      const list = vaList(checker, first, syntax);
      return list === null ? errorExpression(span) : convert(list, VOID, span);
    }
    case 'va_copy': {
      const to = vaList(checker, first, syntax);
      const from = vaList(checker, second, syntax);
      if (to === null || from === null) return errorExpression(span);
      return { kind: 'va-copy', to, from, type: VOID, span };
    }
    case 'alloca': {
      if (first === undefined) break;
      const bytes = convertForAssignment(checker, first, SIZE_T, {
        expects: () => `'alloca' needs a number of bytes`,
      });
      if (isErrorExpression(bytes)) return bytes;
      if (checker.function !== null) checker.function.allocates = true;
      return { kind: 'alloca', bytes, type: pointerTo(plain(VOID)), span };
    }
    case 'expect':
    case 'expect_with_probability':
      if (first === undefined || !isInteger(first.type)) break;
      return convert(first, LONG, span);
    case 'assume_aligned':
      if (first?.type.kind !== 'pointer') break;
      return convert(first, pointerTo(plain(VOID)), span);
    case 'prefetch':
      if (first === undefined) break;
      return convert(first, VOID, span);
    case 'object_size':
      // What gcc -O0 says of nearly all objects: unknown.
      return integerConstant(
        second?.kind === 'integer-constant' && second.value > 1n ? 0n : -1n,
        SIZE_T,
        span,
      );
    case 'constant_p': {
      const known =
        first?.kind === 'integer-constant' ||
        first?.kind === 'floating-constant' ||
        (first?.kind === 'address-of' &&
          first.place.kind === 'static' &&
          first.place.symbol.name.startsWith('"'));
      return integerConstant(known ? 1n : 0n, INT, span);
    }
    case 'unreachable':
    case 'trap':
      return libraryCall(checker, 'abort', ABORT, [], span);
    default:
      break;
  }
  return (
    bitBuiltin(checker, plainName, args, span) ??
    overflowBuiltin(checker, plainName, args, span) ??
    floatingBuiltin(checker, plainName, args, span) ??
    libraryFunction(checker, name, args, span)
  );
}

/** `__builtin_choose_expr(constant, a, b)` is `a` or `b`; the other one is not looked at. */
function chooseExpression(checker: Checker, { args, span }: Call): Expression {
  const [condition, then, otherwise] = args;
  if (condition === undefined || then === undefined || otherwise === undefined) {
    checker.error('not-enough-arguments', span, `'__builtin_choose_expr' needs 3 arguments`);
    return errorExpression(span);
  }
  const chosen = integerConstantExpression(checker, condition, `the choice`);
  if (chosen === null) return errorExpression(span);
  return valueOf(checker.rules.operand(checker, chosen === 0n ? otherwise : then));
}

/** A pointer to the va_list record; null after a report. */
export function vaList(
  checker: Checker,
  value: Expression | undefined,
  { span }: { readonly span: Span },
): Expression | null {
  if (value === undefined) {
    checker.error('variable-arguments', span, `a 'va_list' is needed here`);
    return null;
  }
  if (isErrorExpression(value)) return null;
  if (value.type.kind === 'pointer' && value.type.to.type === VA_LIST_RECORD) return value;
  checker.error(
    'variable-arguments',
    value.span,
    `'${textOf(value.span)}' must be a 'va_list', but it is ${aType(value.type)}`,
  );
  return null;
}

function lastParameter(
  checker: Checker,
  value: Expression | undefined,
  { span }: Call,
): LocalVariable | null {
  const state = checker.function;
  if (state?.type?.variadic !== true) {
    checker.error(
      'variable-arguments',
      span,
      `'va_start' can be used only in a function that takes variable arguments ('...')`,
    );
    return null;
  }
  const last = state.parameters[state.parameters.length - 1] ?? null;
  const named =
    value?.kind === 'load' && value.place.kind === 'local' ? value.place.variable : null;
  if (value !== undefined && named !== last && value.type.kind !== 'record') {
    checker.warning(
      'variable-arguments',
      value.span,
      `the second argument of 'va_start' must be the last named parameter${last === null ? '' : `, '${last.name}'`}`,
    );
  }
  return last;
}

/** `__builtin_va_arg(list, type)`: small types arrive promoted. */
export function checkVaArg(
  checker: Checker,
  syntax: Extract<SyntaxExpression, { kind: 'va-arg' }>,
): Expression {
  const { span } = syntax;
  const list = vaList(checker, valueOf(checker.rules.operand(checker, syntax.list)), syntax);
  const { type } = checker.rules.typeName(checker, syntax.type);
  if (list === null || type.kind === 'error') return errorExpression(span);
  if (!isScalar(type) && type.kind !== 'record') {
    checker.error('variable-arguments', span, `'va_arg' can't read ${aType(type)}`);
    return errorExpression(span);
  }
  const probe: Expression = { kind: 'old-value', type, span };
  const promoted = promoteArgument(probe).type;
  if (
    promoted !== type &&
    isScalar(type) &&
    typeText(promoted) !== typeText(type) &&
    type.kind !== 'enum'
  ) {
    checker.warning(
      'variable-arguments',
      span,
      `${aType(type)} arrives as '${typeText(promoted)}' when it is passed through '...'`,
      { hint: `write 'va_arg(${textOf(syntax.list.span)}, ${typeText(promoted)})'` },
    );
    return convert({ kind: 'va-arg', list, type: promoted, span }, type);
  }
  return { kind: 'va-arg', list, type, span };
}
