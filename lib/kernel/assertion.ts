/** assert(3)'s failure: a finding at the student's line, then SIGABRT. The library has printed its message. */
import { Signal } from '../abi/signals';
import { argument } from '../vm/context';
import { studentFrames } from '../vm/stack-walk';
import type { Finding, SourcePosition } from './events';
import { noteFinding, type SystemCallHandler } from './kernel';
import { send } from './signals/signals';
import { readPath } from './memory/user-memory';

export const assertFail: SystemCallHandler = (kernel, process, context) => {
  const expression = readPath(context, argument(context, 0));
  const stack = [...studentFrames(context)].flatMap(({ position }): SourcePosition[] =>
    position === null ? [] : [position],
  );
  const finding: Finding = {
    kind: 'assertion',
    message: `Assertion failed: ${expression.kind === 'value' ? expression.value : '?'}`,
    fatal: true,
    at: stack[0] ?? null,
    stack,
  };
  noteFinding(kernel, process.pid, finding);
  send(kernel, process, Signal.SIGABRT, process.pid);
  return 0;
};
