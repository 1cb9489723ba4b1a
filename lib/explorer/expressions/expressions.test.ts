import { describe, expect, it } from 'vitest';
import { contextOf } from '../../kernel/kernel';
import { MachineSystem } from '../machine/machine-system';
import { exploredMachine, programOf } from '../testing/c-program';
import { evaluate, type Truth } from '../../kernel/expressions/evaluate';
import { parseExpression } from '../../kernel/expressions/parse';

const SOURCE = `
enum color { RED = 1, GREEN = 4 };
struct inner { short small; unsigned bits : 3; int *where; };
struct outer { char letter; struct inner inner[2]; double half; };
static struct outer whole = {'x', {{-2, 5, NULL}, {7, 1, NULL}}, 0.5};
static struct outer *pointer = &whole, *nowhere;
static int numbers[4] = {10, 20, 30, -40};
static unsigned long large = 0xffffffffffffffffUL;
static enum color color = GREEN;
int main(void) {
  whole.inner[1].where = &numbers[3];
  pause();
  return pointer == nowhere && large && color;
}`;

const system = new MachineSystem(programOf(SOURCE), exploredMachine, {
  timing: 'any',
  outputs: false,
});

function truth(text: string): Truth {
  const parsed = parseExpression(text);
  if (parsed.kind === 'error') throw new Error(parsed.message);
  const [thread] = system.kernel.state.threads.keys();
  if (thread === undefined) throw new Error('no thread');
  const { image, memory } = contextOf(system.kernel, thread);
  return evaluate(parsed.expression, { image, memory, reads: () => undefined });
}

describe('a condition', () => {
  it.each([
    'numbers[0] + numbers[1] * 2 == 50',
    '(numbers[0] + numbers[1]) * 2 == 60',
    '-numbers[3] / 3 == 13 && numbers[3] % 3 == -1',
    '*(numbers + 2) == 30 && *numbers == 10',
    'numbers[numbers[0] / 10] == 20',
    "whole.letter == 'x'",
    'pointer->inner[0].small == -2',
    'pointer->inner[0].bits == 5 && pointer->inner[1].bits == 1',
    '*pointer->inner[1].where == -40',
    'pointer->inner[1].where - numbers == 3',
    '&numbers[1] == numbers + 1',
    'whole.half + 0 < 1 && !(whole.half == 1)',
    'large > 5 && large == 0xffffffffffffffff',
    'color == GREEN && color != RED',
    'nowhere == NULL && !nowhere',
    'nowhere == NULL || nowhere->letter',
    'numbers[0] > 5 ? numbers[1] == 20 : numbers[1] == 0',
    '(5 & 6 | 8 ^ 3) == 15 && ~0 == -1 && 1 << 4 == 16',
  ])('%s is true', (text) => {
    expect(truth(text)).toEqual({ kind: 'truth', value: true });
  });

  it('is false, can not be read, or names what is not there', () => {
    expect(truth('numbers[0] == 11')).toEqual({ kind: 'truth', value: false });
    expect(truth('nowhere->letter == 0')).toEqual({ kind: 'unreadable' });
    expect(truth('number[0] == 1')).toMatchObject({ message: expect.stringContaining('“number”') });
    expect(truth('pointer->color == 1')).toMatchObject({ kind: 'error' });
    expect(truth('whole.letter / 0')).toMatchObject({ kind: 'error' });
  });

  it.each(['', 'a +', 'a = 1', 'f(x)', 'a b', '(a', 'a[1', 'a. == 1', '"text"', 'a @ b'])(
    'is not “%s”',
    (text) => {
      expect(parseExpression(text).kind).toBe('error');
    },
  );
});
