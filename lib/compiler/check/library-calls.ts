/** Calls of library functions that the program does not make by their names: `__builtin_strlen(s)`. */
import type { Span } from '../source';
import type { Expression, StaticSymbol } from '../typed-tree';
import type { FunctionType, Type } from '../types';
import { VOID, plain } from '../type-operations';
import type { Checker } from './checker';
import { convertForAssignment, promoteArgument } from './conversions';
import { errorExpression, isErrorExpression } from './fold';
import { libraryFunctionType } from './implicit-functions';
import { aType } from './type-text';

export const ABORT: FunctionType = {
  kind: 'function',
  result: plain(VOID),
  parameters: [],
  variadic: false,
  prototype: true,
};

/** A function that takes just these. */
export function functionOf(result: Type, parameters: readonly Type[]): FunctionType {
  return {
    kind: 'function',
    result: plain(result),
    parameters: parameters.map(plain),
    variadic: false,
    prototype: true,
  };
}

export function libraryFunction(
  checker: Checker,
  name: string,
  args: readonly Expression[],
  span: Span,
): Expression {
  const plainName = name.slice('__builtin_'.length);
  const entity = checker.scopes.lookupAtFileScope(plainName);
  const type =
    entity?.kind === 'static' ? entity.symbol.type.type : libraryFunctionType(checker, plainName);
  if (type?.kind === 'function') return libraryCall(checker, plainName, type, args, span);
  checker.error('not-supported', span, `not supported yet: '${name}'`);
  return errorExpression(span);
}

export function libraryCall(
  checker: Checker,
  name: string,
  type: FunctionType,
  args: readonly Expression[],
  span: Span,
): Expression {
  const symbol: StaticSymbol = checker.linkedSymbol(name) ?? {
    kind: 'static',
    name,
    linkage: 'external',
    type: plain(type),
    span,
    definition: null,
    owner: null,
    threadLocal: false,
  };
  checker.linked.set(name, symbol);
  checker.use(symbol);
  if (name === 'abort') checker.noReturn.add(symbol);
  const converted = args.map((argument, index) => {
    const parameter = type.parameters[index];
    return parameter === undefined
      ? promoteArgument(argument)
      : convertForAssignment(checker, argument, parameter.type, {
          expects: (target) => `argument ${index + 1} of '${name}' must be ${aType(target)}`,
        });
  });
  if (converted.some(isErrorExpression)) return errorExpression(span);
  return {
    kind: 'call',
    callee: { kind: 'direct', symbol },
    args: converted,
    fixed: type.parameters.length,
    type: type.result.type,
    span,
  };
}
