import type { LocalVariable, Statement } from '../typed-tree';
import type { Checker } from './checker';
export function warnUninitialized(_c: Checker, _b: Statement, _l: readonly LocalVariable[]): void {}
