/**
 * Signal numbers of Linux on x86-64, and the default action of each: signal(7). From 32 on they are
 * real-time signals, which queue; the C library's SIGRTMIN is 34, since glibc keeps two for itself.
 */
export const Signal = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGSTKFLT: 16,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGTTIN: 21,
  SIGTTOU: 22,
  SIGURG: 23,
  SIGXCPU: 24,
  SIGXFSZ: 25,
  SIGVTALRM: 26,
  SIGPROF: 27,
  SIGWINCH: 28,
  SIGIO: 29,
  SIGPWR: 30,
  SIGSYS: 31,
  SIG32: 32,
  SIG33: 33,
  SIGRTMIN: 34,
  'SIGRTMIN+1': 35,
  'SIGRTMIN+2': 36,
  'SIGRTMIN+3': 37,
  'SIGRTMIN+4': 38,
  'SIGRTMIN+5': 39,
  'SIGRTMIN+6': 40,
  'SIGRTMIN+7': 41,
  'SIGRTMIN+8': 42,
  'SIGRTMIN+9': 43,
  'SIGRTMIN+10': 44,
  'SIGRTMIN+11': 45,
  'SIGRTMIN+12': 46,
  'SIGRTMIN+13': 47,
  'SIGRTMIN+14': 48,
  'SIGRTMIN+15': 49,
  'SIGRTMIN+16': 50,
  'SIGRTMIN+17': 51,
  'SIGRTMIN+18': 52,
  'SIGRTMIN+19': 53,
  'SIGRTMIN+20': 54,
  'SIGRTMIN+21': 55,
  'SIGRTMIN+22': 56,
  'SIGRTMIN+23': 57,
  'SIGRTMIN+24': 58,
  'SIGRTMIN+25': 59,
  'SIGRTMIN+26': 60,
  'SIGRTMIN+27': 61,
  'SIGRTMIN+28': 62,
  'SIGRTMIN+29': 63,
  SIGRTMAX: 64,
} as const;

/** The highest number. */
export const SIGNAL_MAX = 64;
/** The first that queues. */
export const REAL_TIME_MIN = 32;

export type SignalName = keyof typeof Signal;
export type DefaultAction = 'terminate' | 'core' | 'ignore' | 'stop' | 'continue';

export const signalName: ReadonlyMap<number, SignalName> = new Map(
  (Object.entries(Signal) as [SignalName, number][]).map(([name, number]) => [number, name]),
);

export function defaultAction(signal: number): DefaultAction {
  switch (signal) {
    case Signal.SIGCHLD:
    case Signal.SIGURG:
    case Signal.SIGWINCH:
      return 'ignore';
    case Signal.SIGCONT:
      return 'continue';
    case Signal.SIGSTOP:
    case Signal.SIGTSTP:
    case Signal.SIGTTIN:
    case Signal.SIGTTOU:
      return 'stop';
    case Signal.SIGQUIT:
    case Signal.SIGILL:
    case Signal.SIGTRAP:
    case Signal.SIGABRT:
    case Signal.SIGBUS:
    case Signal.SIGFPE:
    case Signal.SIGSEGV:
    case Signal.SIGXCPU:
    case Signal.SIGXFSZ:
    case Signal.SIGSYS:
      return 'core';
    default:
      return 'terminate';
  }
}
