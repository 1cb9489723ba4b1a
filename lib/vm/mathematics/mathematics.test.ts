import { describe, expect, it } from 'vitest';
import { fusedMultiplyAdd } from '../binary-number';
import * as exponential from './exponential';
import * as gamma from './gamma';
import * as trigonometry from './trigonometry';

/** To forty digits by `bc -l` and, for erf, exact fractions; the nearest double is what is expected. */
const KNOWN: readonly [string, number, string][] = [
  ['exp 1', exponential.exponential(1), '2.718281828459045235360287471352662497757'],
  ['exp -20.5', exponential.exponential(-20.5), '0.000000001250152866386742628937553119231'],
  ['log 3', exponential.logarithm(3), '1.098612288668109691395245236922525704647'],
  ['log 0.75', exponential.logarithm(0.75), '-0.287682072451780927439219005993827431503'],
  ['sin 1', trigonometry.sine(1), '.8414709848078965066525023216302989996226'],
  ['cos 1', trigonometry.cosine(1), '.5403023058681397174009366074429766037323'],
  ['sin 1e22', trigonometry.sine(1e22), '-0.8522008497671888017727058937530293682618'],
  ['atan 0.5', trigonometry.arctangent(0.5), '.4636476090008061162142562314612144020285'],
  ['cbrt 2', exponential.cubeRoot(2), '1.259921049894873164767210607278228350570'],
  ['erf 1', gamma.errorFunction(1), '0.842700792949714869341220635082609259296'],
  [
    'erfc 10',
    gamma.complementaryErrorFunction(10),
    '2.088487583762544757000786294957788203915e-45',
  ],
  ['gamma 0.5', gamma.gamma(0.5), '1.772453850905516027298167483341145182798'],
  ['lgamma 0.5', gamma.logGamma(0.5), '0.5723649429247000870717136756765293558236'],
];

describe('mathematics', () => {
  it.each(KNOWN)('gives the double nearest to %s', (_, result, digits) => {
    expect(result).toBe(Number(digits));
  });

  it('is exact where the result is a double', () => {
    for (let n = -1074; n < 1024; n++) {
      expect(exponential.logarithm2(exponential.exponential2(n))).toBe(n);
      expect(exponential.power(2, n)).toBe(exponential.exponential2(n));
    }
    for (let n = 0; n <= 22; n++) {
      const power = Number(`1e${n}`);
      expect(exponential.power(10, n)).toBe(power);
      expect(exponential.exponential10(n)).toBe(power);
      expect(exponential.logarithm10(power)).toBe(n);
    }
    for (let n = -2000; n <= 2000; n++) expect(exponential.cubeRoot(n * n * n)).toBe(n);
  });

  it('rounds powers that lie halfway to the even neighbour', () => {
    for (let n = 3; n < 100_000; n += 2) {
      const exact = BigInt(n) ** 4n;
      if (exact >= 1n << 53n && exact < 1n << 54n) {
        expect(exponential.power(n, 4)).toBe(Number(exact));
      }
    }
  });

  it('rounds once below the normal range', () => {
    expect(exponential.exponential(-744.5)).toBe(5e-324);
    expect(exponential.exponential(-745.2)).toBe(0);
    expect(exponential.power(2, -1074.4)).toBe(5e-324);
    expect(exponential.power(10, -320)).toBe(1e-320);
  });

  it('adds to an exact product', () => {
    expect(fusedMultiplyAdd(0.1, 10, -1)).toBe(2 ** -54);
    expect(fusedMultiplyAdd(1e308, 10, -Infinity)).toBe(-Infinity);
    expect(Object.is(fusedMultiplyAdd(1, 1, -1), 0)).toBe(true);
    expect(Object.is(fusedMultiplyAdd(-0, 1, -0), -0)).toBe(true);
  });
});
