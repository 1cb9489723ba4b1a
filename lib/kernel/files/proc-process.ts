/**
 * What /proc/PID tells of a process, in the formats of proc(5) that ps and top read. Init has an entry,
 * too, though it is no process of this machine.
 * Leaves out (zeros): faults, what only Linux's memory management knows.
 */
import { PAGE_SIZE, STACK_TOP, TEXT_BASE } from '../../abi/address-space';
import { assertNever } from '../../abi/assert-never';
import type { ExecutionContext } from '../../vm/context';
import { user } from './credentials';
import type { Kernel } from '../kernel';
import { INIT_PID, type Pid } from '../pid';
import type { ProcessFile } from './proc-node';
import { pendingSet } from '../signals/pending-signals';
import type { Process } from '../processes/process';
import { cpuTicksOf, usageOf } from '../processes/resource-usage';
import { statusWord } from '../processes/wait';
import { NANOSECONDS_PER_SECOND } from '../time/virtual-time';

/** sysconf(_SC_CLK_TCK): the unit of times in /proc. */
export const TICKS_PER_SECOND = 100;
const TICK_NS = NANOSECONDS_PER_SECOND / TICKS_PER_SECOND;
/** TASK_COMM_LEN without its terminating zero. */
const COMMAND_LENGTH_MAX = 15;
/** Of the terminal: /dev/pts/0 has major 136, minor 0. */
const TERMINAL_DEVICE = 136 * 256;
/** Stack that Linux maps at the start. */
const STACK_BYTES = 132 * 1024;

/** The contents of a file of /proc/PID; null: there is no such process any more. */
export function processText(kernel: Kernel, pid: Pid, file: ProcessFile): string | null {
  const facts = factsOf(kernel, pid);
  if (facts === null) return null;
  switch (file) {
    case 'stat':
      return statText(facts);
    case 'status':
      return statusText(facts);
    case 'statm':
      return `${pages(facts.sizeBytes)} ${pages(facts.residentBytes)} ${pages(facts.sharedBytes)} ${pages(facts.textBytes)} 0 ${pages(facts.dataBytes + facts.stackBytes)} 0\n`;
    case 'cmdline':
      return facts.zombie ? '' : facts.argv.map((each) => `${each}\0`).join('');
    case 'comm':
      return `${facts.command}\n`;
    case 'maps':
      return mapsText(kernel, pid);
    default:
      return assertNever(file);
  }
}

interface MemoryFacts {
  readonly sizeBytes: number;
  readonly residentBytes: number;
  readonly sharedBytes: number;
  readonly textBytes: number;
  readonly dataBytes: number;
  readonly stackBytes: number;
}

interface ProcessFacts extends MemoryFacts {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly terminal: number;
  readonly foreground: number;
  readonly command: string;
  readonly argv: readonly string[];
  readonly state: 'R' | 'S' | 'D' | 'T' | 'Z';
  readonly zombie: boolean;
  readonly threads: number;
  readonly owner: number;
  readonly ownerGroup: number;
  readonly umask: number;
  readonly descriptors: number;
  readonly userTicks: number;
  readonly systemTicks: number;
  /** Of children that were waited for. */
  readonly childrenUserTicks: number;
  readonly childrenSystemTicks: number;
  readonly nice: number;
  readonly voluntarySwitches: number;
  readonly involuntarySwitches: number;
  readonly startTicks: number;
  /** Of the first thread, and of the whole process. */
  readonly ownPending: bigint;
  readonly pending: bigint;
  readonly blocked: bigint;
  readonly ignored: bigint;
  readonly caught: bigint;
  readonly startOfCode: number;
  readonly exitCode: number;
}

const NO_MEMORY: MemoryFacts = {
  sizeBytes: 0,
  residentBytes: 0,
  sharedBytes: 0,
  textBytes: 0,
  dataBytes: 0,
  stackBytes: 0,
};

const INIT: ProcessFacts = {
  pid: INIT_PID,
  parent: 0,
  group: INIT_PID,
  session: INIT_PID,
  terminal: 0,
  foreground: -1,
  command: 'init',
  argv: ['/sbin/init'],
  state: 'S',
  threads: 1,
  zombie: false,
  owner: user.root.user,
  ownerGroup: user.root.group,
  umask: 0,
  descriptors: 0,
  userTicks: 0,
  systemTicks: 0,
  childrenUserTicks: 0,
  childrenSystemTicks: 0,
  nice: 0,
  voluntarySwitches: 0,
  involuntarySwitches: 0,
  startTicks: 0,
  ...NO_MEMORY,
  ownPending: 0n,
  pending: 0n,
  blocked: 0n,
  ignored: 0n,
  caught: 0n,
  startOfCode: 0,
  exitCode: 0,
};

