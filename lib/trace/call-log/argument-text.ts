/**
 * The arguments of a system call as strace writes them: flags by name, strings quoted, addresses that say
 * nothing in hexadecimal. What a call fills is shown once it has.
 */
import {
  argumentShapes,
  type ArgumentShape,
  type NumberKind,
  type StructKind,
} from '../../abi/call-arguments';
import { assertNever } from '../../abi/assert-never';
import { signalName } from '../../abi/signals';
import type { SystemCallName } from '../../abi/system-calls';
import type { Pointed } from '../../kernel/events';
import { int16At, int32At, int64At, quotedBytes } from './bytes-text';
import {
  ACTION_FLAGS,
  ATTACH_FLAGS,
  bitNames,
  ipcFlags,
  namedNumber,
  openFlags,
  POLL_NAMES,
  SEMAPHORE_FLAGS,
  socketType,
} from './flag-names';

export interface CallArguments {
  readonly call: SystemCallName;
  readonly args: readonly number[];
  readonly pointed: readonly Pointed[] | null;
  /** What it has filled; null: nothing, or nothing yet. */
  readonly filled: readonly Pointed[] | null;
  readonly result: number | null;
}

const PATH_MAX = 4096;
const O_CREAT = 0o100;

/** Without the parentheses. */
export function argumentsText(call: CallArguments): string {
  const texts = argumentShapes(call.call).map((shape, k) => argumentText(call, shape, k));
  return texts.slice(0, argumentCount(call)).join(', ');
}

/** Arguments that C leaves out are not shown. */
function argumentCount({ call, args }: CallArguments): number {
  const flagsAt = call === 'openat' ? 2 : 1;
  switch (call) {
    case 'open':
    case 'openat':
      return (int(args[flagsAt]) & O_CREAT) === 0 ? flagsAt + 1 : args.length;
    case 'shm_open':
      return args.length;
    case 'sem_open':
    case 'mq_open':
      return (int(args[1]) & O_CREAT) === 0 ? 2 : args.length;
    case 'fcntl':
      return [1, 3, 1032].includes(int(args[1])) ? 2 : args.length;
    case 'semctl':
      return [11, 12, 14, 15].includes(int(args[2])) ? 3 : args.length;
    default:
      return args.length;
  }
}

function argumentText(call: CallArguments, shape: ArgumentShape, k: number): string {
  const value = call.args[k] ?? 0;
  if (shape.kind === 'number') return numberText(call, shape.as, value, k);
  if (value === 0) return 'NULL';
  const from = 'filled' in shape && shape.filled ? call.filled : call.pointed;
  const content = from?.[k] ?? null;
  if (content === null) return pointer(value);
  if (typeof content !== 'string')
    return `[${content.map((each) => quotedBytes(each)).join(', ')}]`;
  switch (shape.kind) {
    case 'object':
      return /^[a-z_]\w*$/i.test(content) ? `&${content}` : content;
    case 'path':
      return quotedBytes(content, PATH_MAX);
    case 'strings':
      return quotedBytes(content);
    case 'bytes':
      return quotedBytes(content);
    case 'message':
      return `{mtype=${int64At(content, 0)}, mtext=${quotedBytes(content.slice(8))}}`;
    case 'address':
      return addressText(content);
    case 'struct':
      // waitpid with WNOHANG has found nobody: nothing was filled.
      if (shape.as === 'status' && call.result === 0) return pointer(value);
      return structText(shape.as, content);
    case 'items':
      return itemsText(shape.as, content);
    default:
      return assertNever(shape);
  }
}

