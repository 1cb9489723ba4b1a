/**
 * What /proc tells of the whole machine, in the formats of proc(5). Load is the number of runnable
 * processes now; idle time is the time in which nobody executed instructions.
 */
import { PAGE_SIZE } from '../../abi/address-space';
import { assertNever } from '../../abi/assert-never';
import type { Kernel } from '../kernel';
import { TICKS_PER_SECOND } from './proc-process';
import type { SystemFile } from './proc-node';
import { regionBytes } from '../memory/regions';
import { BOOT_EPOCH_SECONDS, NANOSECONDS_PER_SECOND } from '../time/virtual-time';

export function systemText(kernel: Kernel, file: SystemFile): string {
  const { state } = kernel;
  const busyNs = state.processors.reduce((sum, each) => sum + each.busyNs, 0);
  const idleNs = Math.max(0, state.timeNs * state.processors.length - busyNs);
  switch (file) {
    case 'cpuinfo':
      return state.processors
        .map(
          ({ index }) =>
            `processor\t: ${index}\nvendor_id\t: Forkyard\nmodel name\t: Forkyard simulated processor\ncpu MHz\t\t: 1000.000\ncpu cores\t: ${state.processors.length}\n\n`,
        )
        .join('');
    case 'version':
      return 'Linux version 6.1.0-forkyard (forkyard@forkyard) #1 SMP Thu Jan 1 00:00:00 UTC 2026\n';
    case 'uptime':
      return `${seconds(state.timeNs)} ${seconds(idleNs)}\n`;
    case 'loadavg': {
      const load = `${runnable(kernel)}.00`;
      return `${load} ${load} ${load} ${runnable(kernel)}/${state.processes.size + 1} ${state.nextPid - 1}\n`;
    }
    case 'meminfo':
      return meminfo(kernel);
    case 'stat': {
      const rows = [
        ['cpu ', busyNs, idleNs],
        ...state.processors.map(
          (each) => [`cpu${each.index}`, each.busyNs, state.timeNs - each.busyNs] as const,
        ),
      ] as const;
      const created = state.processes.size + state.ended.length + 1;
      return [
        ...rows.map(
          ([name, busy, idle]) =>
            `${name} ${ticks(busy)} 0 0 ${ticks(Math.max(0, idle))} 0 0 0 0 0 0`,
        ),
        'intr 0',
        `ctxt ${state.contextSwitches}`,
        `btime ${BOOT_EPOCH_SECONDS}`,
        `processes ${created}`,
        `procs_running ${runnable(kernel)}`,
        'procs_blocked 0',
        '',
      ].join('\n');
    }
    default:
      return assertNever(file);
  }
}

function meminfo(kernel: Kernel): string {
  const total = kernel.budgets.memoryBytesMax;
  const shared = regionBytes(kernel);
  const cached = kernel.state.files.byteCount;
  let used = shared + cached;
  for (const context of kernel.contexts.values()) used += context.memory.residentBytes;
  const free = Math.max(0, total - used);
  const rows: [string, number][] = [
    ['MemTotal', total],
    ['MemFree', free],
    ['MemAvailable', free + cached],
    ['Buffers', 0],
    ['Cached', cached],
    ['SwapCached', 0],
    ['SwapTotal', 0],
    ['SwapFree', 0],
    ['Shmem', shared],
    ['Slab', 0],
    ['SReclaimable', 0],
  ];
  return rows
    .map(([name, bytes]) => {
      const kilobytes = (Math.ceil(bytes / PAGE_SIZE) * PAGE_SIZE) / 1024;
      return `${`${name}:`.padEnd(15)} ${String(kilobytes).padStart(8)} kB\n`;
    })
    .join('');
}

function runnable({ state }: Kernel): number {
  return state.ready.length + state.processors.filter(({ running }) => running !== null).length;
}

function ticks(timeNs: number): number {
  return Math.floor((timeNs * TICKS_PER_SECOND) / NANOSECONDS_PER_SECOND);
}

function seconds(timeNs: number): string {
  return (timeNs / NANOSECONDS_PER_SECOND).toFixed(2);
}
