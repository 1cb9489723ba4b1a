/* cat(1): -n -b -s -E -T -v -A -e -t -u; - is standard input. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"

static int number, number_filled, squeeze, show_ends, show_tabs, show_others;
static int line, at_start = 1, empty_lines;

static void copy_plain(int fd, const char *name) {
  char buffer[4096];
  ssize_t n;
  while ((n = read(fd, buffer, sizeof buffer)) > 0) {
    for (ssize_t done = 0; done < n;) {
      ssize_t written = write(1, buffer + done, (size_t)(n - done));
      if (written < 0) {
        complain_errno("write error");
        return;
      }
      done += written;
    }
  }
  if (n < 0) complain_errno("%s", name);
}

static void show(unsigned char c) {
  if (c == '\n') {
    if (show_ends) putchar('$');
    putchar('\n');
  } else if (c == '\t') {
    fputs(show_tabs ? "^I" : "\t", stdout);
  } else if (show_others && (c < 32 || c >= 127)) {
    if (c >= 128) fputs("M-", stdout);
    c &= 127;
    if (c < 32 || c == 127) printf("^%c", c ^ 64);
    else putchar(c);
  } else {
    putchar(c);
  }
}

static void copy_shown(int fd, const char *name) {
  char buffer[4096];
  ssize_t n;
  while ((n = read(fd, buffer, sizeof buffer)) > 0) {
    for (ssize_t i = 0; i < n; i++) {
      int empty = at_start && buffer[i] == '\n';
      empty_lines = empty ? empty_lines + 1 : at_start ? 0 : empty_lines;
      if (squeeze && empty_lines > 1 && empty) continue;
      if (at_start && (number_filled ? !empty : number)) printf("%6d\t", ++line);
      at_start = buffer[i] == '\n';
      show((unsigned char)buffer[i]);
    }
    fflush(stdout);
  }
  if (n < 0) complain_errno("%s", name);
}

static void copy(const char *name) {
  int fd = strcmp(name, "-") == 0 ? 0 : open(name, O_RDONLY);
  struct stat about;
  if (fd >= 0 && fstat(fd, &about) == 0 && S_ISDIR(about.st_mode)) {
    complain("%s: %s", name, strerror(EISDIR));
  } else if (fd < 0) {
    complain_errno("%s", name);
  } else if (number || number_filled || squeeze || show_ends || show_tabs || show_others) {
    copy_shown(fd, name);
  } else {
    copy_plain(fd, name);
  }
  if (fd > 0) close(fd);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "nbsETvAetu")) != -1) {
    if (option == '?') bad_option(1);
    number |= option == 'n';
    number_filled |= option == 'b';
    squeeze |= option == 's';
    show_ends |= option == 'E' || option == 'A' || option == 'e';
    show_tabs |= option == 'T' || option == 'A' || option == 't';
    show_others |= option == 'v' || option == 'A' || option == 'e' || option == 't';
  }
  if (optind == argc) copy("-");
  for (int i = optind; i < argc; i++) copy(argv[i]);
  return finish_output();
}
