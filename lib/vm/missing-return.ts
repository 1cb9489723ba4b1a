/**
 * Functions that end without giving the value that they should. That is an error only if the caller
 * uses the value (C11 6.9.1:12): whether it does, the code after the call tells, as far as the next
 * jump. Callers in the C library are trusted.
 */
import { TEXT_BASE } from '../abi/address-space';
import { Opcode, OPCODES } from '../abi/opcodes';
import type { ProgramImage } from '../abi/image';
import type { ExecutionContext } from './context';
import { functionAt, positionAt } from './debug-info';
import { noteOnce } from './finding';
import type { Trap } from './trap';

const INSTRUCTIONS_MAX = 16;
/** After these nothing is known of the result's slot, or it is another's. */
const ENDS = /^(J|ADDJ|SWITCH|CALLR|INTR|SYS|RET$|RETN)/;

/** Does RETN: as RET, with a finding if the value is used. */
export function returnWithoutValue(context: ExecutionContext): Trap | null {
  const { memory, image, fp } = context;
  const word = (fp - memory.stackDelta) >> 2;
  const callerFp = memory.i32[word] as number;
  const returnTo = ((memory.i32[word + 2] as number) - TEXT_BASE) >> 2;
  const caller = functionAt(image, returnTo);
  let note: Trap | null = null;
  if (caller?.library === false && usesSlot(image, returnTo, (fp + 16 - callerFp) >> 2)) {
    const name = functionAt(image, context.pc)?.name ?? '?';
    const line = positionAt(image, returnTo - 1)?.line ?? 0;
    note = noteOnce(
      context,
      'missing-return',
      () =>
        `\`${name}\` ends here without \`return\`, but \`${caller.name}\` uses its value at line ${line}: what that gets is whatever was there before.`,
    );
  }
  memory.shadow16[word >> 2] = 0;
  context.sp = fp + 16;
  context.fp = callerFp;
  context.pc = returnTo;
  return note;
}

function usesSlot(image: ProgramImage, from: number, slot: number): boolean {
  const { code } = image;
  let at = from;
  for (let count = 0; count < INSTRUCTIONS_MAX; count++) {
    const op = code[at] ?? 0;
    const info = OPCODES[op];
    if (info === undefined) return false;
    if (op === Opcode.GRES32 || op === Opcode.GRES64) return true;
    const letters = [...info.operands];
    const reads = letters.some((letter, k) => 'abc'.includes(letter) && code[at + 1 + k] === slot);
    if (reads) return true;
    if (op === Opcode.CALL) {
      return (functionAt(image, code[at + 1] ?? 0)?.parameters.length ?? 0) > 0;
    }
    const writes = letters.some((letter, k) => letter === 'd' && code[at + 1 + k] === slot);
    if (writes || ENDS.test(info.name)) return false;
    at += 1 + letters.length;
  }
  return false;
}