function numberText(call: CallArguments, kind: NumberKind, value: number, k: number): string {
  switch (kind) {
    case 'pointer':
      return pointer(value);
    case 'long':
      return call.call === 'fcntl' ? fcntlArgument(call, value) : String(value);
    case 'hex':
      return value === 0 ? '0' : `0x${value.toString(16)}`;
    case 'directory':
      return int(value) === -100 ? 'AT_FDCWD' : String(int(value));
    case 'signal':
      return signalName.get(int(value)) ?? String(int(value));
    case 'mode':
      return octal(int(value));
    case 'open-flags':
      return call.call === 'pipe2' || call.call === 'dup3'
        ? openFlags(int(value)).replace(/^O_RDONLY\|?/, '') || '0'
        : openFlags(int(value));
    case 'ipc-key':
      return int(value) === 0 ? 'IPC_PRIVATE' : `0x${(int(value) >>> 0).toString(16)}`;
    case 'ipc-flags':
      return call.call === 'shmat' ? bitNames(int(value), ATTACH_FLAGS) : ipcFlags(int(value));
    case 'socket-type':
      return call.call === 'accept4' && int(value) === 0 ? '0' : socketType(int(value));
    case 'int':
      return call.call === 'socket' && k === 2 && int(call.args[0]) === 2
        ? protocol(int(value))
        : String(int(value));
    default:
      return namedNumber(kind, int(value)) ?? String(int(value));
  }
}

function protocol(value: number): string {
  return { 0: 'IPPROTO_IP', 6: 'IPPROTO_TCP', 17: 'IPPROTO_UDP' }[value] ?? String(value);
}

function fcntlArgument({ args }: CallArguments, value: number): string {
  switch (namedNumber('fcntl-command', int(args[1]))) {
    case 'F_SETFL':
      return openFlags(int(value));
    case 'F_SETFD':
      return bitNames(int(value), [['FD_CLOEXEC', 1]]);
    case 'F_GETLK':
    case 'F_SETLK':
    case 'F_SETLKW':
      return pointer(value);
    default:
      return String(int(value));
  }
}

function structText(kind: StructKind, bytes: string): string {
  switch (kind) {
    case 'int':
    case 'length':
      return `[${int32At(bytes, 0)}]`;
    case 'int-pair':
      return `[${int32At(bytes, 0)}, ${int32At(bytes, 4)}]`;
    case 'status':
      return `[${statusText(int32At(bytes, 0))}]`;
    case 'signal-set':
      return signalSet(bytes);
    case 'signal-action':
      return actionText(bytes);
    case 'timespec':
      return `{tv_sec=${int64At(bytes, 0)}, tv_nsec=${int64At(bytes, 8)}}`;
    case 'timeval':
      return timeval(bytes);
    case 'interval-timer':
      return `{it_interval=${timeval(bytes)}, it_value=${timeval(bytes.slice(16))}}`;
    case 'timer-setting':
      return `{it_interval=${structText('timespec', bytes)}, it_value=${structText('timespec', bytes.slice(16))}}`;
    case 'limits':
      return `{rlim_cur=${limit(bytes)}, rlim_max=${limit(bytes.slice(8))}}`;
    case 'epoll-event':
      return `{events=${bitNames(int32At(bytes, 0), POLL_NAMES).replaceAll('POLL', 'EPOLL')}, data=${int32At(bytes, 4)}}`;
    case 'attributes':
      return '{...}';
    default:
      return assertNever(kind);
  }
}

function timeval(bytes: string): string {
  return `{tv_sec=${int64At(bytes, 0)}, tv_usec=${int64At(bytes, 8)}}`;
}

const UNLIMITED = '\xff'.repeat(8);

function limit(bytes: string): string {
  return bytes.startsWith(UNLIMITED) ? 'RLIM64_INFINITY' : String(int64At(bytes, 0));
}

function statusText(status: number): string {
  const low = status & 0x7f;
  const high = (status >> 8) & 0xff;
  if ((status & 0xffff) === 0xffff) return '{WIFCONTINUED(s)}';
  if (low === 0) return `{WIFEXITED(s) && WEXITSTATUS(s) == ${high}}`;
  if (low === 0x7f) return `{WIFSTOPPED(s) && WSTOPSIG(s) == ${nameOfSignal(high)}}`;
  const core = (status & 0x80) === 0 ? '' : ' && WCOREDUMP(s)';
  return `{WIFSIGNALED(s) && WTERMSIG(s) == ${nameOfSignal(low)}${core}}`;
}

function nameOfSignal(signal: number): string {
  return signalName.get(signal) ?? String(signal);
}

const SIGNALS = 64;

