/** What system calls on processes, threads, signals, time and memory touch. */
import type { SystemCallName } from '../../abi/system-calls';
import { Signal } from '../../abi/signals';
import { childrenOf } from '../../kernel/processes/wait';
import { INIT_PID, pid } from '../../kernel/pid';
import { has } from '../../kernel/signals/signal-set';
import { actionOf } from '../../kernel/signals/signals';
import type { Thread } from '../../kernel/threads/thread';
import { liveThread } from '../../kernel/threads/live-thread';
import type { CallContext, Toucher } from './call-context';
import { touchesNothing } from './call-context';
import { touchClosing } from './file-footprints';

/** The end of a process: its parent may wait for it, what it held is given up. */
export function touchProcessEnd(call: CallContext): void {
  const { kernel, process } = call;
  const { state } = kernel;
  call.reads('processes');
  call.reads('parent', process.pid);
  call.writes('end', process.pid);
  for (const id of process.threads) {
    call.writes('end', id);
    touchRobustMutexes(call, state.threads.get(id));
  }
  if (call.threaded) call.writes('threads', process.pid);
  // Threads that are not joined yet might as well be cut off.
  if (call.threaded) call.writes('life', process.pid);
  // init waits for everybody at once.
  if (process.parent !== INIT_PID) call.writes('children', process.parent);
  const parent = state.processes.get(process.parent);
  if (parent !== undefined) {
    const action = actionOf(parent, Signal.SIGCHLD);
    const blocked = parent.threads.some((id) => {
      const thread = state.threads.get(id);
      return thread !== undefined && has(thread.signals.blocked, Signal.SIGCHLD);
    });
    if (action.kind === 'handle' || blocked) call.writes('signals', parent.pid);
  }
  const children = childrenOf(kernel, process);
  // A child that ends later is nobody's zombie.
  if (children.length > 0) call.writes('children', process.pid);
  for (const child of children) {
    call.writes('parent', child.pid);
    if (child.parentDeathSignal !== 0 || kernel.orphans === 'cascade')
      call.writes('signals', child.pid);
  }
  for (const descriptor of process.descriptors) {
    const description =
      descriptor === null ? undefined : state.descriptions.get(descriptor.description);
    if (description !== undefined) touchClosing(call, description);
  }
  for (const undo of process.undo) call.writes('semaphore-set', undo.set);
  for (const { region } of process.attachments) touchDetaching(call, region);
  for (const other of state.processes.values())
    if (other.stopped !== null) call.writes('everything');
}

const ENDING: ReadonlySet<SystemCallName | undefined> = new Set<SystemCallName>([
  'exit',
  'exit_group',
  'assert_fail',
  'thread_exit',
]);

/** Whether its footprint is that of an end. */
export function endsByItself(call: SystemCallName | undefined): boolean {
  return ENDING.has(call);
}

/** Those that it holds tell of its end. */
function touchRobustMutexes(call: CallContext, thread: Thread | undefined): void {
  for (const address of thread?.robust ?? []) call.writesMemory(address, ROBUST_MUTEX_BYTES);
}

const ROBUST_MUTEX_BYTES = 20;
const THREAD_NAME_BYTES = 16;

/** One of several attachments is given up unseen; with the last one the region may go. */
export function touchDetaching(call: CallContext, region: number): void {
  const use = call.kernel.state.regions.get(region);
  if (use !== undefined && use.attached > 1) call.reads('region', region);
  else call.writes('region', region);
}

/** The end of a thread that is not its process's last. */
function touchThreadEnd(call: CallContext): void {
  const { process, thread, kernel } = call;
  if (process.threads.length === 1) {
    touchProcessEnd(call);
    return;
  }
  call.writes('end', thread.id);
  touchRobustMutexes(call, thread);
  if (thread.detached) call.writes('stacks', process.pid);
  // While the first thread goes on, nobody sees in which order the others end.
  const first = kernel.state.threads.get(process.pid);
  const firstGoesOn =
    first !== undefined && first !== thread && first.wait?.kind !== 'other-threads';
  if (firstGoesOn) call.reads('threads', process.pid);
  else call.writes('threads', process.pid);
}

const forking: Toucher = (call) => {
  call.usesProcess('read');
  call.writes('processes');
  // The child has a copy of what other threads are writing.
  if (call.threaded) call.copiesMemory();
  if (call.threaded) call.writes('children', call.process.pid);
};

/** A zombie that is waited for is gone for those who ask whether it is there. */
function touchZombies(call: CallContext): void {
  call.writes('children', call.process.pid);
  for (const child of childrenOf(call.kernel, call.process))
    if (child.status !== null) call.writes('end', child.pid);
}

/** Of any child, of one, or of those of a group. */
const waiting: Toucher = (call) => {
  touchZombies(call);
  const target = call.int(0);
  if (target === 0 || target < -1) call.reads('groups');
};

const P_PGID = 2;

const waitingFor: Toucher = (call) => {
  touchZombies(call);
  if (call.int(0) === P_PGID) call.reads('groups');
};

