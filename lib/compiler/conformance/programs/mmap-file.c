/* mmap(2) of files: from an offset, past the end, growing and shrinking, shared and private. */
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
static volatile sig_atomic_t fault_signal;

static void on_fault(int signal) {
  fault_signal = signal;
  siglongjmp(back, 1);
}

static void look(const char *what, volatile char *at) {
  if (sigsetjmp(back, 1) == 0) printf("%s: %d\n", what, *at);
  else printf("%s: %s\n", what, fault_signal == SIGBUS ? "SIGBUS" : "SIGSEGV");
}

static void told(const char *what, int failed, int code) {
  printf("%s: %d %d\n", what, failed, errno == code);
  errno = 0;
}

int main(void) {
  signal(SIGBUS, on_fault);
  signal(SIGSEGV, on_fault);
  char name[] = "mapped.tmp";
  int fd = open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
  char page[PAGE];
  for (int k = 0; k < 3; k++) {
    memset(page, 'a' + k, PAGE);
    write(fd, page, k < 2 ? PAGE : 100);
  }
  char *second = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, PAGE);
  printf("from page 1: %c%c\n", second[0], second[PAGE - 1]);
  second[10] = 'X';
  char got[3] = "";
  pread(fd, got, 2, PAGE + 10);
  printf("read(2) sees %s\n", got);
  char *all = mmap(NULL, 5 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  printf("whole: %c %c %c\n", all[0], all[PAGE + 10], all[2 * PAGE + 99]);
  look("tail of the last page", all + 2 * PAGE + 100);
  look("page beyond", all + 3 * PAGE);
  printf("ftruncate %d\n", ftruncate(fd, 4 * PAGE));
  look("page beyond, now", all + 3 * PAGE);
  look("next page", all + 4 * PAGE);
  pwrite(fd, "grown", 5, 4 * PAGE);
  printf("after write: %.5s\n", all + 4 * PAGE);
  ftruncate(fd, PAGE);
  look("cut off", all + PAGE);
  look("cut off in the other mapping", second);
  look("still there", all + PAGE - 1);
  ftruncate(fd, 2 * PAGE);
  look("zero again", all + PAGE + 10);
  char *own = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
  own[0] = 'P';
  all[1] = 'S';
  pread(fd, got, 2, 0);
  printf("file %s, private %c\n", got, own[0]);
  char *far = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 64 * PAGE);
  look("mapped behind the end", far);
  char *farther = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, fd, 64 * PAGE);
  look("private behind the end", farther);
  close(fd);
  unlink(name);
  if (fork() == 0) {
    all[2] = 'C';
    own[2] = 'C';
    _exit(0);
  }
  wait(NULL);
  printf("after the child: shared %c, private %c\n", all[2], own[2]);
  told("refused", mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, fd, 0) == MAP_FAILED, EBADF);
  fd = open(".", O_RDONLY);
  told("refused", mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, fd, 0) == MAP_FAILED, ENODEV);
  told("refused", mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED, EINVAL);
  told("refused", mmap(NULL, PAGE, PROT_READ, MAP_ANONYMOUS, -1, 0) == MAP_FAILED, EINVAL);
  told("refused", mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, fd, 100) == MAP_FAILED, EINVAL);
  told("refused", mmap(NULL, (size_t)-1, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED, ENOMEM);
  fd = open("write-only.tmp", O_WRONLY | O_CREAT, 0600);
  told("refused", mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 0) == MAP_FAILED, EACCES);
  unlink("write-only.tmp");
  int ends[2];
  pipe(ends);
  told("refused", mmap(NULL, PAGE, PROT_READ, MAP_SHARED, ends[0], 0) == MAP_FAILED, ENODEV);
  return 0;
}
