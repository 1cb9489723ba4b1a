/* strerror_r of POSIX; perror; what is written to stderr. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  char text[60];
  printf("%d ", strerror_r(ENOENT, text, sizeof text));
  puts(text);
  printf("%d ", strerror_r(ENOENT, text, 5));
  puts(text);
  printf("%d ", strerror_r(9999, text, sizeof text));
  puts(text);
  fflush(stdout);
  dup2(1, 2);
  errno = EACCES;
  perror("file");
  errno = 0;
  perror("");
  errno = EINTR;
  perror(NULL);
  fprintf(stderr, "%s %d\n", "unbuffered", 1);
  fputs("end\n", stderr);
  return 0;
}
