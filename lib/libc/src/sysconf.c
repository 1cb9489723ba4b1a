/* sysconf(3): what this machine has, by the numbers of glibc. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

#define PAGE_BYTES 4096
#define PHYSICAL_BYTES (128L * 1024 * 1024)

int getpagesize(void) {
  return PAGE_BYTES;
}

/* -1 without an error: there is no limit. */
static long limit(int resource) {
  struct rlimit at;
  if (getrlimit(resource, &at) < 0) return -1;
  return at.rlim_cur == RLIM_INFINITY ? -1 : (long)at.rlim_cur;
}

/* Nobody is bound to some of the processors, so those that we may use are all. */
static long processors(void) {
  unsigned long mask = 0;
  long count = 0;
  if (__syscall(SYS_sched_getaffinity, 0L, sizeof mask, &mask) < 0) return 1;
  for (; mask; mask &= mask - 1) count++;
  return count;
}

long sysconf(int name) {
  switch (name) {
    case _SC_ARG_MAX: return 2097152;
    case _SC_CHILD_MAX: return limit(RLIMIT_NPROC);
    case _SC_CLK_TCK: return 100;
    case _SC_NGROUPS_MAX: return 65536;
    case _SC_OPEN_MAX: return limit(RLIMIT_NOFILE);
    case _SC_STREAM_MAX: return 16;
    case _SC_JOB_CONTROL: return 1;
    case _SC_SAVED_IDS: return 1;
    case _SC_REALTIME_SIGNALS: return 200809;
    case _SC_VERSION: return 200809;
    case _SC_PAGESIZE: return PAGE_BYTES;
    case _SC_RTSIG_MAX: return 32;
    case _SC_SEM_VALUE_MAX: return 2147483647;
    case _SC_SIGQUEUE_MAX: return limit(RLIMIT_SIGPENDING);
    case _SC_LINE_MAX: return 2048;
    case _SC_IOV_MAX: return 1024;
    case _SC_NPROCESSORS_CONF: return processors();
    case _SC_NPROCESSORS_ONLN: return processors();
    case _SC_PHYS_PAGES: return PHYSICAL_BYTES / PAGE_BYTES;
    case _SC_AVPHYS_PAGES: return PHYSICAL_BYTES / PAGE_BYTES;
    case _SC_HOST_NAME_MAX: return 64;
  }
  errno = EINVAL;
  return -1;
}

int getdtablesize(void) {
  return (int)sysconf(_SC_OPEN_MAX);
}

/* Of a file, or of what is opened: the same for all here. */
static long path_limit(int name) {
  switch (name) {
    case _PC_LINK_MAX: return 65000;
    case _PC_MAX_CANON: return 255;
    case _PC_MAX_INPUT: return 255;
    case _PC_NAME_MAX: return NAME_MAX;
    case _PC_PATH_MAX: return PATH_MAX;
    case _PC_PIPE_BUF: return PIPE_BUF;
    case _PC_CHOWN_RESTRICTED: return 1;
    case _PC_NO_TRUNC: return 1;
    case _PC_VDISABLE: return 0;
  }
  errno = EINVAL;
  return -1;
}

long pathconf(const char *path, int name) {
  if (access(path, F_OK) < 0) return -1;
  return path_limit(name);
}

long fpathconf(int fd, int name) {
  if (fcntl(fd, F_GETFD) < 0) return -1;
  return path_limit(name);
}

size_t confstr(int name, char *to, size_t max) {
  static const char path[] = "/bin:/usr/bin";
  if (name != _CS_PATH) {
    errno = EINVAL;
    return 0;
  }
  if (to && max > 0) {
    size_t n = max < sizeof path ? max : sizeof path;
    memcpy(to, path, n);
    to[n - 1] = 0;
  }
  return sizeof path;
}
