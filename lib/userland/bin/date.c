/* date(1) of the virtual clock: +FORMAT, -u, -d @seconds, -r file, -I, -R. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  const char *format = "%a %b %e %H:%M:%S %Z %Y";
  int option;
  while ((option = getopt(argc, argv, "ud:r:IR")) != -1) {
    struct stat about;
    switch (option) {
      case 'u': setenv("TZ", "UTC0", 1); break;
      case 'd':
        if (optarg[0] != '@' && strcmp(optarg, "now") != 0) give_up(1, "invalid date '%s'", optarg);
        if (optarg[0] == '@') now.tv_sec = atol(optarg + 1), now.tv_nsec = 0;
        break;
      case 'r':
        if (stat(optarg, &about) < 0) {
          complain_errno("%s", optarg);
          return 1;
        }
        now = about.st_mtim;
        break;
      case 'I': format = "%Y-%m-%d"; break;
      case 'R': format = "%a, %d %b %Y %H:%M:%S %z"; break;
      default: bad_option(1);
    }
  }
  if (optind < argc) {
    if (argv[optind][0] != '+') give_up(1, "invalid date '%s'", argv[optind]);
    format = argv[optind] + 1;
  }
  /* %N, nanoseconds, is date's own. */
  char own[512];
  size_t n = 0;
  for (const char *at = format; *at && n + 12 < sizeof own; at++) {
    if (*at == '%' && at[1] == 'N') {
      n += (size_t)snprintf(own + n, sizeof own - n, "%09ld", now.tv_nsec);
      at++;
    } else {
      own[n++] = *at;
      if (*at == '%' && at[1]) own[n++] = *++at;
    }
  }
  own[n] = '\0';
  char text[1024] = "";
  if (own[0] != '\0') strftime(text, sizeof text, own, localtime(&now.tv_sec));
  puts(text);
  return finish_output();
}
