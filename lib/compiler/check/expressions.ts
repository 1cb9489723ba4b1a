/** Expressions (C11 6.5): one function for each kind of node, by grammar area. */
import { checkLabelAddress } from './labels';
import { assertNever } from '../../abi/assert-never';
import type { SyntaxExpression } from '../syntax-tree';
import { checkAddress, checkDereference, checkIndex, checkMember } from './access';
import { checkAssignment, checkStep } from './assignments';
import { checkVaArg } from './builtins';
import { checkCall } from './calls';
import { checkCast, checkCompoundLiteral } from './casts';
import type { Checker } from './checker';
import { checkComma, checkConditional, checkGeneric } from './conditional';
import { checkCharacter, checkFloating, checkInteger, checkString } from './literals';
import { checkName } from './names';
import { type Operand, errorOperand, placeOperand, valueOperand } from './operand';
import { checkBinary, checkUnary } from './operators';
import {
  checkAlignof,
  checkOffsetof,
  checkSizeofExpression,
  checkSizeofType,
  checkTypesCompatible,
} from './sizes';
import { checkStatementExpression } from './statement-expression';

/** Later stages walk the tree by recursion, too: deeper ones could exhaust the host's stack. */
const EXPRESSION_DEPTH_MAX = 1000;

/** An expression before lvalue conversion. */
export function checkOperand(checker: Checker, syntax: SyntaxExpression): Operand {
  if (checker.expressionDepth >= EXPRESSION_DEPTH_MAX) {
    checker.error(
      'nested-too-deeply',
      syntax.span,
      `this expression is nested more than ${EXPRESSION_DEPTH_MAX} levels deep`,
      { hint: `split it into several statements` },
    );
    return errorOperand(syntax.span);
  }
  checker.expressionDepth += 1;
  const operand = operandOf(checker, syntax);
  checker.expressionDepth -= 1;
  return operand;
}

function operandOf(checker: Checker, syntax: SyntaxExpression): Operand {
  switch (syntax.kind) {
    case 'error':
      return errorOperand(syntax.span);
    case 'name':
      return checkName(checker, syntax.name, syntax.span);
    case 'integer':
      return valueOperand(checkInteger(checker, syntax));
    case 'floating':
      return valueOperand(checkFloating(syntax));
    case 'character':
      return valueOperand(checkCharacter(syntax));
    case 'string':
      return placeOperand(checkString(checker, syntax));
    case 'unary':
      if (syntax.operator === '*') return checkDereference(checker, syntax);
      if (syntax.operator === '&') return valueOperand(checkAddress(checker, syntax));
      return valueOperand(checkUnary(checker, { ...syntax, operator: syntax.operator }));
    case 'step':
      return valueOperand(checkStep(checker, syntax));
    case 'binary':
      return valueOperand(checkBinary(checker, syntax));
    case 'assignment':
      return valueOperand(checkAssignment(checker, syntax));
    case 'conditional':
      return valueOperand(checkConditional(checker, syntax));
    case 'comma':
      return valueOperand(checkComma(checker, syntax));
    case 'call':
      return valueOperand(checkCall(checker, syntax));
    case 'index':
      return checkIndex(checker, syntax, false);
    case 'member':
      return checkMember(checker, syntax);
    case 'cast':
      return valueOperand(checkCast(checker, syntax));
    case 'compound-literal':
      return checkCompoundLiteral(checker, syntax);
    case 'sizeof-expression':
      return valueOperand(checkSizeofExpression(checker, syntax));
    case 'sizeof-type':
      return valueOperand(checkSizeofType(checker, syntax));
    case 'types-compatible':
      return valueOperand(checkTypesCompatible(checker, syntax));
    case 'label-address':
      return valueOperand(checkLabelAddress(checker, syntax.label, syntax.span));
    case 'alignof':
      return valueOperand(checkAlignof(checker, syntax));
    case 'va-arg':
      return valueOperand(checkVaArg(checker, syntax));
    case 'offsetof':
      return valueOperand(checkOffsetof(checker, syntax));
    case 'generic':
      return checkGeneric(checker, syntax);
    case 'statement-expression':
      return valueOperand(checkStatementExpression(checker, syntax));
    default:
      return assertNever(syntax);
  }
}
