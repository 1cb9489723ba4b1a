/* getrandom(2), getentropy(3): no chance, the same bytes in every run. */
#include <errno.h>
#include <sys/random.h>
#include <forkyard/intrinsics.h>

#define ENTROPY_MAX 256

long __result(long result);

ssize_t getrandom(void *to, size_t n, unsigned int flags) {
  return __result(__syscall(SYS_getrandom, to, n, flags));
}

int getentropy(void *to, size_t n) {
  if (n > ENTROPY_MAX) {
    errno = EIO;
    return -1;
  }
  return getrandom(to, n, 0) < 0 ? -1 : 0;
}
