/* Modes, umask, times, access. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

static unsigned mode_of(const char *path) {
  struct stat about;
  return stat(path, &about) < 0 ? 0 : about.st_mode;
}

int main(void) {
  char place[] = "/tmp/modesXXXXXX";
  struct stat about;
  if (!mkdtemp(place) || chdir(place) < 0) return 1;
  printf("mkdtemp %o\n", mode_of("."));
  printf("umask was %o\n", umask(027));
  int fd = open("f", O_CREAT | O_RDWR, 0666);
  mkdir("d", 0777);
  mkfifo("p", 0666);
  printf("file %o directory %o fifo %o\n", mode_of("f"), mode_of("d"), mode_of("p"));
  printf("umask was %o\n", umask(0));
  printf("chmod %d %o\n", chmod("f", 04751), mode_of("f"));
  printf("fchmod %d %o\n", fchmod(fd, 0600), mode_of("f"));
  printf("fchmodat %d %o\n", fchmodat(AT_FDCWD, "d", 01777, 0), mode_of("d"));
  printf("chmod missing: %d %s\n", chmod("none", 0600), strerror(errno));
  write(fd, "twelve bytes", 12);
  fstat(fd, &about);
  printf("size %ld block %ld blocks of 512: %ld\n", (long)about.st_size, (long)about.st_blksize,
         (long)about.st_blocks);
  printf("mine: %d %d\n", about.st_uid == getuid(), about.st_gid == getgid());
  struct utimbuf old = {1000000000, 1100000000};
  printf("utime %d\n", utime("f", &old));
  stat("f", &about);
  printf("atime %ld mtime %ld\n", (long)about.st_atime, (long)about.st_mtime);
  struct timespec exact[2] = {{1200000000, 5}, {0, UTIME_OMIT}};
  printf("utimensat %d\n", utimensat(AT_FDCWD, "f", exact, 0));
  stat("f", &about);
  printf("atime %ld.%09ld mtime %ld\n", (long)about.st_atim.tv_sec, about.st_atim.tv_nsec,
         (long)about.st_mtime);
  exact[0].tv_nsec = 1000000000;
  printf("bad nanoseconds: %d %s\n", futimens(fd, exact), strerror(errno));
  struct timeval both[2] = {{1300000000, 250000}, {1400000000, 750000}};
  printf("utimes %d\n", utimes("f", both));
  fstat(fd, &about);
  printf("%ld.%ld %ld.%ld\n", (long)about.st_atim.tv_sec, about.st_atim.tv_nsec / 1000,
         (long)about.st_mtim.tv_sec, about.st_mtim.tv_nsec / 1000);
  time_t before = about.st_ctime;
  printf("changed since: %d\n", before > 1400000000);
  printf("access: %d %d, missing %d %s\n", access("f", R_OK | W_OK), access("d", X_OK),
         access("none", F_OK), strerror(errno));
  printf("bad mode: %d %s\n", access("f", 64), strerror(errno));
  printf("ftruncate %d, truncate %d\n", ftruncate(fd, 5), truncate("f", 100));
  fstat(fd, &about);
  printf("size %ld\n", (long)about.st_size);
  printf("truncate directory: %d %s\n", truncate("d", 0), strerror(errno));
  printf("negative: %d %s\n", ftruncate(fd, -1), strerror(errno));
  printf("chown to myself %d\n", chown("f", getuid(), getgid()));
  int reader = open("f", O_RDONLY);
  printf("ftruncate without writing: %d %s\n", ftruncate(reader, 1), strerror(errno));
  unlink("f"), rmdir("d"), unlink("p");
  fstat(fd, &about);
  printf("unlinked, still open: links %lu size %ld\n", (unsigned long)about.st_nlink,
         (long)about.st_size);
  printf("%d\n", rmdir(place));
  return 0;
}
