/**
 * The start of a process: what execve leaves on the stack. As System V has it, strings, argv[] and
 * envp[] lie on top; `_start(argc, argv, envp)` sees them as ordinary parameters of a frame whose
 * return address is 0. Leaves out: the auxiliary vector.
 */
import { ARGUMENTS_LIMIT, FRAME_RECORD_BYTES, STACK_TOP } from '../abi/address-space';
import type { ProgramImage } from '../abi/image';
import type { ExecutionContext } from './context';
import { ProcessMemory, type MemoryLimits } from './memory';
import { Shadow } from './shadow';

/** Strings without their terminating zero. null: they don't fit (E2BIG). */
export function startContext(
  image: ProgramImage,
  argv: readonly Uint8Array[],
  envp: readonly Uint8Array[],
  limits?: MemoryLimits,
): ExecutionContext | null {
  const pointerBytes = 8 * (argv.length + envp.length + 2);
  const strings = [...argv, ...envp];
  const stringBytes = strings.reduce((sum, string) => sum + string.length + 1, 0);
  if (stringBytes + pointerBytes + 16 > ARGUMENTS_LIMIT - STACK_TOP) return null;

  const memory = ProcessMemory.load(image, limits);
  const argvAddress = (ARGUMENTS_LIMIT - stringBytes - pointerBytes) & ~15;
  const envpAddress = argvAddress + 8 * (argv.length + 1);
  let pointer = argvAddress;
  let text = ARGUMENTS_LIMIT - stringBytes;
  strings.forEach((string, k) => {
    if (k === argv.length) pointer += 8; // argv's terminating null
    memory.writeInt64(pointer, text);
    memory.writeBytes(text, string);
    pointer += 8;
    text += string.length + 1;
  });

  const parameters = STACK_TOP - 32;
  memory.writeInt64(parameters, argv.length);
  memory.writeInt64(parameters + 8, argvAddress);
  memory.writeInt64(parameters + 16, envpAddress);
  const frame = parameters - FRAME_RECORD_BYTES;
  memory.poison(frame, FRAME_RECORD_BYTES, Shadow.frameRecord);
  return {
    image,
    memory,
    pc: image.entry,
    sp: frame,
    fp: frame,
    instructions: 0,
    noted: new Set(),
  };
}
