/** The command's own standard streams, synchronously, as a C program would use them. */
import fs from 'node:fs';

/** Ends quietly when the reader has gone, as SIGPIPE would end a C program. */
const EXIT_BROKEN_PIPE = 141;

const pause = new Int32Array(new SharedArrayBuffer(4));

export function waitMs(ms: number): void {
  Atomics.wait(pause, 0, 0, ms);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Nothing can be read or written just now. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === 'EAGAIN';
}

export function writeAll(fd: 1 | 2, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += fs.writeSync(fd, bytes, done);
    } catch (error) {
      // Somebody made the pipe non-blocking, and it is full.
      if (isBusy(error)) waitMs(2);
      else if (codeOf(error) === 'EPIPE') process.exit(EXIT_BROKEN_PIPE);
      else throw error;
    }
  }
}

/** Up to 64 KB; empty at the end of the input. Blocks. */
function readSome(): Uint8Array {
  const buffer = new Uint8Array(65_536);
  for (;;) {
    try {
      return buffer.subarray(0, fs.readSync(0, buffer));
    } catch (error) {
      if (isBusy(error)) waitMs(5);
      else if (codeOf(error) === 'EOF') return new Uint8Array();
      else throw error;
    }
  }
}

/**
 * What a program that waits for input is given: the next line of a terminal, or all that a pipe or
 * file has, so that a run does not depend on how fast somebody writes. null at the end.
 */
export function nextInput(): Uint8Array | null {
  if (fs.fstatSync(0).isCharacterDevice()) {
    const line = readSome();
    return line.length === 0 ? null : line;
  }
  const chunks: Uint8Array[] = [];
  for (let chunk = readSome(); chunk.length > 0; chunk = readSome()) chunks.push(chunk);
  return chunks.length === 0 ? null : Buffer.concat(chunks);
}

/** All of it, before the program begins; nothing is asked of a terminal. */
export function standardInput(): Uint8Array {
  if (fs.fstatSync(0).isCharacterDevice()) return new Uint8Array(0);
  return nextInput() ?? new Uint8Array(0);
}
