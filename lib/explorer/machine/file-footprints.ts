/** What system calls on files, pipes, sockets and terminals touch. */
import { inodeOf } from '../../kernel/files/file-system';
import { allInodes, peekInode } from '../../kernel/files/inode-table';
import type { SystemCallName } from '../../abi/system-calls';
import { OpenFlag, type OpenFileDescription } from '../../kernel/files/open-file';
import type { CallContext, Toucher } from './call-context';
import { touchesNothing } from './call-context';

const IOVEC_BYTES = 16;
const STAT_BYTES = 144;
/** At most, of what is known of ioctl: a struct termios. */
const IOCTL_BYTES = 60;

/** Closing one reference of a description. */
export function touchClosing(call: CallContext, description: OpenFileDescription): void {
  const { target, references, id } = description;
  const { kernel } = call;
  switch (target.kind) {
    case 'file': {
      const { records, whole } = kernel.state.fileLocks;
      const isLocked =
        records.get(target.inode)?.some(({ owner }) => owner === call.process.pid) === true ||
        whole.get(target.inode)?.some((lock) => lock.description === id) === true;
      if (isLocked) call.writes('file-locks');
      else call.reads('file-locks');
      return;
    }
    case 'pipe': {
      // Whoever is last tells the other end, and who that is depends on all.
      call.writes('description', id);
      if (references > 1) return;
      call.writes('pipe', target.pipe);
      const pipe = kernel.state.pipes.get(target.pipe);
      if (pipe !== undefined && (peekInode(kernel.state.files.inodes, pipe.inode)?.links ?? 0) > 0)
        call.writes('pipe-numbers');
      return;
    }
    case 'socket':
      call.writes('description', id);
      if (references === 1) call.writes('network');
      return;
    case 'events':
      if (references === 1) call.writes('everything');
      return;
    default:
  }
}

/** Buffers of read and write in arguments 1 and 2, or of their forms with several buffers. */
function buffers(call: CallContext, vector: boolean, use: 'read' | 'write'): void {
  const visit = (address: number, bytes: number): void => {
    if (use === 'read') call.readsMemory(address, bytes);
    else call.writesMemory(address, bytes);
  };
  if (!vector) {
    visit(call.arg(1), call.arg(2));
    return;
  }
  const { memory } = call.context;
  for (let k = 0; k < call.int(2); k++) {
    const at = call.arg(1) + IOVEC_BYTES * k;
    visit(memory.readInt64(at) ?? 0, memory.readInt64(at + 8) ?? 0);
  }
}

function reading(vector: boolean, atPlace: boolean): Toucher {
  return (call) => {
    call.usesProcess('read');
    buffers(call, vector, 'write');
    const description = call.description(0);
    if (description !== null) touchTransfer(call, description, 'read', atPlace);
  };
}

function writing(vector: boolean, atPlace: boolean): Toucher {
  return (call) => {
    call.usesProcess('read');
    buffers(call, vector, 'read');
    const description = call.description(0);
    if (description !== null) touchTransfer(call, description, 'write', atPlace);
  };
}

/** What is read or written through a description. */
function touchTransfer(
  call: CallContext,
  description: OpenFileDescription,
  use: 'read' | 'write',
  atPlace: boolean,
): void {
  const { target, id } = description;
  switch (target.kind) {
    case 'console':
      if (use === 'read') call.writes('input');
      else call.writes('output', target.stream === 'stderr' ? 2 : 1);
      return;
    case 'pipe':
      // Whether it waits is said by a flag of the description.
      call.reads('description', id);
      call.writes('pipe', target.pipe);
      return;
    case 'socket':
      call.writes('network');
      return;
    case 'file':
      if (!atPlace) call.writes('description', id);
      if (use === 'read') call.reads('file', target.inode);
      else call.writes('file', target.inode);
      call.reads('files');
      touchMappings(call, target.inode, atPlace ? call.arg(3) : description.offset, use);
      return;
    case 'message-queue':
    case 'directory':
      call.writes('description', id);
      return;
    case 'random':
    case 'urandom':
      call.writes('random');
      return;
    case 'events':
      call.writes('everything');
      return;
    case 'generated':
      // Text of /proc tells of everybody.
      call.writes('everything');
      return;
    case 'null':
    case 'zero':
    case 'full':
      return;
    default:
      call.writes('everything');
  }
}

