/* flock: shared and exclusive, owned by the open file description. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

static void tell(const char *what, int result) {
  printf("%-28s %s\n", what, result < 0 ? strerror(errno) : "ok");
}

int main(void) {
  char name[] = "/tmp/flockXXXXXX";
  int a = mkstemp(name);
  int b = open(name, O_RDWR), twin = dup(a);
  tell("a exclusive", flock(a, LOCK_EX));
  tell("b exclusive", flock(b, LOCK_EX | LOCK_NB));
  tell("b shared", flock(b, LOCK_SH | LOCK_NB));
  tell("the twin of a", flock(twin, LOCK_EX | LOCK_NB));
  tell("a becomes shared", flock(a, LOCK_SH));
  tell("b shared", flock(b, LOCK_SH | LOCK_NB));
  tell("a exclusive again", flock(a, LOCK_EX | LOCK_NB));
  tell("unlock through the twin", flock(twin, LOCK_UN));
  tell("b exclusive", flock(b, LOCK_EX | LOCK_NB));
  close(b);
  tell("free after close", flock(a, LOCK_EX | LOCK_NB));
  tell("nonsense", flock(a, 77));
  fflush(stdout);
  int ready[2];
  pipe(ready);
  if (fork() == 0) {
    int c = open(name, O_RDWR);
    write(ready[1], "r", 1);
    flock(c, LOCK_EX);
    printf("child has it, after the parent\n");
    fflush(stdout);
    _exit(0);
  }
  char byte;
  read(ready[0], &byte, 1);
  usleep(30000);
  printf("parent lets go\n");
  fflush(stdout);
  flock(a, LOCK_UN);
  wait(NULL);
  struct flock record = {F_WRLCK, SEEK_SET, 0, 0, 0};
  int d = open(name, O_RDWR);
  flock(a, LOCK_EX);
  tell("record locks don't mind", fcntl(d, F_SETLK, &record));
  return unlink(name);
}
