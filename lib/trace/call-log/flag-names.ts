/** Names of flags and values in arguments of system calls, in the order in which strace writes them. */
import type { NumberKind } from '../../abi/call-arguments';

type Names = readonly (readonly [name: string, value: number])[];

const OPEN: Names = [
  ['O_CREAT', 0o100],
  ['O_EXCL', 0o200],
  ['O_NOCTTY', 0o400],
  ['O_TRUNC', 0o1000],
  ['O_APPEND', 0o2000],
  ['O_NONBLOCK', 0o4000],
  ['O_SYNC', 0o4010000],
  ['O_DSYNC', 0o10000],
  ['O_ASYNC', 0o20000],
  ['O_TMPFILE', 0o20200000],
  ['O_DIRECTORY', 0o200000],
  ['O_NOFOLLOW', 0o400000],
  ['O_NOATIME', 0o1000000],
  ['O_CLOEXEC', 0o2000000],
  ['O_PATH', 0o10000000],
];
const OPEN_MODES = ['O_RDONLY', 'O_WRONLY', 'O_RDWR'];

/** Sets of bits: [what is written for none, names]. */
const BITS: Partial<Record<NumberKind, readonly [none: string, names: Names]>> = {
  'access-mode': [
    'F_OK',
    [
      ['R_OK', 4],
      ['W_OK', 2],
      ['X_OK', 1],
    ],
  ],
  protection: [
    'PROT_NONE',
    [
      ['PROT_READ', 1],
      ['PROT_WRITE', 2],
      ['PROT_EXEC', 4],
    ],
  ],
  'map-flags': [
    '0',
    [
      ['MAP_SHARED_VALIDATE', 3],
      ['MAP_SHARED', 1],
      ['MAP_PRIVATE', 2],
      ['MAP_FIXED', 0x10],
      ['MAP_ANONYMOUS', 0x20],
      ['MAP_LOCKED', 0x2000],
      ['MAP_NORESERVE', 0x4000],
      ['MAP_POPULATE', 0x8000],
      ['MAP_STACK', 0x2_0000],
      ['MAP_FIXED_NOREPLACE', 0x10_0000],
    ],
  ],
  'wait-options': [
    '0',
    [
      ['WNOHANG', 1],
      ['WSTOPPED', 2],
      ['WEXITED', 4],
      ['WCONTINUED', 8],
      ['WNOWAIT', 0x100_0000],
    ],
  ],
  'message-flags': [
    '0',
    [
      ['IPC_NOWAIT', 0o4000],
      ['MSG_NOERROR', 0o10000],
      ['MSG_EXCEPT', 0o20000],
      ['MSG_COPY', 0o40000],
    ],
  ],
  'socket-message-flags': [
    '0',
    [
      ['MSG_OOB', 1],
      ['MSG_PEEK', 2],
      ['MSG_DONTROUTE', 4],
      ['MSG_CTRUNC', 8],
      ['MSG_TRUNC', 0x20],
      ['MSG_DONTWAIT', 0x40],
      ['MSG_EOR', 0x80],
      ['MSG_WAITALL', 0x100],
      ['MSG_NOSIGNAL', 0x4000],
      ['MSG_MORE', 0x8000],
      ['MSG_CMSG_CLOEXEC', 0x4000_0000],
    ],
  ],
  'sleep-flags': ['0', [['TIMER_ABSTIME', 1]]],
  'at-flags': [
    '0',
    [
      ['AT_SYMLINK_NOFOLLOW', 0x100],
      ['AT_REMOVEDIR', 0x200],
      ['AT_SYMLINK_FOLLOW', 0x400],
      ['AT_EMPTY_PATH', 0x1000],
    ],
  ],
  'lock-operation': [
    '0',
    [
      ['LOCK_SH', 1],
      ['LOCK_EX', 2],
      ['LOCK_NB', 4],
      ['LOCK_UN', 8],
    ],
  ],
};