/** Mappings of a file show its contents. */
function touchMappings(
  call: CallContext,
  inode: number,
  offset: number,
  use: 'read' | 'write',
): void {
  const { content } = inodeOf(call.kernel.state.files, inode);
  if (content.kind !== 'file' || content.region === null) return;
  const bytes = Math.min(Math.max(0, call.arg(2)), content.size - offset);
  call.usesRegion(content.region, offset, bytes, use);
}

/** `flagsAt`: the argument with the flags; null: as creat. */
function opening(flagsAt: number | null): Toucher {
  return (call) => {
    call.usesProcess('write');
    const flags = flagsAt === null ? OpenFlag.O_CREAT | OpenFlag.O_TRUNC : call.int(flagsAt);
    if ((flags & OpenFlag.O_CREAT) !== 0) call.writes('names');
    else call.reads('names');
    if ((flags & (OpenFlag.O_TRUNC | OpenFlag.O_CREAT)) !== 0) call.writes('files');
    if ((flags & OpenFlag.O_TRUNC) !== 0) touchAnyMapped(call);
    touchFifos(call);
  };
}

/** Any FIFO may be what is opened: its other end may wait, or is there or not. */
function touchFifos(call: CallContext): void {
  for (const { content, links } of allInodes(call.kernel.state.files.inodes)) {
    if (content.kind !== 'pipe' || links === 0) continue;
    call.writes('pipe-numbers');
    if (content.pipe !== null) call.writes('pipe', content.pipe);
  }
}

const onDescription: Toucher = (call) => {
  call.usesProcess('read');
  const description = call.description(0);
  if (description === null) return;
  call.writes('description', description.id);
  const { target } = description;
  if (target.kind === 'file') {
    call.reads('file', target.inode);
    call.reads('files');
  } else if (target.kind === 'directory') call.reads('names');
  else if (target.kind === 'generated') call.writes('everything');
};

const ofAttributes: Toucher = (call) => {
  call.reads('names');
  call.writes('files');
};

const ofDescriptionAttributes: Toucher = (call) => {
  call.usesProcess('read');
  const description = call.description(0);
  if (description === null) return;
  if (description.target.kind === 'file') call.writes('files');
};

/** What is cut off of a mapped file can't be accessed any more. */
const cuttingOff: Toucher = (call) => {
  ofDescriptionAttributes(call);
  const target = call.description(0)?.target;
  if (target?.kind !== 'file') return;
  const { content } = inodeOf(call.kernel.state.files, target.inode);
  if (content.kind !== 'file' || content.region === null) return;
  const length = Math.max(0, call.arg(1));
  call.usesRegion(content.region, length, content.size - length, 'write');
};

/** Of a file told by its name: it may be any of those that are mapped. */
function touchAnyMapped(call: CallContext): void {
  for (const { content } of allInodes(call.kernel.state.files.inodes))
    if (content.kind === 'file' && content.region !== null) call.writes('everything');
}

const cuttingOffByName: Toucher = (call) => {
  ofNames(call);
  touchAnyMapped(call);
};

const ofNames: Toucher = (call) => {
  call.writes('names');
  call.writes('files');
};

const closing: Toucher = (call) => {
  call.usesProcess('write');
  const description = call.description(0);
  if (description !== null) touchClosing(call, description);
};

const duplicating: Toucher = (call) => {
  call.usesProcess('write');
  const description = call.description(0);
  if (description !== null && description.target.kind === 'pipe')
    call.reads('description', description.id);
};

const duplicatingTo: Toucher = (call) => {
  duplicating(call);
  const replaced = call.description(1);
  if (replaced !== null) touchClosing(call, replaced);
};

const polling: Toucher = (call) => {
  call.usesProcess('read');
  for (const descriptor of call.process.descriptors) {
    if (descriptor === null) continue;
    const target = call.kernel.state.descriptions.get(descriptor.description)?.target;
    if (target?.kind === 'pipe') call.reads('pipe', target.pipe);
    else if (target?.kind === 'socket') call.reads('network');
    else if (target?.kind === 'console') call.reads('input');
    else if (target?.kind === 'message-queue') call.reads('file', target.inode);
    else if (target?.kind === 'events') call.reads('everything');
  }
};

const F_GETFL = 3;
const F_SETFL = 4;
const F_GETLK = 5;
const F_SETLKW = 7;
const OFD_GETLK = 36;
const OFD_SETLKW = 38;

