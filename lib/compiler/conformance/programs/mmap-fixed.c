/* munmap(2) of parts, MAP_FIXED over a mapping, MAP_FIXED_NOREPLACE. */
#define _GNU_SOURCE
#include <errno.h>
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

static void on_fault(int signal) {
  (void)signal;
  siglongjmp(back, 1);
}

static int reads(volatile char *at) {
  if (sigsetjmp(back, 1) != 0) return -1;
  return *at;
}

static void row(const char *what, char *p, int pages) {
  printf("%-12s", what);
  for (int k = 0; k < pages; k++) {
    int c = reads(p + k * PAGE);
    printf(" %c", c < 0 ? '-' : c == 0 ? '0' : c);
  }
  printf("\n");
}

static void told(const char *what, int failed, int code) {
  printf("%s: %d %d\n", what, failed, errno == code);
  errno = 0;
}

int main(void) {
  signal(SIGSEGV, on_fault);
  char *p = mmap(NULL, 8 * PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  for (int k = 0; k < 8; k++) memset(p + k * PAGE, 'a' + k, PAGE);
  row("whole", p, 8);
  printf("%d\n", munmap(p + 2 * PAGE, 100));
  row("hole", p, 8);
  printf("%d\n", munmap(p, PAGE));
  row("trimmed", p, 8);
  printf("%d\n", munmap(p + 7 * PAGE, PAGE));
  row("both ends", p, 8);
  printf("again %d\n", munmap(p + 2 * PAGE, PAGE));
  char *q = mmap(p + 4 * PAGE, PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  printf("fixed there: %d\n", q == p + 4 * PAGE);
  row("replaced", p, 8);
  q[0] = 'N';
  char *r = mmap(p + 3 * PAGE, 2 * PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  told("no replace", r == MAP_FAILED, EEXIST);
  r = mmap(p + 2 * PAGE, PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  printf("in the hole: %d\n", r == p + 2 * PAGE);
  row("filled", p, 8);
  r = mmap(p + 1, PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  told("unaligned", r == MAP_FAILED, EINVAL);
  char *shared = mmap(p + 5 * PAGE, 2 * PAGE, RW, MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  shared[0] = 's';
  shared[PAGE] = 't';
  munmap(shared, PAGE);
  int ends[2];
  pipe(ends);
  fflush(stdout);
  if (fork() == 0) {
    shared[PAGE] = 'C';
    p[3 * PAGE] = 'C';
    q[0] = 'C';
    munmap(p + 3 * PAGE, PAGE);
    row("child", p, 8);
    fflush(stdout);
    _exit(0);
  }
  wait(NULL);
  row("parent", p, 8);
  /* A call's buffer may lie across mappings of different kinds. */
  memset(p + 3 * PAGE, 'x', PAGE);
  memset(p + 4 * PAGE, 'y', PAGE);
  printf("written %ld\n", (long)write(ends[1], p + 4 * PAGE - 2, 4));
  char got[5] = "";
  read(ends[0], got, 4);
  printf("%s\n", got);
  printf("never mapped: %d\n", munmap(p + 2 * PAGE, 6 * PAGE));
  told("no length", munmap(p, 0), EINVAL);
  told("unaligned", munmap(p + 1, PAGE), EINVAL);
  row("end", p, 8);
  return 0;
}
