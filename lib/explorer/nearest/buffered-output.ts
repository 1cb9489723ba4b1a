/** What a process has printed and its C library still keeps: `stdout`'s buffer, read from outside. */
import { numberText, type Evaluation } from '../../kernel/expressions/evaluate';
import { parseExpression } from '../../kernel/expressions/parse';

/** More is not compared with anything. */
const BYTES_MAX = 400;

export function bufferedOutput(evaluation: Evaluation): string {
  const number = (text: string): number => {
    const parsed = parseExpression(text);
    return parsed.kind === 'error' ? 0 : Number(numberText(parsed.expression, evaluation) ?? 0);
  };
  if (number('stdout->writing') === 0) return '';
  const count = Math.min(number('stdout->end'), BYTES_MAX);
  const characters = Array.from({ length: count }, (_, k) => number(`stdout->buffer[${k}]`) & 0xff);
  return String.fromCharCode(...characters);
}
