/** Function calls (C11 6.5.2.2): callee, number and types of arguments, intrinsics, system calls. */
import { intrinsicNumber } from '../../abi/intrinsics';
import type { Span } from '../source';
import type { SyntaxExpression } from '../syntax-tree';
import type { Callee, Expression, StaticSymbol } from '../typed-tree';
import type { FunctionType } from '../types';
import { LONG, isArithmetic, isIncomplete, isInteger } from '../type-operations';
import { builtinCall } from './builtins';
import { type Checker, textOf } from './checker';
import {
  convertForAssignment,
  isNullPointerConstant,
  promoteArgument,
  reportVoidValue,
} from './conversions';
import { convert, errorExpression, isErrorExpression } from './fold';
import { checkFormatCall } from './format-check';
import { implicitFunction } from './implicit-functions';
import { type Operand, operandType, valueOf } from './operand';
import { aType, declarationText } from './type-text';
import { insertingAfter } from '../fixes';

type Call = Extract<SyntaxExpression, { kind: 'call' }>;

export function checkCall(checker: Checker, syntax: Call): Expression {
  const { span, callee: calleeSyntax } = syntax;
  const name = calleeSyntax.kind === 'name' ? calleeSyntax.name : null;
  if (name !== null && checker.scopes.lookup(name) === undefined) {
    const built = builtinCall(checker, name, syntax);
    if (built !== null) return built;
    implicitFunction(checker, name, calleeSyntax.span);
  }
  const callee = checker.rules.operand(checker, calleeSyntax);
  const args = syntax.args.map((argument) => valueOf(checker.rules.operand(checker, argument)));
  const type = calledType(checker, callee, calleeSyntax);
  if (type === null) return errorExpression(span);
  const symbol = callee.kind === 'function' ? callee.symbol : null;
  if (name === '__syscall') return systemCall(checker, args, span);
  const result = type.result.type;
  if (result.kind !== 'void' && isIncomplete(result)) {
    checker.error(
      'incomplete-type',
      span,
      `'${textOf(calleeSyntax.span)}' returns ${aType(result)}, whose members aren't known here`,
    );
    return errorExpression(span);
  }
  const converted = convertArguments(checker, type, args, syntax, symbol);
  if (converted === null) return errorExpression(span);
  if (symbol !== null) {
    checkFormatCall(checker, symbol, converted, span);
    warnMissingSentinel(checker, symbol, converted);
  }
  return {
    kind: 'call',
    callee: calleeOf(checker, callee, symbol, calleeSyntax.span),
    args: converted,
    fixed: type.prototype ? type.parameters.length : converted.length,
    type: result,
    span,
  };
}

/** Those whose last argument, or the one before the environment, ends the list. */
const WITH_SENTINEL: Readonly<Record<string, number>> = { execl: 1, execlp: 1, execle: 2 };

function warnMissingSentinel(
  checker: Checker,
  { name, span: declared }: StaticSymbol,
  args: readonly Expression[],
): void {
  const fromEnd = Object.hasOwn(WITH_SENTINEL, name) ? WITH_SENTINEL[name] : undefined;
  if (fromEnd === undefined || declared.file.origin !== 'library') return;
  const last = args[args.length - fromEnd];
  if (last === undefined || isNullPointerConstant(last) || last.kind !== 'address-of') return;
  checker.warning(
    'missing-sentinel',
    { ...last.span, start: last.span.end, end: last.span.end },
    `the arguments of '${name}' must end with a null pointer: it reads on behind the last one`,
    { hint: `write '${textOf(last.span)}, NULL'`, fix: insertingAfter(last.span, ', NULL') },
  );
}

function calledType(
  checker: Checker,
  callee: Operand,
  syntax: SyntaxExpression,
): FunctionType | null {
  const { type } = operandType(callee);
  if (type.kind === 'function') return type;
  const value = valueOf(callee);
  if (isErrorExpression(value)) return null;
  if (value.type.kind === 'pointer' && value.type.to.type.kind === 'function') {
    return value.type.to.type;
  }
  const name = textOf(syntax.span);
  const declared =
    callee.kind === 'place' && callee.place.kind === 'local' ? callee.place.variable : null;
  checker.error(
    'not-a-function',
    syntax.span,
    `'${name}' is ${aType(type)}, not a function: it can't be called`,
    {
      ...(isArithmetic(type) ? { hint: `to multiply write '*': '${name} * (...)'` } : {}),
      ...(declared === null
        ? {}
        : { related: [{ message: `'${name}' is declared here`, span: declared.span }] }),
    },
  );
  return null;
}

