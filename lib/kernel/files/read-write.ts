/**
 * read and write, at the offset of the description or at a place of their own (pread), from one buffer
 * or several (readv). What a description refers to decides who does it.
 */
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { readEvents, writeEvents } from '../event-descriptors/event-reads';
import { descriptionOf } from './descriptors';
import { fileOf, touch } from './files';
import { inodeOf } from './file-system';
import { fileTime } from './file-time';
import { generatedText } from './generated-files';
import { readFile, writeFile } from './inodes';
import type { CallResult, Kernel, SystemCallHandler } from '../kernel';
import { OpenFlag, readable, writable, type OpenFileDescription } from './open-file';
import { pipeOf, readPipe, writePipe } from './pipes';
import type { Process } from '../processes/process';
import { randomBytes } from './random-bytes';
import { readSocket, writeSocket } from '../sockets/message-calls';
import { readConsole, writeConsole } from '../terminal/terminal';
import { byteCountOf, gather, readBuffers, scatter, type UserBuffer } from '../memory/user-buffers';
import { Resource, softLimit } from '../processes/process-limits';
import { send } from '../signals/signals';

/** Linux moves at most this many bytes in one call. */
const TRANSFER_MAX = 0x7fff_f000;
/** Devices without an end are read in pieces of at most this. */
const DEVICE_TRANSFER_MAX = 1024 * 1024;

export const read: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null || !readable(description)) return -Errno.EBADF;
  const into = oneBuffer(context);
  return into === null ? -Errno.EINVAL : readFrom(kernel, process, context, description, into);
};

export const write: SystemCallHandler = (kernel, process, context) => {
  const fd = argument32(context, 0);
  const description = descriptionOf(kernel, process, fd);
  if (description === null || !writable(description)) return -Errno.EBADF;
  const from = oneBuffer(context);
  if (from === null) return -Errno.EINVAL;
  const bytes = gather(context.memory, from);
  return bytes === null ? -Errno.EFAULT : writeTo(kernel, process, fd, description, bytes);
};

export const readv: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null || !readable(description)) return -Errno.EBADF;
  const into = readBuffers(context, argument(context, 1), argument32(context, 2));
  return typeof into === 'number' ? into : readFrom(kernel, process, context, description, into);
};

export const writev: SystemCallHandler = (kernel, process, context) => {
  const fd = argument32(context, 0);
  const description = descriptionOf(kernel, process, fd);
  if (description === null || !writable(description)) return -Errno.EBADF;
  const from = readBuffers(context, argument(context, 1), argument32(context, 2));
  if (typeof from === 'number') return from;
  const bytes = gather(context.memory, from);
  return bytes === null ? -Errno.EFAULT : writeTo(kernel, process, fd, description, bytes);
};

export const pread64: SystemCallHandler = (kernel, process, context) => {
  const place = placeArgument(kernel, process, context, readable);
  if (typeof place === 'number') return place;
  const { description, offset, buffers } = place;
  const { target } = description;
  if (target.kind === 'directory') return -Errno.EISDIR;
  const here = description.offset;
  description.offset = offset;
  const result = readFrom(kernel, process, context, description, buffers);
  description.offset = here;
  return result;
};

/** With O_APPEND the bytes go to the end all the same: Linux's known deviation, pwrite(2). */
export const pwrite64: SystemCallHandler = (kernel, process, context) => {
  const place = placeArgument(kernel, process, context, writable);
  if (typeof place === 'number') return place;
  const { description, offset, buffers } = place;
  const bytes = gather(context.memory, buffers);
  if (bytes === null) return -Errno.EFAULT;
  const here = description.offset;
  description.offset = offset;
  const result = writeTo(kernel, process, argument32(context, 0), description, bytes);
  description.offset = here;
  return result;
};

/** Address and size in arguments 1 and 2; null where the size is negative. */
function oneBuffer(context: ExecutionContext): readonly UserBuffer[] | null {
  const byteCount = argument(context, 2);
  if (byteCount < 0) return null;
  return [{ address: argument(context, 1), byteCount: Math.min(byteCount, TRANSFER_MAX) }];
}

interface Place {
  readonly description: OpenFileDescription;
  readonly offset: number;
  readonly buffers: readonly UserBuffer[];
}