function factsOf(kernel: Kernel, pid: Pid): ProcessFacts | null {
  if (pid === INIT_PID) return INIT;
  const { state } = kernel;
  const process = state.processes.get(pid);
  if (process === undefined) return null;
  const context = kernel.contexts.get(pid) ?? null;
  const { signals } = process;
  const first = state.threads.get(pid);
  const ticks = cpuTicksOf(kernel, process);
  const { voluntarySwitches, involuntarySwitches } = usageOf(kernel, process);
  const { childrenUsage } = process;
  return {
    pid,
    parent: process.parent,
    group: process.group,
    session: process.session,
    terminal: state.console.terminal ? TERMINAL_DEVICE : 0,
    foreground: state.console.terminal ? state.foreground : -1,
    command: commandOf(process),
    argv: process.argv,
    state: stateLetter(kernel, process),
    threads: Math.max(1, process.threads.length),
    zombie: process.state === 'zombie',
    owner: user.student.user,
    ownerGroup: user.student.group,
    umask: process.umask,
    descriptors: process.descriptors.length,
    userTicks: ticks.user,
    systemTicks: ticks.system,
    childrenUserTicks: Math.floor(childrenUsage.userNs / TICK_NS),
    childrenSystemTicks: Math.floor(childrenUsage.systemNs / TICK_NS),
    nice: process.nice,
    voluntarySwitches,
    involuntarySwitches,
    startTicks: Math.floor(process.startedNs / TICK_NS),
    ...(context === null ? NO_MEMORY : memoryFacts(context)),
    ownPending: first === undefined ? 0n : pendingSet(first.signals),
    pending: pendingSet(signals),
    blocked: first?.signals.blocked ?? 0n,
    ignored: actionMask(process, 'ignore'),
    caught: actionMask(process, 'handle'),
    startOfCode: context === null ? 0 : TEXT_BASE,
    exitCode: process.status === null ? 0 : statusWord(process.status),
  };
}

function memoryFacts({ image, memory }: ExecutionContext): MemoryFacts {
  const textBytes = Math.ceil((4 * image.code.length) / PAGE_SIZE) * PAGE_SIZE;
  const sharedBytes = memory.mappings.reduce((sum, { bytes }) => sum + bytes, 0);
  const dataBytes = memory.lowEnd - memory.layout.lowBase;
  return {
    sizeBytes: textBytes + dataBytes + sharedBytes + STACK_BYTES,
    residentBytes: textBytes + memory.residentBytes + sharedBytes,
    sharedBytes,
    textBytes,
    dataBytes,
    stackBytes: STACK_BYTES,
  };
}

/** The executable's file name, cut as the kernel cuts it. */
export function commandOf(process: Process): string {
  return (process.name.split('/').pop() ?? '').slice(0, COMMAND_LENGTH_MAX);
}

function stateLetter(kernel: Kernel, process: Process): ProcessFacts['state'] {
  if (process.state === 'zombie') return 'Z';
  if (process.stopped !== null) return 'T';
  if (kernel.state.threads.get(process.pid)?.wait?.kind === 'vfork') return 'D';
  return process.state === 'waiting' ? 'S' : 'R';
}

const STATE_NAMES = {
  R: 'running',
  S: 'sleeping',
  D: 'disk sleep',
  T: 'stopped',
  Z: 'zombie',
} as const;

function statText(facts: ProcessFacts): string {
  const SIGCHLD = 17;
  const low = (signals: bigint): bigint => signals & 0x7fff_ffffn;
  const fields: (number | bigint | string)[] = [
    facts.pid,
    `(${facts.command})`,
    facts.state,
    facts.parent,
    facts.group,
    facts.session,
    facts.terminal,
    facts.foreground,
    0, // flags
    0, // minflt
    0, // cminflt
    0, // majflt
    0, // cmajflt
    facts.userTicks,
    facts.systemTicks,
    facts.childrenUserTicks,
    facts.childrenSystemTicks,
    20 + facts.nice, // priority
    facts.nice,
    facts.threads, // num_threads
    0, // itrealvalue
    facts.startTicks,
    facts.sizeBytes,
    pages(facts.residentBytes),
    '18446744073709551615', // rsslim
    facts.startOfCode,
    facts.startOfCode + facts.textBytes,
    facts.startOfCode === 0 ? 0 : STACK_TOP,
    0, // kstkesp
    0, // kstkeip
    low(facts.ownPending | facts.pending),
    low(facts.blocked),
    low(facts.ignored),
    low(facts.caught),
    0, // wchan
    0, // nswap
    0, // cnswap
    SIGCHLD,
    0, // processor
    0, // rt_priority
    0, // policy
    0, // delayacct_blkio_ticks
    0, // guest_time
    0, // cguest_time
    0, // start_data
    0, // end_data
    0, // start_brk
    0, // arg_start
    0, // arg_end
    0, // env_start
    0, // env_end
    facts.exitCode,
  ];
  return `${fields.join(' ')}\n`;
}

