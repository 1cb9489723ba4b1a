import { describe, expect, it } from 'vitest';
import { evaluate, ExpressionError } from './expression';
import { drawInteger, randomFrom, shuffled } from './random';
import { filled } from './template';
import { drawVariables, variablesSchema } from './variables';

const values = { n: 5, name: 'P1', list: [3, 4], waiting: { P1: 6 }, yes: true };

describe('an expression', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-n ** 2', -25],
    ['2 ** n - 1', 31],
    ['7 / 2', 3.5],
    ['7 % 2', 1],
    ['n > 3 && !(n == 4) ? "big" : \'small\'', 'big'],
    ['name + "!"', 'P1!'],
    ['list[1] + list.0', 7],
    ['waiting.P1', 6],
    ['max(n, 9) + min(list) + sum(1, 2, 3) + mean(list) + count(list)', 23.5],
    ['round(2 / 3, 2) + floor(1.5) + ceil(1.5) + abs(-1) + log2(8)', 7.67],
    ['yes || n', true],
  ])('%s is %s', (text, value) => {
    expect(evaluate(text, values)).toBe(value);
  });

  it.each([
    ['unknown', '"unknown" is not known'],
    ['n +', 'a value is missing'],
    ['n n', 'too much'],
    ['name * 2', 'not a number'],
    ['n ? 1 : 2', 'not a condition'],
    ['process.exit()', '"process" is not known'],
    ['constructor', 'not known'],
    ['waiting.toString', 'not known'],
    ['list.length', 'not known'],
    ['eval(1)', 'no function'],
    ['toString(1)', 'no function'],
    ['n @ 2', '"@"'],
  ])('%s is refused', (text, reason) => {
    expect(() => evaluate(text, values)).toThrow(ExpressionError);
    expect(() => evaluate(text, values)).toThrow(reason);
  });
});

describe('a text with places', () => {
  it('is filled, and braces of C are left alone', () => {
    expect(filled('{{n}}, {{ n * 2 }}, {{2 * n}}, {{name}}, {{1 / 3 * n}}', values)).toBe(
      '5, 10, 10, P1, 1.6667',
    );
    const c = 'int a[2][2] = {{0, 1}, {2, 3}}, b[1][1] = {{0}};';
    expect(filled(c, values)).toBe(c);
    expect(filled('{{anything}}', {})).toBe('{{anything}}');
  });
});

describe('variables', () => {
  const variables = variablesSchema.parse({
    a: { from: 2, to: 9 },
    b: { from: 'a', to: 'a + 6', step: 3 },
    sum: 'a + b',
    shape: {
      oneOf: [
        { sign: '&&', n: 1 },
        { sign: '||', n: 2 },
      ],
    },
    names: { sample: ['A', 'B', 'C'], count: 2 },
  });

  it('are the same for the same seed, in their ranges, and differ between seeds', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 300; seed++) {
      const draw = () => drawVariables(variables, 'a != b', randomFrom(String(seed)));
      const drawn = draw();
      expect(draw()).toEqual(drawn);
      if (drawn === null) throw new Error('nothing drawn');
      const { a, b, sum, names } = drawn;
      expect([typeof a, typeof b]).toEqual(['number', 'number']);
      expect(Number(a) >= 2 && Number(a) <= 9).toBe(true);
      expect([3, 6]).toContain(Number(b) - Number(a));
      expect(sum).toBe(Number(a) + Number(b));
      expect(new Set(Object.values(names ?? {})).size).toBe(2);
      seen.add(JSON.stringify(drawn));
    }
    expect(seen.size).toBeGreaterThan(100);
  });

  it('whose condition never holds are told', () => {
    expect(drawVariables(variables, 'a > 100', randomFrom('x'))).toBeNull();
  });

  it('are drawn evenly, and every order comes up', () => {
    const random = randomFrom('even');
    const counts = [0, 0, 0];
    for (let k = 0; k < 3000; k++) {
      const at = drawInteger(random, 0, 2);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
    const orders = new Set(
      Array.from({ length: 200 }, () => shuffled(random, ['a', 'b', 'c']).join('')),
    );
    expect(orders.size).toBe(6);
  });
});
