/** Processes: their lives, identities, groups, users and limits. */
import { assertFail } from '../assertion';
import { compileProgram } from '../compile-call';
import { execve } from '../processes/exec';
import { exit } from '../processes/exit';
import { fork, vfork } from '../processes/fork';
import { getpid, getppid } from '../processes/identity';
import { prctl } from '../processes/process-control';
import { getpgid, getpgrp, getsid, setpgid, setsid } from '../processes/process-groups';
import { getrlimit, prlimit, setrlimit } from '../processes/resource-limits';
import { getrusage, times } from '../processes/resource-usage';
import {
  getgid,
  getgroups,
  getresgid,
  getresuid,
  getuid,
  setgid,
  setgroups,
  setregid,
  setresgid,
  setresuid,
  setreuid,
  setuid,
} from '../processes/users';
import { wait4, waitid } from '../processes/wait-calls';
import { uname } from '../system-name';
import { exitThread, gettid } from '../threads/threads';
import type { SystemCallRows } from './row';

export const processCalls = {
  fork: [0, fork],
  vfork: [0, vfork],
  execve: [3, execve],
  exit: [1, exitThread],
  exit_group: [1, exit],
  wait4: [4, wait4],
  getpid: [0, getpid],
  gettid: [0, gettid],
  getppid: [0, getppid],
  getuid: [0, getuid],
  geteuid: [0, getuid],
  getgid: [0, getgid],
  getegid: [0, getgid],
  getpgrp: [0, getpgrp],
  getpgid: [1, getpgid],
  setpgid: [2, setpgid],
  setsid: [0, setsid],
  getsid: [1, getsid],
  waitid: [5, waitid],
  uname: [1, uname],
  prctl: [5, prctl],
  getrlimit: [2, getrlimit],
  setrlimit: [2, setrlimit],
  prlimit64: [4, prlimit],
  getrusage: [2, getrusage],
  times: [1, times],
  setuid: [1, setuid],
  setgid: [1, setgid],
  setreuid: [2, setreuid],
  setregid: [2, setregid],
  setresuid: [3, setresuid],
  setresgid: [3, setresgid],
  getresuid: [3, getresuid],
  getresgid: [3, getresgid],
  getgroups: [2, getgroups],
  setgroups: [2, setgroups],
  assert_fail: [4, assertFail],
  compile: [5, compileProgram],
} satisfies SystemCallRows;
