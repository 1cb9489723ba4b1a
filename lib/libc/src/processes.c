/* Processes, groups, users, limits and what they used: thin wrappers of system calls. */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdarg.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

int waitid(idtype_t type, id_t id, siginfo_t *info, int options) {
  return (int)__result(__syscall(SYS_waitid, type, id, info, options, NULL));
}

pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage) {
  return (pid_t)__result(__syscall(SYS_wait4, pid, status, options, usage));
}

pid_t wait3(int *status, int options, struct rusage *usage) {
  return wait4(-1, status, options, usage);
}

pid_t getpgrp(void) {
  return (pid_t)__syscall(SYS_getpgrp);
}

pid_t getpgid(pid_t pid) {
  return (pid_t)__result(__syscall(SYS_getpgid, pid));
}

int setpgid(pid_t pid, pid_t group) {
  return (int)__result(__syscall(SYS_setpgid, pid, group));
}

int setpgrp(void) {
  return setpgid(0, 0);
}

pid_t getsid(pid_t pid) {
  return (pid_t)__result(__syscall(SYS_getsid, pid));
}

pid_t setsid(void) {
  return (pid_t)__result(__syscall(SYS_setsid));
}

int setuid(uid_t user) {
  return (int)__result(__syscall(SYS_setuid, user));
}

int setgid(gid_t group) {
  return (int)__result(__syscall(SYS_setgid, group));
}

int seteuid(uid_t user) {
  return setresuid((uid_t)-1, user, (uid_t)-1);
}

int setegid(gid_t group) {
  return setresgid((gid_t)-1, group, (gid_t)-1);
}

int setreuid(uid_t real, uid_t effective) {
  return (int)__result(__syscall(SYS_setreuid, real, effective));
}

int setregid(gid_t real, gid_t effective) {
  return (int)__result(__syscall(SYS_setregid, real, effective));
}

int setresuid(uid_t real, uid_t effective, uid_t saved) {
  return (int)__result(__syscall(SYS_setresuid, real, effective, saved));
}

int setresgid(gid_t real, gid_t effective, gid_t saved) {
  return (int)__result(__syscall(SYS_setresgid, real, effective, saved));
}

int getresuid(uid_t *real, uid_t *effective, uid_t *saved) {
  return (int)__result(__syscall(SYS_getresuid, real, effective, saved));
}

int getresgid(gid_t *real, gid_t *effective, gid_t *saved) {
  return (int)__result(__syscall(SYS_getresgid, real, effective, saved));
}

int getgroups(int room, gid_t groups[]) {
  return (int)__result(__syscall(SYS_getgroups, room, groups));
}

int getpriority(int which, id_t who) {
  long result = __result(__syscall(SYS_getpriority, which, who));
  return result < 0 ? -1 : 20 - (int)result;
}

int setpriority(int which, id_t who, int nice) {
  return (int)__result(__syscall(SYS_setpriority, which, who, nice));
}

int nice(int change) {
  int before = errno;
  errno = 0;
  int now = getpriority(PRIO_PROCESS, 0);
  if (now == -1 && errno != 0) return -1;
  if (setpriority(PRIO_PROCESS, 0, now + change) < 0) {
    if (errno == EACCES) errno = EPERM;
    return -1;
  }
  errno = before;
  return getpriority(PRIO_PROCESS, 0);
}

int getrlimit(int resource, struct rlimit *limit) {
  return (int)__result(__syscall(SYS_getrlimit, resource, limit));
}

int setrlimit(int resource, const struct rlimit *limit) {
  return (int)__result(__syscall(SYS_setrlimit, resource, limit));
}

int prlimit(pid_t pid, int resource, const struct rlimit *wanted, struct rlimit *old) {
  return (int)__result(__syscall(SYS_prlimit64, pid, resource, wanted, old));
}

int getrusage(int who, struct rusage *usage) {
  return (int)__result(__syscall(SYS_getrusage, who, usage));
}

clock_t times(struct tms *at) {
  return __result(__syscall(SYS_times, at));
}

int uname(struct utsname *name) {
  return (int)__result(__syscall(SYS_uname, name));
}

int gethostname(char *to, size_t max) {
  struct utsname name;
  if (uname(&name) < 0) return -1;
  for (size_t k = 0; k < max; k++) {
    to[k] = name.nodename[k];
    if (to[k] == '\0') return 0;
  }
  errno = ENAMETOOLONG;
  return -1;
}

int prctl(int option, ...) {
  va_list args;
  va_start(args, option);
  long argument = va_arg(args, long);
  va_end(args);
  return (int)__result(__syscall(SYS_prctl, option, argument, 0L, 0L, 0L));
}

int sched_getscheduler(pid_t pid) {
  return (int)__result(__syscall(SYS_sched_getscheduler, pid));
}

int sched_setscheduler(pid_t pid, int policy, const struct sched_param *param) {
  return (int)__result(__syscall(SYS_sched_setscheduler, pid, policy, param));
}

int sched_getparam(pid_t pid, struct sched_param *param) {
  return (int)__result(__syscall(SYS_sched_getparam, pid, param));
}

int sched_setparam(pid_t pid, const struct sched_param *param) {
  return (int)__result(__syscall(SYS_sched_setparam, pid, param));
}

int sched_get_priority_max(int policy) {
  return (int)__result(__syscall(SYS_sched_get_priority_max, policy));
}

int sched_get_priority_min(int policy) {
  return (int)__result(__syscall(SYS_sched_get_priority_min, policy));
}

/* daemon(3): leaves the terminal's session, the directory and the standard streams. */
int daemon(int keep_directory, int keep_streams) {
  pid_t child = fork();
  if (child < 0) return -1;
  if (child > 0) _exit(0);
  if (setsid() < 0) return -1;
  if (!keep_directory) chdir("/");
  if (keep_streams) return 0;
  int fd = open("/dev/null", O_RDWR);
  if (fd < 0) return -1;
  for (int stream = 0; stream <= 2; stream++) dup2(fd, stream);
  if (fd > 2) close(fd);
  return 0;
}

int setgroups(size_t count, const gid_t groups[]) {
  return (int)__result(__syscall(SYS_setgroups, count, groups));
}