const onSelf: Toucher = (call) => {
  call.usesProcess('write');
};

const sending: Toucher = (call) => {
  const target = call.int(0);
  if (target > 0) touchReceiver(call, target);
  else {
    call.writes('processes');
    for (const process of call.kernel.state.processes.values()) touchReceiver(call, process.pid);
  }
};

/** A signal may stop the receiver or make it go on, of which its parent is told. */
function touchReceiver(call: CallContext, target: number): void {
  call.reads('end', target);
  const process = call.kernel.state.processes.get(pid(target));
  if (process === undefined) return;
  call.writes('signals', target);
  if (process.stopped !== null || call.int(1) === Signal.SIGCONT) call.writes('everything');
}

const sendingToThread: Toucher = (call) => {
  call.reads('end', call.int(0));
  call.writes('signals', call.int(0));
};

const ownSignals: Toucher = (call) => {
  call.writes('signals', call.process.pid);
};

/** Whoever cancels a thread writes the signals of its process, which every step of it reads. */
const ofOwnCancellation: Toucher = touchesNothing;

const onTimer: Toucher = (call) => {
  call.writes('timer', call.process.pid);
};

const readingClock: Toucher = (call) => {
  call.reads('clock');
};

const TIMESPEC_BYTES = 16;

/** How long: by a pointer in this argument. */
function sleeping(argument: number): Toucher {
  return (call) => {
    call.readsMemory(call.arg(argument), TIMESPEC_BYTES);
  };
}

/** Other threads may be using what is given back or protected. */
function touchPages(call: CallContext): void {
  if (!call.threaded) return;
  if (call.arg(1) > PAGES_BYTES_MAX) call.writes('everything');
  else call.writesMemory(call.arg(0), call.arg(1));
}

/** Word by word; beyond, all that anybody does conflicts. */
const PAGES_BYTES_MAX = 65_536;

const protecting: Toucher = (call) => {
  call.usesProcess('write');
  touchPages(call);
};

const onMemory: Toucher = (call) => {
  call.usesProcess('write');
};

const PR_SET_CHILD_SUBREAPER = 36;
const MAP_ANONYMOUS = 0x20;

const mapping: Toucher = (call) => {
  call.usesProcess('write');
  if ((call.int(3) & MAP_ANONYMOUS) !== 0) return;
  const description = call.description(4);
  if (description?.target.kind === 'file') {
    call.writes('file', description.target.inode);
    call.writes('files');
  }
};

const unmapping: Toucher = (call) => {
  call.usesProcess('write');
  touchPages(call);
  for (const { region, address, byteCount } of call.process.attachments)
    if (address < call.arg(0) + call.arg(1) && call.arg(0) < address + byteCount)
      touchDetaching(call, region);
};

const threadCreating: Toucher = (call) => {
  call.writes('stacks', call.process.pid);
  call.reads('threads', call.process.pid);
  call.writesMemory(call.arg(5), 8);
};

/** Of the thread whose pthread_t is in argument 0, which may have been detached: then it may be gone, too. */
const threadEnded: Toucher = (call) => {
  const found = call.process.joinable.get(call.arg(0));
  if (found !== undefined) {
    call.reads('threads', call.process.pid);
    call.writes('end', found.thread);
    if (found.result !== null) call.writes('stacks', call.process.pid);
  } else call.writes('threads', call.process.pid);
  call.writesMemory(call.arg(1), 8);
};

const threadSignalling: Toucher = (call) => {
  const target = liveThread(call.kernel, call.process, call.arg(0));
  if (target !== null) call.reads('end', target.id);
  call.writes('signals', call.process.pid);
};

const onGroups: Toucher = (call) => {
  call.writes('groups');
};

const onPriorities: Toucher = (call) => {
  call.writes('priorities');
};

const MUTEX_KIND = 8;
const ROBUST = 16;
const ROBUSTNESS = 16;

/** Owner, count and kind; what became of a robust one's owner. */
export function touchMutex(call: CallContext, address: number): void {
  call.writesMemory(address, 8);
  call.readsMemory(address + MUTEX_KIND, 4);
  if (isRobust(call, address)) call.writesMemory(address + ROBUSTNESS, 4);
}

export function isRobust({ context }: CallContext, mutex: number): boolean {
  return ((context.memory.readInt32(mutex + MUTEX_KIND) ?? 0) & ROBUST) !== 0;
}

/** Argument 0; a spinlock, which is one word, if the other one says so. */
function onMutex(spinlock: number): Toucher {
  return (call) => {
    if (call.int(spinlock) !== 0) call.writesMemory(call.arg(0), 4);
    else touchMutex(call, call.arg(0));
  };
}

const conditionWaiting: Toucher = (call) => {
  call.writesMemory(call.arg(0), 4);
  touchMutex(call, call.arg(1));
};

const conditionSignalling: Toucher = (call) => {
  call.writesMemory(call.arg(0), 4);
};

