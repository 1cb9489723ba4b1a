/* wc(1): -l -w -c -m -L, in that order; a total for several files. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"
#include "line-input.h"

enum { LINES, WORDS, CHARACTERS, BYTES, LONGEST, KINDS };
static int wanted[KINDS];
static long total[KINDS];
static int width = 1, files;

static void print(const long counts[KINDS], const char *name) {
  const char *gap = "";
  for (int kind = 0; kind < KINDS; kind++) {
    if (!wanted[kind]) continue;
    printf("%s%*ld", gap, width, counts[kind]);
    gap = " ";
  }
  if (name) printf(" %s", name);
  putchar('\n');
}

static void count(FILE *file, const char *name) {
  long counts[KINDS] = {0};
  long column = 0;
  int in_word = 0;
  for (int c; (c = getc(file)) != EOF;) {
    counts[BYTES]++;
    if ((c & 0xc0) != 0x80) counts[CHARACTERS]++;
    if (c == '\n') counts[LINES]++;
    if (c == '\n' || c == '\r' || c == '\f') column = 0;
    else if (c == '\t') column += 8 - column % 8;
    else if (c >= 32) column++;
    if (column > counts[LONGEST]) counts[LONGEST] = column;
    int word = !isspace(c);
    if (word && !in_word) counts[WORDS]++;
    in_word = word;
  }
  for (int kind = 0; kind < KINDS; kind++) {
    if (kind != LONGEST) total[kind] += counts[kind];
    else if (counts[kind] > total[kind]) total[kind] = counts[kind];
  }
  print(counts, files == 0 ? NULL : name);
}

/* As wide as the sum of all sizes; 7 if one of them is no regular file. */
static void choose_width(char **names) {
  long bytes = 0;
  int columns = 0, irregular = 0;
  static char *standard[] = {"-", NULL};
  if (!*names) names = standard;
  for (int kind = 0; kind < KINDS; kind++) columns += wanted[kind];
  for (; *names; names++) {
    struct stat about;
    int result = strcmp(*names, "-") == 0 ? fstat(0, &about) : stat(*names, &about);
    if (result < 0) continue;
    if (S_ISREG(about.st_mode)) bytes += about.st_size;
    else irregular = 1;
  }
  if (columns == 1 && files <= 1) return;
  for (; bytes >= 10; bytes /= 10) width++;
  if (irregular && width < 7) width = 7;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "lwcmL")) != -1) {
    const char *letters = "lwmcL";
    if (option == '?') bad_option(1);
    wanted[strchr(letters, option) - letters] = 1;
  }
  if (!wanted[LINES] && !wanted[WORDS] && !wanted[CHARACTERS] && !wanted[BYTES] && !wanted[LONGEST])
    wanted[LINES] = wanted[WORDS] = wanted[BYTES] = 1;
  files = argc - optind;
  choose_width(argv + optind);
  each_input(argv + optind, count);
  if (files > 1) print(total, "total");
  return finish_output();
}
