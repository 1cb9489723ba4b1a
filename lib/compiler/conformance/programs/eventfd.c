/* eventfd(2): counting, as a semaphore, blocking, between processes, in poll, through dup. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *error(void) {
  return errno == EAGAIN   ? "EAGAIN"
         : errno == EINVAL ? "EINVAL"
         : errno == EBADF  ? "EBADF"
         : errno == ESPIPE ? "ESPIPE"
                           : strerror(errno);
}

static void take(int fd) {
  uint64_t value = 99;
  ssize_t n = read(fd, &value, sizeof value);
  if (n == 8)
    printf("read %llu\n", (unsigned long long)value);
  else
    printf("read: %s\n", error());
}

static void give(int fd, uint64_t value) {
  ssize_t n = write(fd, &value, sizeof value);
  if (n == 8)
    printf("wrote %llu\n", (unsigned long long)value);
  else
    printf("write %llu: %s\n", (unsigned long long)value, error());
}

static void look(int fd) {
  struct pollfd at = {fd, POLLIN | POLLOUT, 0};
  int n = poll(&at, 1, 0);
  printf("poll %d: %x\n", n, at.revents);
}

static int shared;

static void *reader(void *result) {
  read(shared, result, 8);
  return NULL;
}

static void *writer(void *unused) {
  uint64_t five = 5;
  write(shared, &five, 8);
  return unused;
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  int fd = eventfd(3, EFD_NONBLOCK | EFD_CLOEXEC);
  printf("%d %d\n", fcntl(fd, F_GETFD), (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0);
  look(fd);
  take(fd);
  take(fd);
  look(fd);
  give(fd, 4);
  give(fd, 0);
  give(fd, 6);
  take(fd);
  give(fd, 0xfffffffffffffffeull);
  look(fd);
  give(fd, 1);
  give(fd, 0xffffffffffffffffull);
  take(fd);
  char small[4] = "abc";
  printf("%d ", (int)read(fd, small, 4));
  puts(error());
  printf("%d ", (int)write(fd, small, 4));
  puts(error());
  uint64_t halves[2] = {7, 8};
  uint32_t a = 0, b = 0;
  struct iovec parts[2] = {{&a, 4}, {&b, 4}};
  give(fd, 0x500000009ull);
  ssize_t n = readv(fd, parts, 2);
  printf("%zd %u %u\n", n, a, b);
  printf("%d ", (int)pread(fd, halves, 8, 0));
  puts(error());
  struct stat at;
  fstat(fd, &at);
  printf("type %o size %ld\n", at.st_mode & S_IFMT, (long)at.st_size);
  char link[64] = "", path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  readlink(path, link, sizeof link - 1);
  puts(link);
  errno = 0;
  printf("%d ", eventfd(0, 7));
  puts(error());

  int semaphore = eventfd(2, EFD_SEMAPHORE | EFD_NONBLOCK), twin = dup(semaphore);
  take(semaphore);
  take(twin);
  take(semaphore);
  close(semaphore);
  eventfd_write(twin, 2);
  eventfd_t value = 0;
  printf("%d", eventfd_read(twin, &value));
  printf(" %lu\n", (unsigned long)value);

  shared = eventfd(0, 0);
  pthread_t thread;
  pthread_create(&thread, NULL, reader, &value);
  usleep(2000);
  give(shared, 12);
  pthread_join(thread, NULL);
  printf("%lu\n", (unsigned long)value);
  uint64_t full = 0xfffffffffffffffeull;
  write(shared, &full, 8);
  pthread_create(&thread, NULL, writer, NULL);
  usleep(2000);
  read(shared, &value, 8);
  printf("%d\n", value == full);
  pthread_join(thread, NULL);
  take(shared);
  for (int k = 1; k <= 3; k++)
    if (fork() == 0) {
      uint64_t one = 100 * k;
      write(shared, &one, 8);
      _exit(0);
    }
  while (wait(NULL) > 0) continue;
  take(shared);
  close(shared);
  take(shared);
  return 0;
}
