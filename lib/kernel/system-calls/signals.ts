/** Signals. */
import {
  kill,
  pause,
  rtSigaction,
  rtSigpending,
  rtSigprocmask,
  rtSigqueueinfo,
  rtSigsuspend,
  rtSigtimedwait,
  tgkill,
} from '../signals/signal-calls';
import { rtSigreturn, sigaltstack } from '../signals/signal-frame';
import type { SystemCallRows } from './row';

export const signalCalls = {
  kill: [2, kill],
  tgkill: [3, tgkill],
  pause: [0, pause],
  rt_sigaction: [4, rtSigaction],
  rt_sigprocmask: [4, rtSigprocmask],
  rt_sigreturn: [0, rtSigreturn],
  rt_sigpending: [2, rtSigpending],
  rt_sigsuspend: [2, rtSigsuspend],
  rt_sigtimedwait: [4, rtSigtimedwait],
  rt_sigqueueinfo: [3, rtSigqueueinfo],
  sigaltstack: [2, sigaltstack],
} satisfies SystemCallRows;
