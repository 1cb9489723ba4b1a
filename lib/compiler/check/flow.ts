import type { Span } from '../source';
import type { Statement } from '../typed-tree';
import type { Checker } from './checker';
import type { FunctionState } from './function-state';
export function checkFlow(_c: Checker, _s: FunctionState, _b: Statement, _e: Span): void {}
