/** GNU's `__attribute__((...))` and `__asm__("label")`: read over. Only `noreturn` is looked for. */
import type { Parser } from './parser';
import { closingDistance, expectClosing } from './recovery';

/** Skips attributes and assembler labels; whether `noreturn` was among them. */
export function skipAttributes(parser: Parser): boolean {
  let noreturn = false;
  for (;;) {
    if (parser.sees('__extension__')) {
      parser.take();
      continue;
    }
    const attribute = parser.sees('__attribute__');
    if (!attribute && !(parser.sees('asm') && parser.peek(1).text === '(')) return noreturn;
    parser.take();
    if (!parser.sees('(')) continue;
    const close = closingDistance(parser, 0);
    const open = parser.take();
    for (let left = close ?? 0; left > 1; left -= 1) {
      const word = parser.take().text;
      if (attribute && (word === 'noreturn' || word === '__noreturn__')) noreturn = true;
    }
    expectClosing(parser, open, ')');
  }
}