/** Without SIG; where most are in the set, those that are not. */
export function signalSet(bytes: string): string {
  const has = (signal: number): boolean =>
    ((bytes.charCodeAt((signal - 1) >> 3) >> ((signal - 1) & 7)) & 1) === 1;
  const all = Array.from({ length: SIGNALS }, (_, k) => k + 1);
  const members = all.filter(has);
  const inverted = members.length > SIGNALS / 2;
  const named = inverted ? all.filter((signal) => !has(signal)) : members;
  const names = named.map((signal) => strippedName(signal));
  return `${inverted ? '~' : ''}[${names.join(' ')}]`;
}

/** strace counts real-time signals from the kernel's 32, the C library from 34. */
function strippedName(signal: number): string {
  if (signal >= 32) return signal === 32 ? 'RTMIN' : `RT_${signal - 32}`;
  return nameOfSignal(signal).replace(/^SIG/, '');
}

function actionText(bytes: string): string {
  const handler = int64At(bytes, 0);
  const flags = int32At(bytes, 8);
  const name = ['SIG_DFL', 'SIG_IGN'][handler] ?? pointer(handler);
  const which = (flags & 4) !== 0 && handler > 1 ? 'sa_sigaction' : 'sa_handler';
  const restorer = (flags & 0x400_0000) === 0 ? '' : `, sa_restorer=${pointer(int64At(bytes, 16))}`;
  return `{${which}=${name}, sa_mask=${signalSet(bytes.slice(24))}, sa_flags=${bitNames(flags, ACTION_FLAGS)}${restorer}}`;
}

function itemsText(kind: 'semaphore-operations' | 'poll-items' | 'vector', bytes: string): string {
  switch (kind) {
    case 'semaphore-operations':
      return items(bytes, 6, (at) => {
        const flags = bitNames(int16At(bytes, at + 4) & 0xffff, SEMAPHORE_FLAGS);
        return `{sem_num=${int16At(bytes, at)}, sem_op=${int16At(bytes, at + 2)}, sem_flg=${flags}}`;
      });
    case 'poll-items':
      return items(bytes, 8, (at) => {
        const events = bitNames(int16At(bytes, at + 4) & 0xffff, POLL_NAMES);
        return `{fd=${int32At(bytes, at)}, events=${events}}`;
      });
    case 'vector':
      return items(bytes, 16, (at) => {
        const base = pointer(int64At(bytes, at));
        return `{iov_base=${base}, iov_len=${int64At(bytes, at + 8)}}`;
      });
  }
}

function items(bytes: string, size: number, text: (at: number) => string): string {
  const count = Math.floor(bytes.length / size);
  return `[${Array.from({ length: count }, (_, k) => text(k * size)).join(', ')}]`;
}

/** struct sockaddr of AF_UNIX or AF_INET. */
function addressText(bytes: string): string {
  const family = int16At(bytes, 0);
  if (family === 1) {
    const path = bytes.slice(2);
    const name = path.startsWith('\0')
      ? `@${quotedBytes(path.slice(1), PATH_MAX)}`
      : quotedBytes(path.split('\0')[0] ?? '', PATH_MAX);
    return path === '' ? '{sa_family=AF_UNIX}' : `{sa_family=AF_UNIX, sun_path=${name}}`;
  }
  if (family === 2) {
    const port = (bytes.charCodeAt(2) << 8) | bytes.charCodeAt(3);
    const host = [4, 5, 6, 7].map((at) => bytes.charCodeAt(at)).join('.');
    return `{sa_family=AF_INET, sin_port=htons(${port}), sin_addr=inet_addr("${host}")}`;
  }
  return `{sa_family=${family}}`;
}

/** The low word: an int's upper half is anything. */
function int(value: number | undefined): number {
  return Number(BigInt.asIntN(32, BigInt(Math.trunc(value ?? 0))));
}

function pointer(value: number): string {
  return value === 0 ? 'NULL' : `0x${value.toString(16)}`;
}

function octal(value: number): string {
  return value === 0 ? '000' : `0${(value & 0o7777).toString(8).padStart(2, '0')}`;
}
