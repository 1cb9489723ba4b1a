/* getopt(3), POSIX behaviour: stops at the first argument that is no option. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

char *optarg;
int optind = 1, opterr = 1, optopt;

static int at = 1;

int getopt(int argc, char *const argv[], const char *options) {
  if (optind >= argc || argv[optind][0] != '-' || argv[optind][1] == '\0') return -1;
  if (strcmp(argv[optind], "--") == 0) {
    optind++;
    return -1;
  }
  char c = argv[optind][at++];
  const char *known = c == ':' ? NULL : strchr(options, c);
  int last = argv[optind][at] == '\0';
  if (!known) {
    optopt = c;
    if (opterr && *options != ':')
      fprintf(stderr, "%s: invalid option -- '%c'\n", argv[0], c);
    if (last) {
      optind++;
      at = 1;
    }
    return '?';
  }
  if (known[1] != ':') {
    if (last) {
      optind++;
      at = 1;
    }
    return c;
  }
  if (!last) {
    optarg = &argv[optind][at];
  } else if (optind + 1 < argc) {
    optarg = argv[++optind];
  } else {
    optopt = c;
    if (opterr && *options != ':')
      fprintf(stderr, "%s: option requires an argument -- '%c'\n", argv[0], c);
    optind++;
    at = 1;
    return *options == ':' ? ':' : '?';
  }
  optind++;
  at = 1;
  return c;
}
