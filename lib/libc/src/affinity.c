/* Which processors a thread may run on: sched_setaffinity(2), sched_getcpu(3), get_nprocs(3). */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>
#include <sys/sysinfo.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

int __sched_cpucount(const cpu_set_t *set) {
  int count = 0;
  for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) count += CPU_ISSET(cpu, set);
  return count;
}

int __sched_cpuequal(const cpu_set_t *a, const cpu_set_t *b) {
  return memcmp(a, b, sizeof *a) == 0;
}

int sched_getaffinity(pid_t pid, size_t bytes, cpu_set_t *set) {
  long filled = __syscall(SYS_sched_getaffinity, pid, bytes, set);
  if (filled < 0) return (int)__result(filled);
  memset((char *)set + filled, 0, bytes - (size_t)filled);
  return 0;
}

int sched_setaffinity(pid_t pid, size_t bytes, const cpu_set_t *set) {
  return (int)__result(__syscall(SYS_sched_setaffinity, pid, bytes, set));
}

int pthread_getaffinity_np(pthread_t thread, size_t bytes, cpu_set_t *set) {
  int before = errno;
  int result = sched_getaffinity(__thread_id(thread), bytes, set) < 0 ? errno : 0;
  errno = before;
  return result;
}

int pthread_setaffinity_np(pthread_t thread, size_t bytes, const cpu_set_t *set) {
  int before = errno;
  int result = sched_setaffinity(__thread_id(thread), bytes, set) < 0 ? errno : 0;
  errno = before;
  return result;
}

int sched_getcpu(void) {
  unsigned int cpu = 0;
  long result = __result(__syscall(SYS_getcpu, &cpu, NULL, NULL));
  return result < 0 ? -1 : (int)cpu;
}

int get_nprocs(void) {
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

int get_nprocs_conf(void) {
  return (int)sysconf(_SC_NPROCESSORS_CONF);
}
