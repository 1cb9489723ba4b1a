/** What a system call gave: as strace writes it, and in a sentence. */
import type { ErrnoName } from '../../abi/errno';
import { signalName } from '../../abi/signals';
import type { SystemCallName } from '../../abi/system-calls';
import type { Pointed } from '../../kernel/events';
import { int32At, quotedBytes } from './bytes-text';
import { errnoMeaning, errnoText } from './errno-texts';
import { openFlags } from './flag-names';

export interface CallResult {
  readonly call: SystemCallName;
  readonly args: readonly number[];
  readonly pointed: readonly Pointed[] | null;
  readonly filled: readonly Pointed[] | null;
  readonly result: number;
  readonly errno: ErrnoName | null;
}

const ADDRESSES: ReadonlySet<SystemCallName> = new Set<SystemCallName>([
  'mmap',
  'mremap',
  'shmat',
  'brk',
  'sem_open',
]);

const F_GETFL = 3;

/** "3", "-1 ENOENT (No such file or directory)", "0x7f0000" */
export function resultText({ call, args, result, errno }: CallResult): string {
  if (errno !== null) return `-1 ${errno} (${errnoText(errno)})`;
  if (ADDRESSES.has(call)) return `0x${result.toString(16)}`;
  if (call === 'umask') return `0${result.toString(8).padStart(2, '0')}`;
  if (call === 'fcntl' && args[1] === F_GETFL)
    return `0x${result.toString(16)} (flags ${openFlags(result)})`;
  if ((call === 'poll' || call === 'ppoll' || call === 'select') && result === 0)
    return '0 (Timeout)';
  return String(result);
}

/** A whole sentence. */
export function resultMeaning(call: CallResult): string {
  if (call.errno !== null) return `Fails: ${errnoMeaning(call.call, call.errno)}.`;
  return `${capital(success(call))}.`;
}

function success({ call, args, pointed, filled, result }: CallResult): string {
  const text = (k: number): string => {
    const content = pointed?.[k];
    return typeof content === 'string' ? quotedBytes(content, 60) : 'it';
  };
  switch (call) {
    case 'fork':
    case 'vfork':
      return `made process ${result}; in the child, ${call}() gives 0`;
    case 'thread_create':
      return `made thread ${result}`;
    case 'wait4':
      return waited(result, filled?.[1] ?? null);
    case 'read':
    case 'pread64':
    case 'readv':
    case 'recvfrom':
    case 'recvmsg':
      return result === 0 ? 'end: no more bytes will come' : `got ${bytes(result)}`;
    case 'write':
    case 'pwrite64':
    case 'writev':
    case 'sendto':
    case 'sendmsg': {
      const asked = args[2] ?? result;
      const less = call === 'write' && result < asked ? ` of ${asked}, and no more for now` : '';
      return `gave ${bytes(result)}${less}`;
    }
    case 'open':
    case 'openat':
    case 'creat':
    case 'shm_open':
    case 'mq_open':
      return `${text(call === 'openat' ? 1 : 0)} is open as descriptor ${result}`;
    case 'socket':
    case 'eventfd2':
    case 'timerfd_create':
    case 'signalfd4':
    case 'epoll_create1':
    case 'accept':
    case 'accept4':
      return `descriptor ${result} stands for it`;
    case 'dup':
    case 'dup2':
    case 'dup3':
      return `descriptor ${result} is the same open file as ${args[0]}`;
    case 'close':
      return `descriptor ${args[0]} is free again`;
    case 'pipe':
    case 'pipe2':
    case 'socketpair':
      return pair(call, filled?.[call === 'socketpair' ? 3 : 0] ?? null);
    case 'kill':
      return args[1] === 0
        ? `process ${args[0]} is there; nothing was sent`
        : `sent ${signalName.get(args[1] ?? 0) ?? 'it'} to ${target(args[0] ?? 0)}`;
    case 'alarm':
      return result === 0 ? 'no alarm was set before' : `${result} s of the alarm before were left`;
    case 'msgsnd':
    case 'mq_timedsend':
      return 'the message is in the queue';
    case 'msgrcv':
    case 'mq_timedreceive':
      return `took a message of ${bytes(result)}`;
    case 'msgget':
    case 'semget':
    case 'shmget':
      return `the identifier is ${result}`;
    case 'shmat':
    case 'mmap':
    case 'mremap':
      return `the memory is at 0x${result.toString(16)}`;
    case 'sem_wait':
    case 'sem_timedwait':
    case 'sem_trywait':
      return 'the value was more than 0 and is one less now';
    case 'sem_post':
      return 'the value is one more, or somebody who waited goes on';
    case 'semop':
    case 'semtimedop':
      return 'all operations are done, together';
    case 'mutex_lock':
    case 'mutex_trylock':
      return 'the thread has the mutex now';
    case 'mutex_unlock':
      return 'the mutex is free, or goes to who has waited longest';
    case 'nanosleep':
    case 'clock_nanosleep':
      return 'slept until the time was over';
    case 'execve':
      return 'the process runs another program now';
    case 'umask':
      return `the mask before was 0${result.toString(8).padStart(2, '0')}`;
    case 'lseek':
      return `the position is ${result}`;
    case 'getpid':
    case 'getppid':
    case 'gettid':
      return `the number is ${result}`;
    case 'poll':
    case 'ppoll':
    case 'select':
    case 'pselect6':
    case 'epoll_wait':
    case 'epoll_pwait':
      return result === 0 ? 'the time was over first' : `${result} ready`;
    default:
      return result === 0 || ADDRESSES.has(call) ? 'done' : `gives ${result}`;
  }
}

function waited(pid: number, filled: Pointed): string {
  if (pid === 0) return 'no child has ended yet';
  if (typeof filled !== 'string') return `process ${pid} has ended`;
  const status = int32At(filled, 0);
  const low = status & 0x7f;
  const high = (status >> 8) & 0xff;
  if ((status & 0xffff) === 0xffff) return `process ${pid} goes on`;
  if (low === 0) return `process ${pid} has ended with status ${high}`;
  if (low === 0x7f) return `process ${pid} was stopped by ${signalName.get(high) ?? high}`;
  return `process ${pid} was ended by ${signalName.get(low) ?? low}`;
}

function pair(call: SystemCallName, filled: Pointed): string {
  if (typeof filled !== 'string') return 'made two descriptors';
  const first = int32At(filled, 0);
  const second = int32At(filled, 4);
  return call === 'socketpair'
    ? `descriptors ${first} and ${second} are the two ends`
    : `what is written to descriptor ${second} can be read from ${first}`;
}

function target(pid: number): string {
  if (pid > 0) return `process ${pid}`;
  if (pid === 0) return 'its own process group';
  return pid === -1 ? 'every process that it may' : `process group ${-pid}`;
}

function bytes(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