const lockOfTwoWords: Toucher = (call) => {
  call.writesMemory(call.arg(0), 8);
};

const LOCK_KIND = 8;

const onReadWriteLock: Toucher = (call) => {
  call.writesMemory(call.arg(0), 8);
  call.readsMemory(call.arg(0) + LOCK_KIND, 4);
};

export const processFootprints = {
  fork: forking,
  vfork: forking,
  execve: (call) => {
    call.writes('names');
    call.writes('files');
    if (call.threaded) touchProcessEnd(call);
    for (const descriptor of call.process.descriptors) {
      if (descriptor?.closeOnExec !== true) continue;
      const description = call.kernel.state.descriptions.get(descriptor.description);
      if (description !== undefined) touchClosing(call, description);
    }
  },
  exit: touchThreadEnd,
  exit_group: touchProcessEnd,
  assert_fail: (call) => {
    call.writes('output', 2);
    touchProcessEnd(call);
  },
  wait4: waiting,
  waitid: waitingFor,
  getpid: touchesNothing,
  gettid: touchesNothing,
  getppid: (call) => {
    call.reads('parent', call.process.pid);
  },
  getuid: touchesNothing,
  geteuid: touchesNothing,
  getgid: touchesNothing,
  getegid: touchesNothing,
  getresuid: touchesNothing,
  getresgid: touchesNothing,
  getgroups: touchesNothing,
  setuid: onSelf,
  setgid: onSelf,
  uname: touchesNothing,
  getrlimit: touchesNothing,
  setrlimit: onSelf,
  // A signal for the parent's death: the parent may be gone already.
  prctl: (call) => {
    onSelf(call);
    call.reads('parent', call.process.pid);
    // Whose orphans it takes.
    if (call.int(0) === PR_SET_CHILD_SUBREAPER) call.writes('processes');
  },
  getpgrp: onGroups,
  getpgid: onGroups,
  setpgid: onGroups,
  setsid: onGroups,
  getsid: onGroups,
  getpriority: onPriorities,
  setpriority: onPriorities,
  sched_setparam: onPriorities,
  sched_getparam: onPriorities,
  sched_setscheduler: onPriorities,
  sched_getscheduler: onPriorities,
  sched_get_priority_max: touchesNothing,
  sched_get_priority_min: touchesNothing,
  sched_getaffinity: onPriorities,
  sched_setaffinity: onPriorities,
  getcpu: touchesNothing,
  sched_yield: touchesNothing,
  cpu_burst: touchesNothing,
  announce_burst: touchesNothing,
  device_service: (call) => {
    call.writes('device');
  },
  kill: sending,
  rt_sigqueueinfo: sending,
  tgkill: sendingToThread,
  pause: ownSignals,
  rt_sigaction: ownSignals,
  rt_sigprocmask: ownSignals,
  rt_sigreturn: ownSignals,
  rt_sigpending: ownSignals,
  rt_sigsuspend: ownSignals,
  rt_sigtimedwait: ownSignals,
  sigaltstack: touchesNothing,
  nanosleep: sleeping(0),
  clock_nanosleep: sleeping(2),
  alarm: onTimer,
  getitimer: onTimer,
  setitimer: onTimer,
  time: readingClock,
  gettimeofday: readingClock,
  clock_gettime: readingClock,
  clock_getres: touchesNothing,
  times: readingClock,
  getrusage: readingClock,
  brk: onMemory,
  mmap: mapping,
  munmap: unmapping,
  mprotect: protecting,
  mremap: unmapping,
  msync: onMemory,
  mincore: onMemory,
  madvise: onMemory,
  mlock: onMemory,
  munlock: onMemory,
  mlockall: onMemory,
  munlockall: onMemory,
  thread_create: threadCreating,
  thread_exit: touchThreadEnd,
  thread_join: threadEnded,
  thread_detach: (call) => {
    threadEnded(call);
    call.writes('threads', call.process.pid);
  },
  thread_kill: threadSignalling,
  thread_cancel: threadSignalling,
  thread_name: (call) => {
    call.usesProcess('write');
    if (call.int(2) === 0) call.writesMemory(call.arg(1), THREAD_NAME_BYTES);
  },
  thread_cancel_state: ofOwnCancellation,
  thread_test_cancel: ofOwnCancellation,
  futex: (call) => {
    call.writesMemory(call.arg(0), 4);
  },
  mutex_lock: onMutex(3),
  mutex_trylock: onMutex(1),
  mutex_unlock: onMutex(1),
  mutex_destroy: (call) => {
    touchMutex(call, call.arg(0));
  },
  cond_wait: conditionWaiting,
  cond_signal: conditionSignalling,
  rwlock_lock: onReadWriteLock,
  rwlock_unlock: onReadWriteLock,
  rwlock_destroy: onReadWriteLock,
  barrier_wait: lockOfTwoWords,
  barrier_destroy: lockOfTwoWords,
} satisfies Partial<Record<SystemCallName, Toucher>>;
