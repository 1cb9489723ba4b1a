/* errno, and turning the kernel's -errno into -1: intro(2). */
#include <errno.h>

static _Thread_local int error_number;

int *__errno_location(void) {
  return &error_number;
}

long __result(long result) {
  if (result < 0 && result >= -4095) {
    error_number = (int)-result;
    return -1;
  }
  return result;
}
