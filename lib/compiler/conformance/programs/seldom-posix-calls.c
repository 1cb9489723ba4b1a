/* Calls that a program makes once in a while: limits of paths, names of users and machines, old signals. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int caught;
static void catch(int signal) { caught = signal; }

static void show(const char *what, long result) {
  printf("%s: %ld%s%s\n", what, result, result < 0 ? " " : "", result < 0 ? strerror(errno) : "");
}

static void paths(void) {
  show("name", pathconf("/", _PC_NAME_MAX));
  show("path", pathconf("/", _PC_PATH_MAX));
  show("pipe", fpathconf(0, _PC_PIPE_BUF));
  show("missing", pathconf("/no/such", _PC_NAME_MAX));
  show("closed", fpathconf(77, _PC_NAME_MAX));
  show("unknown", pathconf("/", 12345));
  char *here = get_current_dir_name(), *also = getcwd(NULL, 0);
  printf("here %d\n", strcmp(here, also));
  free(here);
  free(also);
  show("table", getdtablesize() == sysconf(_SC_OPEN_MAX));
  char text[8];
  show("confstr", confstr(_CS_PATH, NULL, 0) > 1);
  show("confstr cut", confstr(_CS_PATH, text, sizeof text) > 1);
  printf("%s\n", text);
}

static void files(void) {
  char name[] = "/tmp/seldomXXXXXX";
  int fd = mkstemp(name);
  show("fallocate", posix_fallocate(fd, 0, 100));
  struct stat found;
  fstat(fd, &found);
  printf("size %ld\n", (long)found.st_size);
  show("fallocate shorter", posix_fallocate(fd, 10, 20));
  show("fallocate nothing", posix_fallocate(fd, 10, 0));
  show("fallocate closed", posix_fallocate(77, 0, 10));
  show("advice", posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL));
  show("bad advice", posix_fadvise(fd, 0, 0, 99));
  struct iovec parts[2] = {{"hello ", 6}, {"world", 5}};
  show("pwritev", pwritev(fd, parts, 2, 4));
  char a[4], b[16] = "";
  struct iovec into[2] = {{a, 4}, {b, 7}};
  show("preadv", preadv(fd, into, 2, 4));
  printf("%.4s|%s\n", a, b);
  show("place", lseek(fd, 0, SEEK_CUR));
  int p[2];
  pipe(p);
  off_t at = 4;
  show("sendfile", sendfile(p[1], fd, &at, 11));
  char got[32] = "";
  show("read", read(p[0], got, sizeof got - 1));
  printf("%s, at %ld, place %ld\n", got, (long)at, (long)lseek(fd, 0, SEEK_CUR));
  lseek(fd, 10, SEEK_SET);
  show("sendfile from its place", sendfile(p[1], fd, NULL, 5));
  printf("place %ld\n", (long)lseek(fd, 0, SEEK_CUR));
  show("sendfile at the end", (lseek(fd, 0, SEEK_END), sendfile(p[1], fd, NULL, 5)));
  show("advice on a pipe", posix_fadvise(p[0], 0, 0, POSIX_FADV_NORMAL));
  struct timeval times[2] = {{1000, 5}, {2000, 7}};
  show("futimes", futimes(fd, times));
  fstat(fd, &found);
  printf("%ld %ld.%ld\n", (long)found.st_atime, (long)found.st_mtime, found.st_mtim.tv_nsec);
  char link[64];
  snprintf(link, sizeof link, "%s.link", name);
  symlink(name, link);
  show("lutimes", lutimes(link, times));
  lstat(link, &found);
  printf("%ld\n", (long)found.st_mtime);
  unlink(link);
  unlink(name);
  int extra = dup(fd);
  show("close range", close_range((unsigned)extra, (unsigned)extra + 3, 0));
  show("closed", fcntl(extra, F_GETFD));
  show("bad range", close_range(9, 3, 0));
}

static void old_signals(void) {
  printf("default %d\n", sigset(SIGUSR1, catch) == SIG_DFL);
  show("hold", sighold(SIGUSR1));
  raise(SIGUSR1);
  printf("held back %d\n", caught);
  show("release", sigrelse(SIGUSR1));
  printf("caught %d\n", caught == SIGUSR1);
  printf("hold %d\n", sigset(SIGUSR1, SIG_HOLD) == catch);
  printf("was held %d\n", sigset(SIGUSR1, catch) == SIG_HOLD);
  show("ignore", sigignore(SIGUSR2));
  raise(SIGUSR2);
  show("bad", sighold(99));
}

static void entries(void) {
  char folder[] = "/tmp/entriesXXXXXX", name[64];
  mkdtemp(folder);
  const char *names[] = {"file10", "file9", "file1"};
  for (int k = 0; k < 3; k++) {
    snprintf(name, sizeof name, "%s/%s", folder, names[k]);
    close(creat(name, 0600));
  }
  struct dirent **list;
  int count = scandir(folder, &list, NULL, versionsort);
  for (int k = 0; k < count; k++) {
    printf("%s ", list[k]->d_name);
    free(list[k]);
  }
  free(list);
  DIR *directory = opendir(folder);
  struct dirent one, *next;
  int seen = 0;
  while (readdir_r(directory, &one, &next) == 0 && next) seen += one.d_name[0] == 'f';
  printf("seen %d\n", seen);
  closedir(directory);
  for (int k = 0; k < 3; k++) {
    snprintf(name, sizeof name, "%s/%s", folder, names[k]);
    unlink(name);
  }
  rmdir(folder);
}

int main(void) {
  paths();
  files();
  old_signals();
  entries();
  char swapped[8] = "";
  swab("badcfe", swapped, 6);
  puts(swapped);
  unsigned char random[16] = {0};
  show("getrandom", getrandom(random, sizeof random, 0));
  show("entropy", getentropy(random, sizeof random));
  char much[257];
  show("too much entropy", getentropy(much, sizeof much));
  struct in_addr address = inet_makeaddr(10, 0x010203);
  printf("%s %x %x\n", inet_ntoa(address), inet_netof(address), inet_lnaof(address));
  sem_t semaphore;
  sem_init(&semaphore, 0, 1);
  struct timespec until;
  clock_gettime(CLOCK_MONOTONIC, &until);
  show("taken", sem_clockwait(&semaphore, CLOCK_MONOTONIC, &until));
  until.tv_nsec = (until.tv_nsec + 1000000) % 1000000000;
  show("in vain", sem_clockwait(&semaphore, CLOCK_MONOTONIC, &until));
  show("no such clock", sem_clockwait(&semaphore, 77, &until));
  show("not a terminal", ttyname(77) == NULL ? -1 : 0);
  return 0;
}
