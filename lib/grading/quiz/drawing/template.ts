/**
 * Texts with places to fill: `{{n}}`, `{{2 * n}}`, `{{shape.operator}}`. A place names something, so that
 * `{{0}}` and `{{1, 2}, {3, 4}}` in a C program stay what they are; texts of questions without variables and
 * computed values are not looked at.
 */
import { evaluate, ExpressionError, type Values, valueText } from './expression';

const PLACE = /\{\{\s*((?:[A-Za-z(]|\d[^{},]*[A-Za-z])[^{}]*?)\s*\}\}/g;

export function filled(text: string, values: Values): string {
  if (Object.keys(values).length === 0) return text;
  return text.replace(PLACE, (_place, expression: string) =>
    valueText(evaluate(expression, values)),
  );
}

/** A number, or an expression that gives one. */
export function numberOf(given: number | string, values: Values): number {
  if (typeof given === 'number') return given;
  const value = evaluate(given, values);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ExpressionError(`"${given}" is ${valueText(value)}, not a number`);
}
