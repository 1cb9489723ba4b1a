/* Record locks of fcntl: sections, conflicts between processes, splitting, EDEADLK. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int fd;

static int lock(int command, int type, long start, long length) {
  struct flock section = {type, SEEK_SET, start, length, 0};
  int result = fcntl(fd, command, &section);
  if (command == F_GETLK && result == 0) {
    if (section.l_type == F_UNLCK) return -2;
    printf("  held: type %d from %ld length %ld by the parent %d\n", section.l_type,
           (long)section.l_start, (long)section.l_len, section.l_pid == getppid());
  }
  return result < 0 ? errno : 0;
}

static void in_child(void (*what)(void)) {
  fflush(stdout);
  if (fork() == 0) {
    what();
    fflush(stdout);
    _exit(0);
  }
  wait(NULL);
}

static void conflicts(void) {
  printf("write 0-9: %s\n", strerror(lock(F_SETLK, F_WRLCK, 0, 10)));
  printf("read 0-9: %s\n", strerror(lock(F_SETLK, F_RDLCK, 0, 10)));
  printf("read 20-29: %s\n", strerror(lock(F_SETLK, F_RDLCK, 20, 10)));
  printf("write 20-29: %s\n", strerror(lock(F_SETLK, F_WRLCK, 20, 10)));
  printf("write 10-19: %s\n", strerror(lock(F_SETLK, F_WRLCK, 10, 10)));
  lock(F_GETLK, F_WRLCK, 5, 1);
  lock(F_GETLK, F_WRLCK, 0, 0);
  printf("nothing at 40: %d\n", lock(F_GETLK, F_WRLCK, 40, 1));
}

static void split(void) {
  printf("middle free: %s\n", strerror(lock(F_SETLK, F_WRLCK, 4, 2)));
  lock(F_GETLK, F_RDLCK, 0, 4);
  lock(F_GETLK, F_RDLCK, 6, 4);
}

static void after_close(void) {
  printf("all free after a close: %s\n", strerror(lock(F_SETLK, F_WRLCK, 0, 0)));
}

int main(void) {
  char name[] = "/tmp/locksXXXXXX";
  fd = mkstemp(name);
  printf("mine: %d %d\n", lock(F_SETLK, F_WRLCK, 0, 10), lock(F_SETLK, F_RDLCK, 20, 10));
  in_child(conflicts);
  printf("unlock the middle: %d\n", lock(F_SETLK, F_UNLCK, 4, 2));
  in_child(split);
  close(open(name, O_RDONLY));
  in_child(after_close);

  int ready[2], go[2];
  char c;
  pipe(ready), pipe(go);
  lock(F_SETLK, F_WRLCK, 0, 1);
  if (fork() == 0) {
    lock(F_SETLK, F_WRLCK, 1, 1);
    write(ready[1], "r", 1);
    printf("child waits for byte 0: %s\n", strerror(lock(F_SETLKW, F_WRLCK, 0, 1)));
    fflush(stdout);
    _exit(0);
  }
  read(ready[0], &c, 1);
  usleep(50000);
  int result = lock(F_SETLKW, F_WRLCK, 1, 1);
  printf("parent waits for byte 1: %s\n", result == EDEADLK ? "EDEADLK" : strerror(result));
  fflush(stdout);
  lock(F_SETLK, F_UNLCK, 0, 1);
  wait(NULL);
  int reader = open(name, O_RDONLY);
  fd = reader;
  result = lock(F_SETLK, F_WRLCK, 0, 1);
  printf("write lock on a reader: %s\n", strerror(result));
  struct flock odd = {9, SEEK_SET, 0, 0, 0};
  printf("bad type: %d %s\n", fcntl(fd, F_SETLK, &odd), strerror(errno));
  printf("lockf on a reader: %d %s\n", lockf(reader, F_TLOCK, 0), strerror(errno));
  return unlink(name);
}
