/**
 * Mathematics: each function gives the double nearest to the exact value, the same on every host (see
 * docs/decisions/055). What is not a number gets the sign that glibc gives it.
 */
import type { IntrinsicName } from '../abi/intrinsics';
import { INVALID_HIGH } from './arithmetic';
import { fusedMultiplyAdd } from './binary-number';
import type { ExecutionContext } from './context';
import { charge, outgoing } from './intrinsic-arguments';
import * as exponential from './mathematics/exponential';
import * as gamma from './mathematics/gamma';
import * as trigonometry from './mathematics/trigonometry';

/** Work, in bytes as intrinsics count: about a hundred instructions. */
const SERIES_BYTES = 800;

export function mathIntrinsic(context: ExecutionContext, name: IntrinsicName): null {
  const { f64, i32 } = context.memory;
  const word = outgoing(context, 0);
  const x = f64[word >> 1] as number;
  const y = f64[(word + 2) >> 1] as number;
  const z = f64[(word + 4) >> 1] as number;
  const exact = exactly(name, x, y, z);
  const result = exact ?? bySeries(name, x, y);
  charge(context, exact === null ? SERIES_BYTES : 80);
  if (!Number.isNaN(result)) f64[word >> 1] = result;
  else if (Number.isNaN(x)) i32[word + 1] = (i32[word + 1] as number) | 0x8_0000;
  else if (arity(name) > 1 && Number.isNaN(y)) copyNaN(context, word + 2);
  else if (arity(name) > 2 && Number.isNaN(z)) copyNaN(context, word + 4);
  else {
    i32[word] = 0;
    i32[word + 1] = POSITIVE_NAN.has(name) ? INVALID_HIGH & 0x7fff_ffff : INVALID_HIGH;
  }
  return null;
}

/** Where glibc gives a positive NaN ("nan"); elsewhere it is x86-64's own ("-nan"). */
const POSITIVE_NAN: ReadonlySet<IntrinsicName> = new Set<IntrinsicName>([
  'acos',
  'asin',
  'log10',
  'tgamma',
]);

function copyNaN(context: ExecutionContext, from: number): void {
  const { i32 } = context.memory;
  const word = outgoing(context, 0);
  i32[word] = i32[from] as number;
  i32[word + 1] = (i32[from + 1] as number) | 0x8_0000;
}

function arity(name: IntrinsicName): number {
  if (name === 'fma') return 3;
  return name === 'pow' || name === 'atan2' || name === 'fmod' || name === 'hypot' ? 2 : 1;
}

/** What IEEE arithmetic has itself; null: none of these. */
function exactly(name: IntrinsicName, x: number, y: number, z: number): number | null {
  switch (name) {
    case 'sqrt':
      return Math.sqrt(x);
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
    case 'fma':
      return fusedMultiplyAdd(x, y, z);
    default:
      return null;
  }
}

function bySeries(name: IntrinsicName, x: number, y: number): number {
  switch (name) {
    case 'pow':
      return exponential.power(x, y);
    case 'exp':
      return exponential.exponential(x);
    case 'exp2':
      return exponential.exponential2(x);
    case 'exp10':
      return exponential.exponential10(x);
    case 'expm1':
      return exponential.exponentialMinusOne(x);
    case 'log':
      return exponential.logarithm(x);
    case 'log10':
      return exponential.logarithm10(x);
    case 'log2':
      return exponential.logarithm2(x);
    case 'log1p':
      return exponential.logarithm1(x);
    case 'sinh':
      return exponential.hyperbolicSine(x);
    case 'cosh':
      return exponential.hyperbolicCosine(x);
    case 'tanh':
      return exponential.hyperbolicTangent(x);
    case 'asinh':
      return exponential.inverseHyperbolicSine(x);
    case 'acosh':
      return exponential.inverseHyperbolicCosine(x);
    case 'atanh':
      return exponential.inverseHyperbolicTangent(x);
    case 'cbrt':
      return exponential.cubeRoot(x);
    case 'hypot':
      return exponential.hypotenuse(x, y);
    case 'sin':
      return trigonometry.sine(x);
    case 'cos':
      return trigonometry.cosine(x);
    case 'tan':
      return trigonometry.tangent(x);
    case 'asin':
      return trigonometry.arcsine(x);
    case 'acos':
      return trigonometry.arccosine(x);
    case 'atan':
      return trigonometry.arctangent(x);
    case 'atan2':
      return trigonometry.arctangent2(x, y);
    case 'erf':
      return gamma.errorFunction(x);
    case 'erfc':
      return gamma.complementaryErrorFunction(x);
    case 'lgamma':
      return gamma.logGamma(x);
    case 'tgamma':
      return gamma.gamma(x);
    default:
      throw new Error(`not a mathematical intrinsic: ${name}`);
  }
}

/** Halves away from zero, keeping -0. */
function roundAway(x: number): number {
  const whole = Math.trunc(x);
  return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole;
}