/** One of several values. */
const VALUES: Partial<Record<NumberKind, Names>> = {
  whence: [
    ['SEEK_SET', 0],
    ['SEEK_CUR', 1],
    ['SEEK_END', 2],
  ],
  'ipc-command': [
    ['IPC_RMID', 0],
    ['IPC_SET', 1],
    ['IPC_STAT', 2],
    ['IPC_INFO', 3],
  ],
  'semaphore-command': [
    ['IPC_RMID', 0],
    ['IPC_SET', 1],
    ['IPC_STAT', 2],
    ['IPC_INFO', 3],
    ['GETPID', 11],
    ['GETVAL', 12],
    ['GETALL', 13],
    ['GETNCNT', 14],
    ['GETZCNT', 15],
    ['SETVAL', 16],
    ['SETALL', 17],
  ],
  'socket-family': [
    ['AF_UNSPEC', 0],
    ['AF_UNIX', 1],
    ['AF_INET', 2],
    ['AF_INET6', 10],
  ],
  'socket-level': [
    ['SOL_SOCKET', 1],
    ['SOL_TCP', 6],
  ],
  'socket-option': [
    ['SO_DEBUG', 1],
    ['SO_REUSEADDR', 2],
    ['SO_TYPE', 3],
    ['SO_ERROR', 4],
    ['SO_DONTROUTE', 5],
    ['SO_BROADCAST', 6],
    ['SO_SNDBUF', 7],
    ['SO_RCVBUF', 8],
    ['SO_KEEPALIVE', 9],
    ['SO_OOBINLINE', 10],
    ['SO_LINGER', 13],
    ['SO_REUSEPORT', 15],
    ['SO_PASSCRED', 16],
    ['SO_RCVLOWAT', 18],
    ['SO_SNDLOWAT', 19],
    ['SO_RCVTIMEO_OLD', 20],
    ['SO_SNDTIMEO_OLD', 21],
    ['SO_ACCEPTCONN', 30],
    ['SO_PROTOCOL', 38],
    ['SO_DOMAIN', 39],
  ],
  'shutdown-how': [
    ['SHUT_RD', 0],
    ['SHUT_WR', 1],
    ['SHUT_RDWR', 2],
  ],
  'fcntl-command': [
    ['F_DUPFD', 0],
    ['F_GETFD', 1],
    ['F_SETFD', 2],
    ['F_GETFL', 3],
    ['F_SETFL', 4],
    ['F_GETLK', 5],
    ['F_SETLK', 6],
    ['F_SETLKW', 7],
    ['F_DUPFD_CLOEXEC', 1030],
    ['F_SETPIPE_SZ', 1031],
    ['F_GETPIPE_SZ', 1032],
  ],
  'signal-how': [
    ['SIG_BLOCK', 0],
    ['SIG_UNBLOCK', 1],
    ['SIG_SETMASK', 2],
  ],
  clock: [
    ['CLOCK_REALTIME', 0],
    ['CLOCK_MONOTONIC', 1],
    ['CLOCK_PROCESS_CPUTIME_ID', 2],
    ['CLOCK_THREAD_CPUTIME_ID', 3],
    ['CLOCK_MONOTONIC_RAW', 4],
    ['CLOCK_REALTIME_COARSE', 5],
    ['CLOCK_MONOTONIC_COARSE', 6],
    ['CLOCK_BOOTTIME', 7],
  ],
  resource: [
    'CPU',
    'FSIZE',
    'DATA',
    'STACK',
    'CORE',
    'RSS',
    'NPROC',
    'NOFILE',
    'MEMLOCK',
    'AS',
    'LOCKS',
    'SIGPENDING',
    'MSGQUEUE',
    'NICE',
    'RTPRIO',
    'RTTIME',
  ].map((name, k) => [`RLIMIT_${name}`, k]),
  'epoll-operation': [
    ['EPOLL_CTL_ADD', 1],
    ['EPOLL_CTL_DEL', 2],
    ['EPOLL_CTL_MOD', 3],
  ],
  'timer-which': [
    ['ITIMER_REAL', 0],
    ['ITIMER_VIRTUAL', 1],
    ['ITIMER_PROF', 2],
  ],
  'id-kind': [
    ['P_ALL', 0],
    ['P_PID', 1],
    ['P_PGID', 2],
  ],
};

