/**
 * A typed unit as text, one line a statement: for golden files. Types are written where they say
 * something that the operands don't.
 */
import { assertNever } from '../../../abi/assert-never';
import type {
  Expression,
  FunctionBody,
  Initialization,
  Place,
  Statement,
  StaticData,
  StaticSymbol,
  TypedUnit,
} from '../../typed-tree';
import { declarationText, typeText } from '../type-text';

export function dumpUnit(unit: TypedUnit): string {
  return unit.symbols
    .filter(({ name, definition }) => definition !== null && !name.startsWith('"'))
    .map(dumpSymbol)
    .join('\n');
}

function dumpSymbol(symbol: StaticSymbol): string {
  const { definition, linkage, name, type, owner } = symbol;
  const where = owner === null ? '' : ` of ${owner}`;
  const head = `${linkage} ${declarationText(type, name)}${where}`;
  if (definition === null) return head;
  return definition.kind === 'data'
    ? `${head} ${dumpData(definition)}`
    : `${head}\n${dumpBody(definition)}`;
}

function dumpData(data: StaticData): string {
  const flags = [data.readOnly ? 'const' : '', data.tentative ? 'tentative' : ''].filter(Boolean);
  const bytes = data.zero
    ? `zero ${data.size}`
    : [...data.bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const places = data.relocations.map(
    ({ offset, target, addend }) => `@${offset}=${target.name}${addend === 0 ? '' : `+${addend}`}`,
  );
  return ['=', ...flags, bytes, ...places, `align ${data.alignment}`].join(' ');
}

function dumpBody(body: FunctionBody): string {
  const taken = [...body.parameters, ...body.locals]
    .filter(({ addressTaken, hidden }) => addressTaken && !hidden)
    .map(({ name }) => name);
  const head = taken.length === 0 ? [] : [`  address taken: ${taken.join(' ')}`];
  return [...head, ...dumpStatement(body.body, '  ')].join('\n');
}

function dumpStatement(statement: Statement, indent: string): string[] {
  const inner = (one: Statement) => dumpStatement(one, `${indent}  `);
  switch (statement.kind) {
    case 'expression':
      return [`${indent}${dumpExpression(statement.value)}`];
    case 'block':
      return [`${indent}block ${statement.block}`, ...statement.body.flatMap(inner)];
    case 'declare': {
      const { variable, initialization, vlaBytes } = statement;
      const size = vlaBytes === null ? '' : ` bytes ${dumpExpression(vlaBytes)}`;
      return [
        `${indent}declare ${declarationText(variable.type, variable.name)}${size}`,
        ...initialization.map((step) => `${indent}  ${dumpStep(step)}`),
      ];
    }
    case 'if':
      return [
        `${indent}if ${dumpExpression(statement.condition)}`,
        ...inner(statement.then),
        ...(statement.otherwise === null ? [] : [`${indent}else`, ...inner(statement.otherwise)]),
      ];
    case 'loop':
      return [
        `${indent}${statement.form} ${optional(statement.condition)}; ${optional(statement.step)}`,
        ...statement.initial.flatMap(inner),
        ...inner(statement.body),
      ];
    case 'switch': {
      const cases = statement.cases.map(
        ({ low, high, label }) => `${low === high ? low : `${low}..${high}`}:L${label}`,
      );
      const fallback =
        statement.defaultLabel === null ? [] : [`default:L${statement.defaultLabel}`];
      return [
        `${indent}switch ${dumpExpression(statement.value)} [${[...cases, ...fallback].join(' ')}]`,
        ...inner(statement.body),
      ];
    }
    case 'label':
      return [
        `${indent}L${statement.label}${statement.name === null ? '' : ` ${statement.name}`}:`,
      ];
    case 'goto':
      return [`${indent}goto L${statement.label}`];
    case 'break':
    case 'continue':
      return [`${indent}${statement.kind}`];
    case 'return':
      return [`${indent}return ${optional(statement.value)}`];
    default:
      return assertNever(statement);
  }
}

function optional(expression: Expression | null): string {
  return expression === null ? '-' : dumpExpression(expression);
}

function dumpStep(step: Initialization): string {
  switch (step.kind) {
    case 'zero':
      return 'zero';
    case 'bytes':
      return `+${step.offset} bytes ${[...step.bytes].join(' ')} of ${step.size}`;
    case 'store': {
      const bits = step.bits === undefined ? '' : `:${step.bits.offset}/${step.bits.width}`;
      return `+${step.offset}${bits} ${typeText(step.type)} = ${dumpExpression(step.value)}`;
    }
    default:
      return assertNever(step);
  }
}

export function dumpExpression(expression: Expression): string {
  const { type } = expression;
  switch (expression.kind) {
    case 'integer-constant':
      return type.kind === 'integer' && type.name === 'int'
        ? String(expression.value)
        : `${expression.value}:${typeText(type)}`;
    case 'floating-constant':
      return `${expression.value}:${typeText(type)}`;
    case 'load':
      return dumpPlace(expression.place);
    case 'record-value':
      return `record ${dumpPlace(expression.place)}`;
    case 'address-of':
      return `&${dumpPlace(expression.place)}`;
    case 'function-address':
      return `&${expression.symbol.name}`;
    case 'arithmetic':
    case 'comparison':
    case 'logical':
      return `(${dumpExpression(expression.left)} ${expression.operator} ${dumpExpression(expression.right)})`;
    case 'comma':
      return `(${dumpExpression(expression.left)}, ${dumpExpression(expression.right)})`;
    case 'negate':
      return `-${dumpExpression(expression.operand)}`;
    case 'complement':
      return `~${dumpExpression(expression.operand)}`;
    case 'not':
      return `!${dumpExpression(expression.operand)}`;
    case 'pointer-offset': {
      const sign = expression.subtract ? '-' : '+';
      return `(${dumpExpression(expression.pointer)} ${sign} ${dumpExpression(expression.index)}*${expression.elementBytes})`;
    }
    case 'pointer-difference':
      return `((${dumpExpression(expression.left)} - ${dumpExpression(expression.right)})/${expression.elementBytes})`;
    case 'convert':
      return `(${typeText(type)})${dumpExpression(expression.operand)}`;
    case 'assign':
      return `${dumpPlace(expression.place)} = ${dumpExpression(expression.value)}`;
    case 'update':
      return `update ${expression.result} ${dumpPlace(expression.place)} = ${dumpExpression(expression.operation)}`;
    case 'old-value':
      return 'old';
    case 'conditional':
      return `(${dumpExpression(expression.condition)} ? ${dumpExpression(expression.then)} : ${dumpExpression(expression.otherwise)})`;
    case 'elvis':
      return `(${dumpExpression(expression.value)} ?: ${dumpExpression(expression.otherwise)})`;
    case 'call':
      return dumpCall(expression);
    case 'va-start':
      return `va-start ${dumpExpression(expression.list)} ${expression.last?.name ?? '-'}`;
    case 'va-arg':
      return `va-arg ${dumpExpression(expression.list)}:${typeText(type)}`;
    case 'va-copy':
      return `va-copy ${dumpExpression(expression.to)} ${dumpExpression(expression.from)}`;
    case 'alloca':
      return `alloca ${dumpExpression(expression.bytes)}`;
    case 'statement-expression':
      return `({ ${expression.body.flatMap((one) => dumpStatement(one, '')).join('; ')}; ${optional(expression.value)} })`;
    default:
      return assertNever(expression);
  }
}

function dumpCall(call: Extract<Expression, { kind: 'call' }>): string {
  const { callee } = call;
  const args = call.args.map((argument, index) =>
    index === call.fixed ? `... ${dumpExpression(argument)}` : dumpExpression(argument),
  );
  const list = `(${args.join(', ')})`;
  switch (callee.kind) {
    case 'direct':
      return `${callee.symbol.name}${list}`;
    case 'pointer':
      return `[${dumpExpression(callee.value)}]${list}`;
    case 'intrinsic':
      return `intrinsic ${callee.number}${list}`;
    case 'system-call':
      return `system-call ${callee.number}${list}`;
    default:
      return assertNever(callee);
  }
}

function dumpPlace(place: Place): string {
  switch (place.kind) {
    case 'local':
      return place.variable.name === '' ? '#hidden' : place.variable.name;
    case 'static':
      return place.symbol.name;
    case 'pointed':
      return `*${dumpExpression(place.pointer)}`;
    case 'member': {
      const bits = place.bits === undefined ? '' : `:${place.bits.offset}/${place.bits.width}`;
      return `${dumpPlace(place.base)}.${place.offset}${bits}`;
    }
    case 'materialized':
      return `temporary(${dumpExpression(place.value)})`;
    case 'initialized':
      return `literal{${place.initialization.map(dumpStep).join('; ')}}`;
    default:
      return assertNever(place);
  }
}