/** Of pread and pwrite, or -errno. */
function placeArgument(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  allowed: (description: OpenFileDescription) => boolean,
): Place | number {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  const offset = argument(context, 3);
  if (offset < 0) return -Errno.EINVAL;
  if (description === null) return -Errno.EBADF;
  const { kind } = description.target;
  if (kind === 'pipe' || kind === 'socket' || kind === 'console' || kind === 'events')
    return -Errno.ESPIPE;
  if (!allowed(description)) return -Errno.EBADF;
  const buffers = oneBuffer(context);
  return buffers === null ? -Errno.EINVAL : { description, offset, buffers };
}

function readFrom(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  description: OpenFileDescription,
  into: readonly UserBuffer[],
): CallResult {
  const { target } = description;
  const count = byteCountOf(into);
  switch (target.kind) {
    case 'pipe':
      return readPipe(kernel, process, description, pipeOf(kernel, target.pipe), into);
    case 'socket':
      return readSocket(kernel, description, target.socket, into);
    case 'console':
      return readConsole(kernel, process, description, into);
    case 'events':
      return readEvents(kernel, description, into);
    case 'directory':
      return -Errno.EISDIR;
    case 'message-queue':
      return -Errno.EINVAL;
    case 'null':
      return 0;
    case 'zero':
    case 'full':
      return scatter(context.memory, into, new Uint8Array(Math.min(count, DEVICE_TRANSFER_MAX)));
    case 'random':
    case 'urandom': {
      const bytes = randomBytes(kernel, process, Math.min(count, DEVICE_TRANSFER_MAX));
      return scatter(context.memory, into, bytes);
    }
    case 'generated':
      return readGenerated(kernel, context, description, into, count);
    case 'file': {
      const file = fileOf(kernel, description);
      if (file === null) return -Errno.EBADF;
      const bytes = readFile(kernel, file.content, description.offset, count);
      const result = scatter(context.memory, into, bytes);
      if (result < 0) return result;
      description.offset += bytes.length;
      file.inode.accessed = fileTime(kernel.state.timeNs);
      return result;
    }
  }
}

/** A file of /proc: read from the beginning it tells of now, further on of that same moment. */
function readGenerated(
  kernel: Kernel,
  context: ExecutionContext,
  description: OpenFileDescription,
  into: readonly UserBuffer[],
  count: number,
): number {
  const { target, offset } = description;
  if (target.kind !== 'generated') throw new Error('not a generated file');
  const { content } = inodeOf(kernel.state.files, target.inode);
  if (offset === 0 && content.kind === 'proc') {
    const text = generatedText(kernel, content.node);
    if (text === null) return -Errno.ESRCH;
    description.target = { ...target, text };
  }
  const { text } = description.target.kind === 'generated' ? description.target : target;
  const bytes = text.subarray(offset, offset + count);
  description.offset += bytes.length;
  return scatter(context.memory, into, bytes);
}

function writeTo(
  kernel: Kernel,
  process: Process,
  fd: number,
  description: OpenFileDescription,
  bytes: Uint8Array,
): CallResult {
  const { target } = description;
  switch (target.kind) {
    case 'pipe':
      return writePipe(kernel, process, description, pipeOf(kernel, target.pipe), bytes);
    case 'socket':
      return writeSocket(kernel, process, description, target.socket, bytes);
    case 'events':
      return writeEvents(kernel, description, bytes);
    case 'directory':
    case 'generated':
      return -Errno.EBADF;
    case 'message-queue':
      return -Errno.EINVAL;
    case 'console': {
      const stream = target.stream === 'stderr' ? 'stderr' : 'stdout';
      return writeConsole(kernel, process, fd, stream, bytes);
    }
    case 'null':
    case 'zero':
    case 'random':
    case 'urandom':
      return bytes.length;
    case 'full':
      return bytes.length === 0 ? 0 : -Errno.ENOSPC;
    case 'file': {
      const file = fileOf(kernel, description);
      if (file === null) return -Errno.EBADF;
      if (bytes.length === 0) return 0;
      if ((description.flags & OpenFlag.O_APPEND) !== 0) description.offset = file.content.size;
      const room = softLimit(process, Resource.RLIMIT_FSIZE) - description.offset;
      if (room <= 0) {
        send(kernel, process, Signal.SIGXFSZ, null);
        return -Errno.EFBIG;
      }
      const part = room < bytes.length ? bytes.subarray(0, room) : bytes;
      const written = writeFile(kernel, file.content, description.offset, part);
      if (written > 0) description.offset += written;
      touch(kernel, file.inode);
      return written;
    }
  }
}