const fcntl: Toucher = (call) => {
  const command = call.int(1);
  const locks =
    (command >= F_GETLK && command <= F_SETLKW) || (command >= OFD_GETLK && command <= OFD_SETLKW);
  call.usesProcess(locks ? 'read' : 'write');
  if (locks) call.writes('file-locks');
  else {
    const description = call.description(0);
    if (description === null) return;
    if (command === F_SETFL) call.writes('description', description.id);
    else if (command === F_GETFL) call.reads('description', description.id);
    else if (command > F_SETFL) call.writes('everything');
    else if (description.target.kind === 'pipe') call.reads('description', description.id);
  }
};

const locking: Toucher = (call) => {
  call.usesProcess('read');
  call.writes('file-locks');
};

const makingPipe: Toucher = (call) => {
  call.usesProcess('write');
  call.writes('pipe-numbers');
  call.writesMemory(call.arg(0), 8);
};

const onNetwork: Toucher = (call) => {
  call.usesProcess('write');
  call.writes('network');
};

const receiving: Toucher = (call) => {
  onNetwork(call);
  call.writesMemory(call.arg(1), call.arg(2));
};

const sending: Toucher = (call) => {
  onNetwork(call);
  call.readsMemory(call.arg(1), call.arg(2));
};

const ioctl: Toucher = (call) => {
  call.usesProcess('read');
  const description = call.description(0);
  call.writesMemory(call.arg(2), IOCTL_BYTES);
  if (description === null) return;
  const { target } = description;
  switch (target.kind) {
    case 'console':
      call.writes('terminal');
      call.reads('input');
      return;
    case 'pipe':
      // How many bytes there are.
      call.reads('pipe', target.pipe);
      return;
    default:
      call.writes('everything');
  }
};

const stating = (inner: Toucher): Toucher => {
  return (call) => {
    inner(call);
    call.writesMemory(call.arg(1), STAT_BYTES);
  };
};

const ofProcess: Toucher = (call) => {
  call.usesProcess('write');
  call.reads('names');
};

export const fileFootprints = {
  read: reading(false, false),
  readv: reading(true, false),
  pread64: reading(false, true),
  write: writing(false, false),
  writev: writing(true, false),
  pwrite64: writing(false, true),
  open: opening(1),
  openat: opening(2),
  creat: opening(null),
  close: closing,
  dup: duplicating,
  dup2: duplicatingTo,
  dup3: duplicatingTo,
  lseek: onDescription,
  getdents: onDescription,
  getdents64: onDescription,
  ftruncate: cuttingOff,
  truncate: cuttingOffByName,
  sync: touchesNothing,
  fsync: touchesNothing,
  fdatasync: touchesNothing,
  stat: stating(ofAttributes),
  lstat: stating(ofAttributes),
  fstat: stating(ofDescriptionAttributes),
  newfstatat: ofAttributes,
  statfs: touchesNothing,
  fstatfs: touchesNothing,
  poll: polling,
  ppoll: polling,
  select: polling,
  pselect6: polling,
  ioctl,
  fcntl,
  flock: locking,
  pipe: makingPipe,
  pipe2: makingPipe,
  getrandom: (call) => {
    call.writes('random');
  },
  access: ofAttributes,
  faccessat: ofAttributes,
  faccessat2: ofAttributes,
  chmod: ofAttributes,
  chown: ofAttributes,
  lchown: ofAttributes,
  fchmodat: ofAttributes,
  fchownat: ofAttributes,
  utimensat: ofAttributes,
  fchmod: ofDescriptionAttributes,
  fchown: ofDescriptionAttributes,
  umask: ofProcess,
  chdir: ofProcess,
  fchdir: ofProcess,
  getcwd: ofProcess,
  mkdir: ofNames,
  mkdirat: ofNames,
  mknod: ofNames,
  mknodat: ofNames,
  rmdir: ofNames,
  link: ofNames,
  linkat: ofNames,
  symlink: ofNames,
  symlinkat: ofNames,
  readlink: ofAttributes,
  readlinkat: ofAttributes,
  unlink: ofNames,
  unlinkat: ofNames,
  rename: ofNames,
  renameat: ofNames,
  renameat2: ofNames,
  socket: onNetwork,
  socketpair: onNetwork,
  bind: onNetwork,
  listen: onNetwork,
  accept: onNetwork,
  accept4: onNetwork,
  connect: onNetwork,
  getsockname: onNetwork,
  getpeername: onNetwork,
  sendto: sending,
  recvfrom: receiving,
  setsockopt: onNetwork,
  getsockopt: onNetwork,
  shutdown: onNetwork,
} satisfies Partial<Record<SystemCallName, Toucher>>;
