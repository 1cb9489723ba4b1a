/** Unary, binary and conditional operators (C11 6.5.3.3, 6.5.5 to 6.5.15, 6.5.17). */
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression } from '../typed-tree';
import { INT, UNSIGNED, isArithmetic, isInteger, integerTypeOf } from '../type-operations';
import type { Checker } from './checker';
import { checkComparison } from './comparisons';
import { commonType, promote, reportVoidValue, requireScalar } from './conversions';
import {
  type ArithmeticOperator,
  arithmetic,
  complement,
  convert,
  errorExpression,
  exactInteger,
  isErrorExpression,
  logical,
  negate,
  not,
} from './fold';
import {
  warnConfusedPrecedence,
  warnConstantOperand,
  warnLogicalOperand,
  warnPower,
} from './habits';
import { valueOf } from './operand';
import { addToPointer, pointerDifference } from './pointers';
import { typeText } from './type-text';

type Syntax<K extends SyntaxExpression['kind']> = Extract<SyntaxExpression, { kind: K }>;

export function checkBinary(checker: Checker, syntax: Syntax<'binary'>): Expression {
  const { operator } = syntax;
  const left = valueOf(checker.rules.operand(checker, syntax.left));
  const right = valueOf(checker.rules.operand(checker, syntax.right));
  if (isErrorExpression(left) || isErrorExpression(right)) return errorExpression(syntax.span);
  for (const side of [left, right]) {
    if (side.type.kind === 'void') return reportVoidValue(checker, side);
  }
  warnConfusedPrecedence(checker, syntax);
  warnPower(checker, syntax);
  switch (operator) {
    case '&&':
    case '||': {
      warnConstantOperand(checker, syntax);
      warnLogicalOperand(checker, left);
      warnLogicalOperand(checker, right);
      const a = requireScalar(checker, left, `the left side of '${operator}'`);
      const b = requireScalar(checker, right, `the right side of '${operator}'`);
      return logical(operator, a, b, syntax.span);
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
    case '==':
    case '!=':
      return checkComparison(checker, operator, left, right, syntax.span);
    default:
      return combine(checker, operator, left, right, syntax);
  }
}

/** What the arithmetic operators give; compound assignment uses it too. */
export function combine(
  checker: Checker,
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
  syntax: Pick<SyntaxExpression, 'span'>,
): Expression {
  const { span } = syntax;
  if (isErrorExpression(left) || isErrorExpression(right)) return errorExpression(span);
  if (operator === '+' || operator === '-') {
    const moved = combinePointers(checker, operator, left, right, syntax);
    if (moved !== null) return moved;
  }
  if (operator === '<<' || operator === '>>') {
    return shift(checker, operator, left, right, syntax);
  }
  const type = commonType(left, right);
  const integersOnly = operator === '%' || operator === '&' || operator === '^' || operator === '|';
  if (type === null || (integersOnly && type.kind !== 'integer')) {
    return reportOperands(checker, operator, left, right, syntax);
  }
  const a = convert(left, type);
  const b = convert(right, type);
  warnDivision(checker, operator, b);
  warnOverflow(checker, operator, a, b, syntax);
  return arithmetic(operator, a, b, type, span);
}

function combinePointers(
  checker: Checker,
  operator: '+' | '-',
  left: Expression,
  right: Expression,
  { span }: Pick<SyntaxExpression, 'span'>,
): Expression | null {
  if (left.type.kind === 'pointer' && isInteger(right.type)) {
    return addToPointer(checker, left, right, operator === '-', span);
  }
  if (operator === '+' && isInteger(left.type) && right.type.kind === 'pointer') {
    return addToPointer(checker, right, left, false, span);
  }
  if (operator === '-' && left.type.kind === 'pointer' && right.type.kind === 'pointer') {
    return pointerDifference(checker, left, right, span);
  }
  return null;
}

/** The right operand needs no more than 32 bits; the left one alone makes the type (6.5.7:3). */
function shift(
  checker: Checker,
  operator: '<<' | '>>',
  left: Expression,
  right: Expression,
  syntax: Pick<SyntaxExpression, 'span'>,
): Expression {
  if (!isInteger(left.type) || !isInteger(right.type)) {
    return reportOperands(checker, operator, left, right, syntax);
  }
  const value = promote(left);
  const width = integerTypeOf(value.type)?.bytes ?? 4;
  if (right.kind === 'integer-constant' && checker.unevaluated === 0) {
    if (right.value < 0n || right.value >= BigInt(width * 8)) {
      checker.warning(
        'shift-count',
        right.span,
        `a shift by ${right.value} is undefined: '${typeText(value.type)}' has ${width * 8} bits, so shift by 0 to ${width * 8 - 1}`,
      );
    }
  }
  const count = convert(right, integerTypeOf(right.type)?.signed === false ? UNSIGNED : INT);
  return arithmetic(operator, value, count, value.type, syntax.span);
}

function reportOperands(
  checker: Checker,
  operator: string,
  left: Expression,
  right: Expression,
  { span }: Pick<SyntaxExpression, 'span'>,
): Expression {
  const message = `'${operator}' can't be used on '${typeText(left.type)}' and '${typeText(right.type)}'`;
  const floating = left.type.kind === 'floating' || right.type.kind === 'floating';
  if (operator === '%' && floating) {
    checker.error('invalid-operands', span, `${message}: it works on integers only`, {
      hint: `use fmod() from <math.h> for the remainder of floating-point numbers`,
    });
  } else if (operator === '+' && left.type.kind === 'pointer' && right.type.kind === 'pointer') {
    checker.error('invalid-operands', span, `two pointers can't be added`, {
      hint: `to join strings use strcat() or snprintf()`,
    });
  } else {
    checker.error('invalid-operands', span, message);
  }
  return errorExpression(span);
}

function warnDivision(checker: Checker, operator: string, right: Expression): void {
  if (operator !== '/' && operator !== '%') return;
  if (right.kind !== 'integer-constant' || right.value !== 0n || checker.unevaluated > 0) return;
  checker.warning(
    'division-by-zero',
    right.span,
    `this divides by zero: the program will be ended by SIGFPE here`,
  );
}

function warnOverflow(
  checker: Checker,
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
  { span }: Pick<SyntaxExpression, 'span'>,
): void {
  const integer = integerTypeOf(left.type);
  if (integer === null || !integer.signed || operator === '<<') return;
  if (left.kind !== 'integer-constant' || right.kind !== 'integer-constant') return;
  const exact = exactInteger(operator, left.value, right.value, integer);
  if (exact === null) return;
  const wrapped = BigInt.asIntN(integer.bytes * 8, exact);
  if (wrapped === exact) return;
  checker.warning(
    'constant-overflow',
    span,
    `the result ${exact} does not fit into the type '${integer.name}': it becomes ${wrapped}`,
    integer.bytes === 4 ? { hint: `make one operand long: write 'L' after a number` } : {},
  );
}

export function checkUnary(
  checker: Checker,
  syntax: Syntax<'unary'> & { operator: '+' | '-' | '~' | '!' },
): Expression {
  const operand = valueOf(checker.rules.operand(checker, syntax.operand));
  if (isErrorExpression(operand)) return errorExpression(syntax.span);
  if (operand.type.kind === 'void') return reportVoidValue(checker, operand);
  const { operator, span } = syntax;
  if (operator === '!') return not(requireScalar(checker, operand, `the operand of '!'`), span);
  const suits = operator === '~' ? isInteger(operand.type) : isArithmetic(operand.type);
  if (!suits) {
    checker.error(
      'invalid-operands',
      span,
      `'${operator}' can't be used on '${typeText(operand.type)}': it needs ${operator === '~' ? 'an integer' : 'a number'}`,
    );
    return errorExpression(span);
  }
  const value = promote(operand);
  if (operator === '-') return negate(value, span);
  return operator === '~' ? complement(value, span) : { ...value, span };
}

export function operatorOf(assignment: string): ArithmeticOperator {
  switch (assignment) {
    case '*=':
      return '*';
    case '/=':
      return '/';
    case '%=':
      return '%';
    case '-=':
      return '-';
    case '<<=':
      return '<<';
    case '>>=':
      return '>>';
    case '&=':
      return '&';
    case '^=':
      return '^';
    case '|=':
      return '|';
    default:
      return '+';
  }
}
