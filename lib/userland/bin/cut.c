/* cut(1): -f fields with -d delimiter and -s, -c characters, -b bytes; lists as 1,3-5,7-. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"
#include "line-input.h"

enum { RANGES_MAX = 128 };
static struct {
  long first, last;
} ranges[RANGES_MAX];
static int range_count, only_delimited;
static char delimiter = '\t', mode;

_Noreturn static void wrong_list(const char *what) {
  complain("%s", what);
  bad_option(1);
}

static void read_list(const char *text, const char *what) {
  for (const char *at = text;; at++) {
    char *end;
    long first = 1, last;
    if (*at != '-') {
      first = strtol(at, &end, 10);
      if (end != at && first < 1) what = mode == 'f' ? "fields are numbered from 1" : "byte/character positions are numbered from 1";
      if (end == at || first < 1) wrong_list(what);
      at = end;
    }
    last = first;
    if (*at == '-') {
      at++;
      last = strtol(at, &end, 10);
      if (end == at) last = 1000000000L;
      at = end;
      if (last < first) give_up(1, "invalid decreasing range");
    }
    if (range_count == RANGES_MAX) give_up(1, "too many ranges");
    ranges[range_count].first = first;
    ranges[range_count++].last = last;
    if (*at == '\0') return;
    if (*at != ',') wrong_list(what);
  }
}

static int chosen(long k) {
  for (int i = 0; i < range_count; i++)
    if (k >= ranges[i].first && k <= ranges[i].last) return 1;
  return 0;
}

static void cut_fields(const char *line) {
  if (!strchr(line, delimiter)) {
    if (!only_delimited) puts(line);
    return;
  }
  int any = 0;
  for (long field = 1;; field++) {
    const char *end = strchr(line, delimiter);
    size_t n = end ? (size_t)(end - line) : strlen(line);
    if (chosen(field)) {
      if (any) putchar(delimiter);
      fwrite(line, 1, n, stdout);
      any = 1;
    }
    if (!end) break;
    line = end + 1;
  }
  putchar('\n');
}

static void cut(FILE *file, const char *name) {
  (void)name;
  char *line;
  for (ssize_t n; (n = next_line(file, &line)) > 0;) {
    if (line[n - 1] == '\n') line[n - 1] = '\0';
    if (mode == 'f') {
      cut_fields(line);
      continue;
    }
    for (long k = 1; line[k - 1]; k++)
      if (chosen(k)) putchar(line[k - 1]);
    putchar('\n');
  }
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "f:c:b:d:sn")) != -1) {
    switch (option) {
      case 'f':
      case 'c':
      case 'b':
        if (mode) give_up(1, "only one type of list may be specified");
        mode = (char)option;
        read_list(optarg, option == 'f' ? "invalid field value" : "invalid byte/character position");
        break;
      case 'd':
        if (optarg[0] != '\0' && optarg[1] != '\0') {
          complain("the delimiter must be a single character");
          bad_option(1);
        }
        delimiter = optarg[0];
        break;
      case 's':
        only_delimited = 1;
        break;
      case 'n':
        break;
      default:
        bad_option(1);
    }
  }
  if (!mode) {
    complain("you must specify a list of bytes, characters, or fields");
    bad_option(1);
  }
  each_input(argv + optind, cut);
  return finish_output();
}