export const POLL_NAMES: Names = [
  ['POLLIN', 1],
  ['POLLPRI', 2],
  ['POLLOUT', 4],
  ['POLLERR', 8],
  ['POLLHUP', 0x10],
  ['POLLNVAL', 0x20],
  ['POLLRDNORM', 0x40],
  ['POLLRDBAND', 0x80],
  ['POLLWRNORM', 0x100],
  ['POLLWRBAND', 0x200],
];

export const SEMAPHORE_FLAGS: Names = [
  ['SEM_UNDO', 0x1000],
  ['IPC_NOWAIT', 0o4000],
];

export const ACTION_FLAGS: Names = [
  ['SA_RESTORER', 0x400_0000],
  ['SA_ONSTACK', 0x800_0000],
  ['SA_RESTART', 0x1000_0000],
  ['SA_NODEFER', 0x4000_0000],
  ['SA_RESETHAND', 0x8000_0000],
  ['SA_NOCLDSTOP', 1],
  ['SA_NOCLDWAIT', 2],
  ['SA_SIGINFO', 4],
];

const SOCKET_TYPES = ['', 'SOCK_STREAM', 'SOCK_DGRAM', 'SOCK_RAW', '', 'SOCK_SEQPACKET'];
const SOCKET_TYPE_MASK = 0xf;

/** Names of all bits; what has none stands as a number at the end. */
export function bitNames(value: number, names: Names, none = '0'): string {
  if (value === 0) return none;
  let left = value >>> 0;
  const found: string[] = [];
  for (const [name, bits] of names) {
    if ((left & bits) >>> 0 !== bits >>> 0) continue;
    found.push(name);
    left = (left & ~bits) >>> 0;
  }
  if (left !== 0) found.push(`0x${left.toString(16)}`);
  return found.join('|');
}

export function openFlags(value: number): string {
  const mode = OPEN_MODES[value & 3] ?? '0x3';
  const rest = value & ~3;
  return rest === 0 ? mode : `${mode}|${bitNames(rest, OPEN)}`;
}

/** Flags of a get call of System V IPC, which are permissions, too. */
export function ipcFlags(value: number): string {
  const flags = value & ~0o777;
  const mode = `0${(value & 0o777).toString(8)}`;
  const names: Names = [
    ['IPC_CREAT', 0o1000],
    ['IPC_EXCL', 0o2000],
  ];
  if (flags === 0) return (value & 0o777) === 0 ? '000' : mode;
  return `${bitNames(flags, names)}|${mode === '00' ? '000' : mode}`;
}

/** Flags of shmat. */
export const ATTACH_FLAGS: Names = [
  ['SHM_RDONLY', 0o10000],
  ['SHM_RND', 0o20000],
  ['SHM_REMAP', 0o40000],
];

export function socketType(value: number): string {
  const name = SOCKET_TYPES[value & SOCKET_TYPE_MASK];
  const flags = bitNames(value & ~SOCKET_TYPE_MASK, [
    ['SOCK_CLOEXEC', 0o2000000],
    ['SOCK_NONBLOCK', 0o4000],
  ]);
  const type = name === undefined || name === '' ? String(value & SOCKET_TYPE_MASK) : name;
  return flags === '0' ? type : `${type}|${flags}`;
}

/** Of kinds that are sets of bits or one of several values; null: it is a number. */
export function namedNumber(kind: NumberKind, value: number): string | null {
  const bits = BITS[kind];
  if (bits !== undefined) return bitNames(value, bits[1], bits[0]);
  const values = VALUES[kind];
  if (values === undefined) return null;
  return values.find(([, each]) => each === value)?.[0] ?? null;
}
