/**
 * The start of a process and of a thread: what execve leaves on the stack. As System V has it, strings, argv[] and
 * envp[] lie on top; `_start(argc, argv, envp)` sees them as ordinary parameters of a frame whose
 * return address is 0. Leaves out: the auxiliary vector.
 */
import { ARGUMENTS_LIMIT, FRAME_RECORD_BYTES, PAGE_SIZE, STACK_TOP } from '../abi/address-space';
import type { ProgramImage } from '../abi/image';
import { newContext, type ExecutionContext } from './context';
import { ProcessMemory, type MemoryLimits } from './memory';
import { Shadow } from './shadow';

/**
 * A thread that calls `entry(first, second)` on a new stack of about `stackBytes`. Its copies of
 * `_Thread_local` objects, as the program starts with, lie on top of the stack: System V's variant
 * of thread-local storage but for the direction. null: no room in the address space.
 */
export function startThread(
  creator: ExecutionContext,
  entry: number,
  stackBytes: number,
  first: Uint8Array,
  second: Uint8Array,
): ExecutionContext | null {
  const { image, memory, noted } = creator;
  const { address, bytes: initial } = image.threadLocal;
  const held = (initial.length + 4 * FRAME_RECORD_BYTES) & -FRAME_RECORD_BYTES;
  const stack = memory.addThreadStack(Math.ceil((stackBytes + held) / PAGE_SIZE) * PAGE_SIZE);
  if (stack === null) return null;
  const tp = (stack.top - initial.length - FRAME_RECORD_BYTES) & -FRAME_RECORD_BYTES;
  memory.writeBytes(tp, initial);
  memory.poison(tp, initial.length + FRAME_RECORD_BYTES, Shadow.globalRedzone);
  for (const { location, bytes } of image.globals)
    if (location >= address && location < address + initial.length)
      memory.unpoison(tp + location - address, bytes);
  const parameters = tp - FRAME_RECORD_BYTES;
  memory.writeBytes(parameters, first);
  memory.writeBytes(parameters + 8, second);
  const frame = parameters - FRAME_RECORD_BYTES;
  memory.poison(frame, FRAME_RECORD_BYTES, Shadow.frameRecord);
  const registers = { pc: entry, sp: frame, fp: frame, tp, stack };
  return newContext({ image, memory, ...registers, instructions: 0, noted, copying: null });
}

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
  return newContext({
    image,
    memory,
    pc: image.entry,
    sp: frame,
    fp: frame,
    // An engine can have come to keep the integer as a double, and would then keep every context's so.
    tp: image.threadLocal.address | 0,
    stack: { floor: memory.stackFloor, top: STACK_TOP },
    instructions: 0,
    noted: new Set(),
    copying: null,
  });
}
