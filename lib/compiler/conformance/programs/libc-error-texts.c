/* Texts and names of errors and signals. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  for (int i = 0; i < 135; i++) printf("%d %s %s %s\n", i, strerror(i), strerrorname_np(i) ? strerrorname_np(i) : "-", strerrordesc_np(i) ? strerrordesc_np(i) : "-");
  for (int i = 1; i < 32; i++) printf("%d %s %s %s\n", i, strsignal(i), sigabbrev_np(i), sigdescr_np(i));
  puts(strsignal(34));
  puts(strsignal(64));
  puts(strsignal(65));
  puts(strsignal(0));
  puts(strerror(-1));
  puts(strerror(9999));
  char text[12];
  printf("%s\n", strerror_r(2, text, sizeof text));
  printf("%s\n", strerror_r(9999, text, sizeof text));
  return 0;
}
