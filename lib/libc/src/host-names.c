/* What the machine and its domain are called: gethostname(2), getdomainname(2). */
#include <errno.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

/* Nobody here may. */
int sethostname(const char *name, size_t length) {
  (void)name;
  (void)length;
  errno = EPERM;
  return -1;
}

int getdomainname(char *to, size_t max) {
  struct utsname names;
  if (uname(&names) < 0) return -1;
  size_t length = strlen(names.domainname) + 1;
  memcpy(to, names.domainname, length < max ? length : max);
  return 0;
}
