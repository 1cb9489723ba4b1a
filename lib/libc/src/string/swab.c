/* swab(3) */
#include <unistd.h>

void swab(const void *restrict from, void *restrict to, ssize_t n) {
  const char *in = from;
  char *out = to;
  for (ssize_t k = 0; k + 1 < n; k += 2) {
    char first = in[k];
    out[k] = in[k + 1];
    out[k + 1] = first;
  }
}
