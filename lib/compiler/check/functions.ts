/** Function definitions (C11 6.9.1): parameters become locals, the body is checked in their scope. */
import type { Declarator, Derivation, FunctionDefinition } from '../syntax-tree';
import type { LocalVariable, Statement, StaticSymbol } from '../typed-tree';
import type { QualifiedType } from '../types';
import { INT, isIncomplete } from '../type-operations';
import type { Checker } from './checker';
import {
  adjustParameter,
  declaresNothing,
  functionType,
  reportVoidParameter,
  resolveDeclarator,
  suitsResult,
} from './declarators';
import { checkFlow } from './flow';
import { FunctionState } from './function-state';
import { checkLabels } from './labels';
import { declareFunction } from './linkage';
import { reportRedeclared } from './redeclaration';
import { resolveSpecifiers } from './specifiers';
import { compatible } from './type-compatibility';
import { aType, typeText } from './type-text';
import { warnUninitialized } from './uninitialized';
import { replacing } from '../fixes';

export function checkFunctionDefinition(checker: Checker, definition: FunctionDefinition): void {
  const { declarator, specifiers } = definition;
  const [derivation] = declarator.derivations;
  const { name } = declarator;
  if (derivation?.kind !== 'function' || name === null) return;
  const base = resolveSpecifiers(checker, specifiers);
  const result = resolveDeclarator(checker, base, {
    ...declarator,
    derivations: declarator.derivations.slice(1),
  });
  const resultFits = suitsResult(checker, result, declarator.span);
  const state = new FunctionState(name.name);
  checker.function = state;
  checker.scopes.enter(state.newBlock());
  const parameters = checkParameters(checker, derivation);
  const type = functionType(
    result,
    parameters.map((parameter) => parameter.type),
    derivation,
  );
  checker.scopes.leave();
  checker.function = null;
  const symbol = resultFits
    ? declareFunction(
        checker,
        declarator,
        { type, const: false, volatile: false },
        specifiers,
        false,
      )
    : null;
  if (!resultFits) checker.scopes.declare(name.name, { kind: 'error', span: name.span });
  state.symbol = symbol;
  state.type = type;
  state.parameters = parameters;
  checkSignature(checker, definition, symbol, result);
  checkBody(checker, definition, state, parameters, symbol);
}

function checkBody(
  checker: Checker,
  definition: FunctionDefinition,
  state: FunctionState,
  parameters: readonly LocalVariable[],
  symbol: StaticSymbol | null,
): void {
  const { body } = definition;
  checker.function = state;
  checker.scopes.enter(0);
  for (const parameter of parameters) {
    if (parameter.name !== '') {
      checker.scopes.declare(parameter.name, {
        kind: 'local',
        variable: parameter,
        span: parameter.span,
      });
    }
  }
  const lengths: Statement[] = state.pending.map((value) => ({
    kind: 'expression',
    value,
    span: value.span,
  }));
  state.pending = [];
  const statements = [...lengths, ...checker.rules.blockItems(checker, body.items, false)];
  checkLabels(checker, state);
  checker.scopes.leave();
  checker.function = null;
  const block: Statement = { kind: 'block', block: 0, body: statements, span: body.span };
  const isMain = state.name === 'main';
  if (state.type === null) return;
  // What was wrong in the body has left gaps in its tree.
  if (!checker.hasErrorIn(definition.span)) {
    checkFlow(checker, state, block, body.end);
    warnUninitialized(checker, block, state.locals);
  }
  if (symbol === null) return;
  symbol.definition = {
    kind: 'function-body',
    type: state.type,
    parameters,
    locals: state.locals,
    body: block,
    allocates: state.allocates,
    end: body.end,
    isMain: isMain && compatible(state.type.result.type, INT),
  };
  checker.symbols.add(symbol);
}

function checkParameters(
  checker: Checker,
  derivation: Extract<Derivation, { kind: 'function' }>,
): LocalVariable[] {
  if (declaresNothing(derivation)) return [];
  return derivation.parameters.map(({ specifiers, declarator }) => {
    const base = resolveSpecifiers(checker, specifiers);
    const type = adjustParameter(
      resolveDeclarator(checker, base, declarator),
      declarator.derivations[0],
    );
    const variable = parameterVariable(checker, type, declarator);
    if (declarator.derivations[0]?.kind === 'array') checker.arrayParameters.add(variable);
    return variable;
  });
}

function parameterVariable(
  checker: Checker,
  type: QualifiedType,
  declarator: Declarator,
): LocalVariable {
  const name = declarator.name?.name ?? '';
  const span = declarator.name?.span ?? declarator.span;
  let usable = type;
  if (type.type.kind === 'void') {
    reportVoidParameter(checker, declarator);
    usable = { ...type, type: { kind: 'error' } };
  } else if (isIncomplete(type.type)) {
    checker.error(
      'incomplete-type',
      span,
      `the parameter '${name}' has the type '${typeText(type)}', whose members aren't known here`,
    );
    usable = { ...type, type: { kind: 'error' } };
  }
  const earlier = name === '' ? undefined : checker.scopes.lookupHere(name);
  if (earlier !== undefined) reportRedeclared(checker, name, span, earlier.span);
  const variable: LocalVariable = {
    kind: 'local',
    name,
    type: usable,
    span,
    parameter: true,
    addressTaken: usable.volatile,
    block: 0,
    hidden: name === '',
  };
  if (name !== '') checker.scopes.declare(name, { kind: 'local', variable, span });
  return variable;
}

function checkSignature(
  checker: Checker,
  definition: FunctionDefinition,
  symbol: StaticSymbol | null,
  result: QualifiedType,
): void {
  const { name } = definition.declarator;
  if (name === null) return;
  if (symbol?.definition != null) {
    checker.error('redefined', name.span, `the function '${name.name}' is defined twice`, {
      hint: `remove one of the two, or rename it`,
      related: [{ message: `'${name.name}' was first defined here`, span: symbol.span }],
    });
  }
  if (name.name === 'main' && result.type.kind !== 'error' && !compatible(result.type, INT)) {
    checker.warning(
      'main-type',
      definition.specifiers.span,
      `'main' must return 'int', not '${typeText(result)}'`,
      {
        hint: `write 'int main(void)'`,
        fix: replacing(definition.specifiers.span, typeText(result), 'int'),
      },
    );
  }
  if (result.type.kind === 'record' && !result.type.complete) {
    checker.error(
      'incomplete-type',
      name.span,
      `'${name.name}' returns ${aType(result)}, whose members aren't known here`,
    );
  }
}
