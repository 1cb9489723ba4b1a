/** GNU's builtins about floating-point values: constants, and what <math.h> asks of values by macros. */
import type { Span } from '../source';
import type { Expression } from '../typed-tree';
import { DOUBLE, FLOAT, INT, isArithmetic } from '../type-operations';
import type { Checker } from './checker';
import { floatingConstant } from './fold';
import { functionOf, libraryCall } from './library-calls';

const INFINITE: ReadonlySet<string> = new Set(['inf', 'huge_val']);
const QUESTIONS: Readonly<Record<string, number>> = {
  isnan: 1,
  isinf: 1,
  isinf_sign: 1,
  isfinite: 1,
  signbit: 1,
  isgreater: 2,
  isgreaterequal: 2,
  isless: 2,
  islessequal: 2,
  islessgreater: 2,
  isunordered: 2,
};

/** `name` without `__builtin_`; null if it is none of these. */
export function floatingBuiltin(
  checker: Checker,
  name: string,
  args: readonly Expression[],
  span: Span,
): Expression | null {
  const [, base = '', suffix = ''] = /^(inf|huge_val|nan)(f|l?)$/.exec(name) ?? [];
  if (base !== '') {
    const value = INFINITE.has(base) ? Infinity : NaN;
    return floatingConstant(value, suffix === 'f' ? FLOAT : DOUBLE, span);
  }
  const asked = name.replace(/^isinf_sign$/, 'isinf');
  const count = Object.hasOwn(QUESTIONS, name) ? QUESTIONS[name] : undefined;
  if (count !== args.length || !args.every(({ type }) => isArithmetic(type))) return null;
  const type = functionOf(
    INT,
    args.map(() => DOUBLE),
  );
  return libraryCall(checker, `__${asked}_value`, type, args, span);
}
