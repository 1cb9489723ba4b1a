/**
 * Mathematics by the host's Math. sqrt, floor, ceil, trunc, round and fmod are exact everywhere;
 * the others may differ in the last place between engines (see docs/decisions/010).
 */
import type { IntrinsicName } from '../abi/intrinsics';
import { INVALID_HIGH } from './arithmetic';
import type { ExecutionContext } from './context';
import { charge, outgoing } from './intrinsic-arguments';

export function mathIntrinsic(context: ExecutionContext, name: IntrinsicName): null {
  const { f64, i32 } = context.memory;
  const word = outgoing(context, 0);
  const x = f64[word >> 1] as number;
  const y = f64[(word + 2) >> 1] as number;
  const result = calculate(name, x, y);
  charge(context, 80);
  if (!Number.isNaN(result)) f64[word >> 1] = result;
  else if (Number.isNaN(x)) i32[word + 1] = (i32[word + 1] as number) | 0x8_0000;
  else if (takesTwo(name) && Number.isNaN(y)) {
    i32[word] = i32[word + 2] as number;
    i32[word + 1] = (i32[word + 3] as number) | 0x8_0000;
  } else {
    // glibc's acos, asin and log10 give a positive NaN ("nan"), the others x86-64's own ("-nan").
    const positive = name === 'acos' || name === 'asin' || name === 'log10';
    i32[word] = 0;
    i32[word + 1] = positive ? INVALID_HIGH & 0x7fff_ffff : INVALID_HIGH;
  }
  return null;
}

function takesTwo(name: IntrinsicName): boolean {
  return name === 'pow' || name === 'atan2' || name === 'fmod' || name === 'hypot';
}

function calculate(name: IntrinsicName, x: number, y: number): number {
  switch (name) {
    case 'sqrt':
      return Math.sqrt(x);
    case 'pow':
      return power(x, y);
    case 'exp':
      return Math.exp(x);
    case 'log':
      return Math.log(x);
    case 'log10':
      return Math.log10(x);
    case 'log2':
      return Math.log2(x);
    case 'sin':
      return Math.sin(x);
    case 'cos':
      return Math.cos(x);
    case 'tan':
      return Math.tan(x);
    case 'asin':
      return Math.asin(x);
    case 'acos':
      return Math.acos(x);
    case 'atan':
      return Math.atan(x);
    case 'atan2':
      return Math.atan2(x, y);
    case 'sinh':
      return Math.sinh(x);
    case 'cosh':
      return Math.cosh(x);
    case 'tanh':
      return Math.tanh(x);
    case 'floor':
      return Math.floor(x);
    case 'ceil':
      return Math.ceil(x);
    case 'trunc':
      return Math.trunc(x);
    case 'round':
      return roundAway(x);
    case 'fmod':
      return x % y;
    case 'cbrt':
      return Math.cbrt(x);
    case 'hypot':
      return Math.hypot(x, y);
    default:
      throw new Error(`not a mathematical intrinsic: ${name}`);
  }
}

/** C's pow: 1 to any power is 1, and -1 to an infinite one. */
function power(x: number, y: number): number {
  if (x === 1 || (x === -1 && Math.abs(y) === Infinity)) return 1;
  return x ** y;
}

/** Halves away from zero, keeping -0. */
function roundAway(x: number): number {
  const whole = Math.trunc(x);
  return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole;
}