function statusText(facts: ProcessFacts): string {
  const ids = (id: number): string => `${id}\t${id}\t${id}\t${id}`;
  const size = (bytes: number): string => `${String(Math.ceil(bytes / 1024)).padStart(8)} kB`;
  const signals = (set: bigint): string => set.toString(16).padStart(16, '0');
  const memory = facts.zombie
    ? []
    : [
        ['VmPeak', size(facts.sizeBytes)],
        ['VmSize', size(facts.sizeBytes)],
        ['VmHWM', size(facts.residentBytes)],
        ['VmRSS', size(facts.residentBytes)],
        ['RssShmem', size(facts.sharedBytes)],
        ['VmData', size(facts.dataBytes)],
        ['VmStk', size(facts.stackBytes)],
        ['VmExe', size(facts.textBytes)],
        ['VmLib', size(0)],
        ['VmSwap', size(0)],
      ];
  const lines = [
    ['Name', facts.command],
    ['Umask', facts.umask.toString(8).padStart(4, '0')],
    ['State', `${facts.state} (${STATE_NAMES[facts.state]})`],
    ['Tgid', facts.pid],
    ['Ngid', 0],
    ['Pid', facts.pid],
    ['PPid', facts.parent],
    ['TracerPid', 0],
    ['Uid', ids(facts.owner)],
    ['Gid', ids(facts.ownerGroup)],
    ['FDSize', facts.descriptors],
    ['Groups', facts.ownerGroup],
    ...memory,
    ['Threads', facts.threads],
    ['SigPnd', signals(facts.ownPending)],
    ['ShdPnd', signals(facts.pending)],
    ['SigBlk', signals(facts.blocked)],
    ['SigIgn', signals(facts.ignored)],
    ['SigCgt', signals(facts.caught)],
    ['voluntary_ctxt_switches', facts.voluntarySwitches],
    ['nonvoluntary_ctxt_switches', facts.involuntarySwitches],
  ];
  return lines.map(([name, value]) => `${name}:\t${value}\n`).join('');
}

function mapsText(kernel: Kernel, pid: Pid): string {
  const context = kernel.contexts.get(pid);
  const process = kernel.state.processes.get(pid);
  if (context === undefined || process === undefined) return '';
  const { image, memory } = context;
  const { layout } = memory;
  const textEnd = TEXT_BASE + Math.ceil((4 * image.code.length) / PAGE_SIZE) * PAGE_SIZE;
  const rows: [from: number, to: number, rights: string, name: string][] = [
    [TEXT_BASE, textEnd, 'r-xp', process.executable],
    [layout.lowBase, layout.dataBase, 'r--p', process.executable],
    [layout.dataBase, layout.heapBase, 'rw-p', process.executable],
    [layout.heapBase, memory.lowEnd, 'rw-p', '[heap]'],
    ...memory.mappings.map(
      ({ address, bytes, readable, writable, region }): (typeof rows)[number] => {
        const attachment = process.attachments.find(
          (each) => address >= each.address && address < each.address + each.byteCount,
        );
        const rights = `${readable ? 'r' : '-'}${writable ? 'w' : '-'}-${attachment?.kind === 'private' ? 'p' : 's'}`;
        return [address, address + bytes, rights, region.name];
      },
    ),
    [STACK_TOP - STACK_BYTES, STACK_TOP, 'rw-p', '[stack]'],
  ];
  const hex = (address: number): string => address.toString(16).padStart(8, '0');
  return rows
    .filter(([from, to]) => to > from)
    .map(([from, to, rights, name]) =>
      `${`${hex(from)}-${hex(to)} ${rights} 00000000 00:00 0`.padEnd(72)} ${name}`.concat('\n'),
    )
    .join('');
}

function pages(bytes: number): number {
  return Math.ceil(bytes / PAGE_SIZE);
}

function actionMask(process: Process, kind: 'ignore' | 'handle'): bigint {
  let set = 0n;
  process.signals.actions.forEach((action, k) => {
    if (action.kind === kind) set |= 1n << BigInt(k);
  });
  return set;
}
