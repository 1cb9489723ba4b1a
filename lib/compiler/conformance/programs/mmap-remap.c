/* mremap(2), and the calls that advise about memory or ask for it. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE 4096
#define RW (PROT_READ | PROT_WRITE)

static sigjmp_buf back;
static volatile sig_atomic_t fault_signal;

static void on_fault(int signal) {
  fault_signal = signal;
  siglongjmp(back, 1);
}

static const char *access_to(volatile char *at) {
  if (sigsetjmp(back, 1) == 0) {
    (void)*at;
    return "fine";
  }
  return fault_signal == SIGBUS ? "SIGBUS" : "SIGSEGV";
}

static void told(const char *what, int failed, int code) {
  printf("%s: %d %d\n", what, failed, errno == code);
  errno = 0;
}

int main(void) {
  signal(SIGSEGV, on_fault);
  signal(SIGBUS, on_fault);
  char *p = mmap(NULL, 8 * PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memset(p, 'a', 8 * PAGE);
  printf("shrinks in place: %d\n", mremap(p, 8 * PAGE, 2 * PAGE, 0) == p);
  printf("kept %s, given back %s\n", access_to(p + 2 * PAGE - 1), access_to(p + 2 * PAGE));
  printf("grows in place: %d\n", mremap(p, 2 * PAGE, 3 * PAGE, 0) == p);
  printf("%c %d\n", p[2 * PAGE - 1], p[2 * PAGE]);
  char *wall = mmap(p + 3 * PAGE, PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  wall[0] = 'w';
  told("no room", mremap(p, 3 * PAGE, 5 * PAGE, 0) == MAP_FAILED, ENOMEM);
  char *q = mremap(p, 3 * PAGE, 5 * PAGE, MREMAP_MAYMOVE);
  printf("moved: %d, %c%d, old %s, wall %c\n", q != p, q[0], q[4 * PAGE], access_to(p), wall[0]);
  char *to = mmap(NULL, 5 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  char *r = mremap(q, 5 * PAGE, 5 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to);
  printf("where asked: %d, %c, old %s\n", r == to, r[0], access_to(q));
  told("fixed alone", mremap(r, PAGE, PAGE, MREMAP_FIXED, q) == MAP_FAILED, EINVAL);
  told("to nothing", mremap(r, PAGE, 0, 0) == MAP_FAILED, EINVAL);
  told("unaligned", mremap(r + 8, PAGE, PAGE, 0) == MAP_FAILED, EINVAL);
  munmap(r + PAGE, PAGE);
  told("not mapped", mremap(r + PAGE, PAGE, 2 * PAGE, MREMAP_MAYMOVE) == MAP_FAILED, EFAULT);
  told("over a hole", mremap(r, 3 * PAGE, 9 * PAGE, MREMAP_MAYMOVE) == MAP_FAILED, EFAULT);

  char *s = mmap(NULL, PAGE, RW, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  s[0] = 's';
  s = mremap(s, PAGE, 2 * PAGE, MREMAP_MAYMOVE);
  printf("shared: %c, longer than its memory: %s\n", s[0], access_to(s + PAGE));
  char *twin = mremap(s, 0, PAGE, MREMAP_MAYMOVE);
  twin[1] = 't';
  printf("the same memory twice: %d %c\n", twin != s, s[1]);

  int fd = open("remap.tmp", O_RDWR | O_CREAT | O_TRUNC, 0600);
  ftruncate(fd, 3 * PAGE);
  char *f = mmap(NULL, PAGE, RW, MAP_SHARED, fd, PAGE);
  pwrite(fd, "far", 3, 2 * PAGE);
  f = mremap(f, PAGE, 2 * PAGE, MREMAP_MAYMOVE);
  printf("file: %.3s\n", f + PAGE);

  char *m = mmap(NULL, 2 * PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memset(m, 'm', 2 * PAGE);
  printf("dontneed %d:", madvise(m, PAGE, MADV_DONTNEED));
  printf(" %d %c\n", m[0], m[PAGE]);
  printf("willneed %d\n", madvise(m, PAGE, MADV_WILLNEED));
  told("bad advice", madvise(m, PAGE, 7777), EINVAL);
  printf("mlock %d %d\n", mlock(m + 10, PAGE), munlock(m, 2 * PAGE));
  unsigned char resident[2] = {0, 0};
  m[0] = m[PAGE] = 1;
  printf("mincore %d", mincore(m, 2 * PAGE, resident));
  printf(" %d%d\n", resident[0] & 1, resident[1] & 1);
  printf("msync %d %d\n", msync(f, 2 * PAGE, MS_SYNC), msync(f, PAGE, MS_ASYNC));
  told("both", msync(f, PAGE, MS_SYNC | MS_ASYNC), EINVAL);
  munmap(m, 2 * PAGE);
  told("msync, gone", msync(m, PAGE, MS_SYNC), ENOMEM);
  told("madvise, gone", madvise(m, PAGE, MADV_WILLNEED), ENOMEM);
  told("mlock, gone", mlock(m, PAGE), ENOMEM);
  unlink("remap.tmp");
  return 0;
}
