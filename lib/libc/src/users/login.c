/* Who is logged in at the terminal: getlogin(3). */
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

static char name[256];

char *getlogin(void) {
  int terminal = open("/dev/tty", O_RDWR);
  if (terminal < 0) return NULL;
  close(terminal);
  struct passwd *user = getpwuid(getuid());
  if (!user) {
    errno = ENOENT;
    return NULL;
  }
  return strncpy(name, user->pw_name, sizeof name - 1);
}

int getlogin_r(char *to, size_t max) {
  char *found = getlogin();
  if (!found) return errno;
  if (strlen(found) >= max) return ERANGE;
  strcpy(to, found);
  return 0;
}