const INTRINSIC = '__intrinsic_';

function calleeOf(
  checker: Checker,
  callee: Operand,
  symbol: StaticSymbol | null,
  span: Span,
): Callee {
  if (symbol === null) return { kind: 'pointer', value: valueOf(callee) };
  if (!symbol.name.startsWith(INTRINSIC)) return { kind: 'direct', symbol };
  const number = intrinsicNumber.get(symbol.name.slice(INTRINSIC.length));
  // A macro of a library header may use one; a student's own text may not.
  const own = span.file.origin === 'user' && textOf(span).startsWith(INTRINSIC);
  if (number === undefined || own || symbol.span.file.origin !== 'library') {
    checker.error('intrinsic', span, `'${symbol.name}' is for the C library only`);
    return { kind: 'direct', symbol };
  }
  checker.symbols.delete(symbol);
  return { kind: 'intrinsic', number };
}

/** `__syscall(number, ...)`: six 64-bit arguments at most, a 64-bit result. */
function systemCall(checker: Checker, args: readonly Expression[], span: Span): Expression {
  const [number, ...rest] = args;
  if (number?.kind !== 'integer-constant' || span.file.origin !== 'library' || rest.length > 6) {
    checker.error(
      'system-call',
      span,
      `'__syscall' is for the C library only, with a constant number and at most 6 arguments`,
    );
    return errorExpression(span);
  }
  for (const symbol of checker.symbols)
    if (symbol.name === '__syscall') checker.symbols.delete(symbol);
  return {
    kind: 'call',
    callee: { kind: 'system-call', number: Number(number.value) },
    args: rest.map((argument) => (isInteger(argument.type) ? convert(argument, LONG) : argument)),
    fixed: rest.length,
    type: LONG,
    span,
  };
}

function convertArguments(
  checker: Checker,
  type: FunctionType,
  args: readonly Expression[],
  syntax: Call & { readonly span: Span },
  symbol: StaticSymbol | null,
): readonly Expression[] | null {
  const name = textOf(syntax.callee.span);
  const related =
    symbol === null || checker.implicit.has(symbol)
      ? []
      : [
          {
            message: `'${symbol.name}' is declared here: ${declarationText(symbol.type, symbol.name)}`,
            span: symbol.span,
          },
        ];
  if (type.prototype && !countFits(type, args.length)) {
    if (!args.some(isErrorExpression)) reportCount(checker, type, args, syntax, name, related);
    return null;
  }
  const converted = args.map((argument, index) => {
    if (isErrorExpression(argument)) return argument;
    const parameter = type.prototype ? type.parameters[index] : undefined;
    if (parameter === undefined) {
      return argument.type.kind === 'void'
        ? reportVoidValue(checker, argument)
        : promoteArgument(argument);
    }
    return convertForAssignment(checker, argument, parameter.type, {
      expects: (target) => `argument ${index + 1} of '${name}' must be ${aType(target)}`,
      ...(related[0] === undefined ? {} : { declared: related[0] }),
    });
  });
  return converted.some(isErrorExpression) ? null : converted;
}

function countFits(type: FunctionType, count: number): boolean {
  return type.variadic ? count >= type.parameters.length : count === type.parameters.length;
}

function reportCount(
  checker: Checker,
  type: FunctionType,
  args: readonly Expression[],
  syntax: Call & { readonly span: Span },
  name: string,
  related: readonly { readonly message: string; readonly span: Span }[],
): void {
  const wanted = type.parameters.length;
  const excess = args.length > wanted ? args[wanted] : undefined;
  const needs =
    wanted === 0
      ? 'takes no arguments'
      : `needs ${type.variadic ? 'at least ' : ''}${wanted} argument${wanted === 1 ? '' : 's'}`;
  const given =
    args.length === 0
      ? 'none is given'
      : `${args.length} ${args.length === 1 ? 'is' : 'are'} given`;
  checker.error(
    args.length < wanted ? 'too-few-arguments' : 'too-many-arguments',
    excess === undefined ? syntax.callee.span : excess.span,
    `'${name}' ${needs}, but ${given}`,
    { related },
  );
}
