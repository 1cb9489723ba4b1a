/* secure_getenv(3): no program here runs with another's rights. */
#include <stdlib.h>

char *secure_getenv(const char *name) {
  return getenv(name);
}
