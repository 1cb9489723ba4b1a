/* head(1): -n count, -c bytes (all but the last with -), -q, -v, -count. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"
#include "line-input.h"

static long count = 10;
static int bytes, quiet, always, files, shown;
static int all_but;

static long number(const char *text, const char *what) {
  all_but = *text == '-';
  char *end;
  long value = strtol(all_but ? text + 1 : text, &end, 10);
  if (*end == 'k' || *end == 'K') value *= 1024, end++;
  if (end == text || *end != '\0' || value < 0) give_up(1, "invalid number of %s: '%s'", what, text);
  return value;
}

/* The first ones: everything until `count` newlines or bytes have passed. */
static void copy_first(FILE *file) {
  for (long left = count; left > 0;) {
    int c = getc(file);
    if (c == EOF) break;
    putchar(c);
    if (bytes || c == '\n') left--;
  }
}

/* All but the last ones: what waits in a ring is shown when something comes after it. */
static void copy_all_but(FILE *file) {
  if (count == 0) {
    for (int c; (c = getc(file)) != EOF;) putchar(c);
    return;
  }
  char **ring = calloc((size_t)count, sizeof *ring);
  size_t *lengths = calloc((size_t)count, sizeof *lengths);
  long at = 0;
  char *line, one[1];
  for (ssize_t n;; at = (at + 1) % count) {
    if (bytes) {
      int c = getc(file);
      one[0] = (char)c;
      line = one;
      n = c == EOF ? -1 : 1;
    } else {
      n = next_line(file, &line);
    }
    if (n < 0) break;
    if (ring[at]) fwrite(ring[at], 1, lengths[at], stdout);
    ring[at] = more_memory(ring[at], (unsigned long)n);
    memcpy(ring[at], line, (size_t)n);
    lengths[at] = (size_t)n;
  }
  free(ring);
  free(lengths);
}

static void show(FILE *file, const char *name) {
  if (always || (files > 1 && !quiet))
    printf("%s==> %s <==\n", shown++ ? "\n" : "", strcmp(name, "-") == 0 ? "standard input" : name);
  if (all_but) copy_all_but(file);
  else copy_first(file);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  if (argc > 1 && argv[1][0] == '-' && isdigit((unsigned char)argv[1][1])) {
    count = number(argv[1] + 1, "lines");
    argv++;
    argc--;
  }
  int option;
  while ((option = getopt(argc, argv, "n:c:qv")) != -1) {
    switch (option) {
      case 'n':
      case 'c':
        bytes = option == 'c';
        count = number(optarg, bytes ? "bytes" : "lines");
        break;
      case 'q':
        quiet = 1;
        break;
      case 'v':
        always = 1;
        break;
      default:
        bad_option(1);
    }
  }
  input_failure = "cannot open '%s' for reading";
  files = argc - optind;
  each_input(argv + optind, show);
  return finish_output();
}
