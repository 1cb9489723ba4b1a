/* ioctl(2), termios(3) and the terminal's foreground group. The kernel's struct has fewer characters than glibc's. */
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

#define KERNEL_CHARACTERS 19
#define SPEED_BITS 0010017

long __result(long result);

struct kernel_termios {
  tcflag_t flags[4];
  cc_t line;
  cc_t characters[KERNEL_CHARACTERS];
};

int ioctl(int fd, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  return (int)__result(__syscall(SYS_ioctl, fd, request, argument));
}

int tcgetattr(int fd, struct termios *at) {
  struct kernel_termios settings;
  if (__result(__syscall(SYS_ioctl, fd, TCGETS, &settings)) < 0) return -1;
  memset(at, 0, sizeof *at);
  at->c_iflag = settings.flags[0];
  at->c_oflag = settings.flags[1];
  at->c_cflag = settings.flags[2];
  at->c_lflag = settings.flags[3];
  at->c_line = settings.line;
  memcpy(at->c_cc, settings.characters, KERNEL_CHARACTERS);
  at->c_ispeed = at->c_ospeed = settings.flags[2] & SPEED_BITS;
  return 0;
}

int tcsetattr(int fd, int when, const struct termios *wanted) {
  struct kernel_termios settings;
  if (when < TCSANOW || when > TCSAFLUSH) {
    errno = EINVAL;
    return -1;
  }
  memset(&settings, 0, sizeof settings);
  settings.flags[0] = wanted->c_iflag;
  settings.flags[1] = wanted->c_oflag;
  settings.flags[2] = wanted->c_cflag;
  settings.flags[3] = wanted->c_lflag;
  settings.line = wanted->c_line;
  memcpy(settings.characters, wanted->c_cc, KERNEL_CHARACTERS);
  return (int)__result(__syscall(SYS_ioctl, fd, TCSETS + when, &settings));
}

void cfmakeraw(struct termios *at) {
  at->c_iflag &= ~(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
  at->c_oflag &= ~OPOST;
  at->c_lflag &= ~(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
  at->c_cflag = (at->c_cflag & ~(CSIZE | PARENB)) | CS8;
  at->c_cc[VMIN] = 1;
  at->c_cc[VTIME] = 0;
}

speed_t cfgetispeed(const struct termios *at) {
  return at->c_cflag & SPEED_BITS;
}

speed_t cfgetospeed(const struct termios *at) {
  return at->c_cflag & SPEED_BITS;
}

int cfsetospeed(struct termios *at, speed_t speed) {
  if (speed & ~SPEED_BITS) {
    errno = EINVAL;
    return -1;
  }
  at->c_cflag = (at->c_cflag & ~SPEED_BITS) | speed;
  at->c_ospeed = speed;
  return 0;
}

int cfsetispeed(struct termios *at, speed_t speed) {
  if (speed == B0) return 0;
  return cfsetospeed(at, speed);
}

int tcdrain(int fd) {
  return (int)__result(__syscall(SYS_ioctl, fd, TCSBRK, 1L));
}

int tcflow(int fd, int action) {
  return (int)__result(__syscall(SYS_ioctl, fd, TCXONC, (long)action));
}

int tcflush(int fd, int queue) {
  return (int)__result(__syscall(SYS_ioctl, fd, TCFLSH, (long)queue));
}

int tcsendbreak(int fd, int duration) {
  (void)duration;
  return (int)__result(__syscall(SYS_ioctl, fd, TCSBRK, 0L));
}

pid_t tcgetsid(int fd) {
  pid_t session;
  return __result(__syscall(SYS_ioctl, fd, TIOCGSID, &session)) < 0 ? -1 : session;
}

pid_t tcgetpgrp(int fd) {
  pid_t group;
  return __result(__syscall(SYS_ioctl, fd, TIOCGPGRP, &group)) < 0 ? -1 : group;
}

int tcsetpgrp(int fd, pid_t group) {
  return (int)__result(__syscall(SYS_ioctl, fd, TIOCSPGRP, &group));
}

/* There is one terminal: ttyname(3). Gives its error. */
int ttyname_r(int fd, char *to, size_t max) {
  static const char terminal[] = "/dev/tty";
  int before = errno;
  int error = isatty(fd) ? 0 : errno;
  errno = before;
  if (error) return error;
  if (max < sizeof terminal) return ERANGE;
  memcpy(to, terminal, sizeof terminal);
  return 0;
}

char *ttyname(int fd) {
  static char name[32];
  int error = ttyname_r(fd, name, sizeof name);
  if (!error) return name;
  errno = error;
  return NULL;
}
