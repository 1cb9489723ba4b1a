/* mprotect(2): pages that may be read, written or neither; faults are caught and told by si_code. */
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

static sigjmp_buf back;
static volatile sig_atomic_t fault_code;
static char *volatile fault_address;

static void on_fault(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  fault_code = info->si_code;
  fault_address = info->si_addr;
  siglongjmp(back, 1);
}

static void try(const char *what, volatile char *at, int write, char *base) {
  if (sigsetjmp(back, 1) == 0) {
    if (write) *at = 'x';
    else (void)*at;
    printf("%s: fine\n", what);
  } else {
    printf("%s: %s at offset %ld\n", what, fault_code == SEGV_ACCERR ? "not allowed" : "not mapped",
           (long)(fault_address - base));
  }
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGSEGV, &action, NULL);
  char *p = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memset(p, 'a', 4 * PAGE);
  printf("read-only: %d\n", mprotect(p + PAGE, PAGE, PROT_READ));
  try("read page 1", p + PAGE + 5, 0, p);
  try("write page 1", p + PAGE + 7, 1, p);
  try("write page 0", p + 7, 1, p);
  try("write page 2", p + 2 * PAGE, 1, p);
  printf("none: %d\n", mprotect(p + 2 * PAGE, 2 * PAGE, PROT_NONE));
  try("read page 2", p + 2 * PAGE + 1, 0, p);
  try("write page 3", p + 3 * PAGE + 1, 1, p);
  int ends[2];
  pipe(ends);
  long written = write(ends[1], p + 2 * PAGE, 4);
  printf("write(2) from there: %ld %d\n", written, errno == EFAULT);
  printf("all again: %d\n", mprotect(p, 4 * PAGE, PROT_READ | PROT_WRITE));
  memset(p + PAGE - 10, 'b', 2 * PAGE + 20);
  printf("across: %c%c%c %c%c\n", p[PAGE - 11], p[PAGE - 10], p[2 * PAGE], p[3 * PAGE + 9], p[3 * PAGE + 10]);
  mprotect(p + PAGE, PAGE, PROT_READ);
  fflush(stdout);
  if (fork() == 0) {
    try("child writes page 1", p + PAGE, 1, p);
    mprotect(p + PAGE, PAGE, PROT_READ | PROT_WRITE);
    try("child writes page 1 again", p + PAGE, 1, p);
    fflush(stdout);
    _exit(p[PAGE]);
  }
  int status;
  wait(&status);
  printf("child ended with %c, here it is %c\n", WEXITSTATUS(status), p[PAGE]);
  try("parent writes page 1", p + PAGE, 1, p);
  int failed = mprotect(p + 1, PAGE, PROT_READ);
  printf("unaligned: %d %d\n", failed, errno == EINVAL);
  failed = mprotect(p, PAGE, 0x40);
  printf("bad bits: %d %d\n", failed, errno == EINVAL);
  printf("zero length: %d\n", mprotect(p, 0, PROT_NONE));
  munmap(p + PAGE, PAGE);
  failed = mprotect(p + PAGE, PAGE, PROT_READ);
  printf("hole: %d %d\n", failed, errno == ENOMEM);
  try("read hole", p + PAGE + 3, 0, p);
  try("read page 2", p + 2 * PAGE, 0, p);
  char name[] = "protect.tmp";
  int fd = open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
  write(fd, "hello", 5);
  close(fd);
  fd = open(name, O_RDONLY);
  char *w = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  printf("shared and writable, opened to read: %d %d\n", w == MAP_FAILED, errno == EACCES);
  char *r = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 0);
  failed = mprotect(r, PAGE, PROT_READ | PROT_WRITE);
  printf("%.5s %d %d\n", r, failed, errno == EACCES);
  try("write file", r, 1, r);
  char *c = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
  try("write copy", c, 1, c);
  printf("%.5s %.5s\n", r, c);
  unlink(name);
  return 0;
}
