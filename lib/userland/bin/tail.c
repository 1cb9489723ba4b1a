/* tail(1): -n count, -n +first, -c, -q, -v, -f (looks each second of virtual time), -count. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"
#include "line-input.h"

static long count = 10;
static int bytes, from_start, quiet, always, follows, files, shown;

static long number(const char *text, const char *what) {
  from_start = *text == '+';
  const char *digits = *text == '+' || *text == '-' ? text + 1 : text;
  char *end;
  long value = strtol(digits, &end, 10);
  if (end == digits || *end != '\0') give_up(1, "invalid number of %s: '%s'", what, text);
  return value;
}

static void copy_rest(FILE *file) {
  for (int c; (c = getc(file)) != EOF;) putchar(c);
}

static void skip_first(FILE *file) {
  for (long left = count - 1; left > 0;) {
    int c = getc(file);
    if (c == EOF) return;
    if (bytes || c == '\n') left--;
  }
}

/* The whole is kept: what is the last is known at the end. */
static void show_last(FILE *file) {
  char *text = NULL;
  size_t length = 0, room = 0;
  for (;;) {
    if (room - length < 4096) text = more_memory(text, room = 2 * room + 8192);
    size_t n = fread(text + length, 1, room - length, file);
    if (n == 0) break;
    length += n;
  }
  size_t start = length;
  if (bytes) {
    start = length > (size_t)count ? length - (size_t)count : 0;
  } else {
    for (long left = count; start > 0 && left > 0;) {
      start--;
      if (start == 0) break;
      if (text[start - 1] == '\n' && --left == 0) break;
    }
  }
  fwrite(text + start, 1, length - start, stdout);
  free(text);
}

static void show(FILE *file, const char *name) {
  if (always || (files > 1 && !quiet))
    printf("%s==> %s <==\n", shown++ ? "\n" : "", strcmp(name, "-") == 0 ? "standard input" : name);
  if (from_start) {
    skip_first(file);
    copy_rest(file);
  } else {
    show_last(file);
  }
  while (follows && files <= 1) {
    fflush(stdout);
    sleep(1);
    clearerr(file);
    copy_rest(file);
  }
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  if (argc > 1 && (argv[1][0] == '-' || argv[1][0] == '+') && isdigit((unsigned char)argv[1][1])) {
    count = number(argv[1], "lines");
    argv++;
    argc--;
  }
  int option;
  while ((option = getopt(argc, argv, "n:c:qvf")) != -1) {
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
      case 'f':
        follows = 1;
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
