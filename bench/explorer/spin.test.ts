import { describe, expect, it } from 'vitest';
import { spinReport } from './spin';

function report(errors: number, states: string, more = ''): string {
  return `${more}
(Spin Version 6.5.2 -- 6 December 2019)
	+ Partial Order Reduction

State-vector 48 byte, depth reached 76, errors: ${errors}
     ${states} states, stored
     2055 states, matched
     7485 transitions (= stored+matched)
       12 atomic steps
hash conflicts:         4 (resolved)
`;
}

describe("spin's report", () => {
  it('says how much was looked at', () => {
    expect(spinReport(report(0, '5430'))).toEqual({ states: 5430, transitions: 7485 });
  });

  it('has large figures in short', () => {
    expect(spinReport(report(0, '7.1714142e+07')).states).toBe(71_714_142);
  });

  it('of an error, of a search that was cut, or of nothing is not taken for a count', () => {
    expect(() => spinReport(report(1, '5430'))).toThrow('1 errors');
    expect(() => spinReport(report(0, '5430', 'error: max search depth too small'))).toThrow(
      'was cut',
    );
    expect(() => spinReport('pan: out of memory')).toThrow('no errors');
  });
});
