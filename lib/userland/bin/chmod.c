/* chmod(1): octal modes and u+x,go-w ones; -R, -v. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"
#include "file-tree.h"

static int recursive, verbose;
static const char *wanted;

_Noreturn static void bad_mode(void) {
  complain("invalid mode: '%s'", wanted);
  bad_option(1);
}

/* The bits of `rwxXst` for everybody whom `who` selects. */
static mode_t bits_of(char letter, mode_t who, mode_t mode, int folder) {
  switch (letter) {
    case 'r':
      return 0444 & who;
    case 'w':
      return 0222 & who;
    case 'x':
      return 0111 & who;
    case 'X':
      return folder || (mode & 0111) ? 0111 & who : 0;
    case 's':
      return 06000 & who;
    case 't':
      return 01000;
    default:
      bad_mode();
  }
}

static mode_t changed(mode_t mode, int folder) {
  if (*wanted >= '0' && *wanted <= '7') {
    char *end;
    unsigned long octal = strtoul(wanted, &end, 8);
    if (*end != '\0' || octal > 07777) bad_mode();
    return (mode_t)octal;
  }
  const char *at = wanted;
  do {
    mode_t who = 0;
    for (; *at && strchr("ugoa", *at); at++)
      who |= *at == 'u' ? 04700 : *at == 'g' ? 02070 : *at == 'o' ? 01007 : 07777;
    mode_t mask = 0;
    if (who == 0) {
      who = 07777;
      mask = umask(0);
      umask(mask);
    }
    if (!*at || !strchr("+-=", *at)) bad_mode();
    while (*at && strchr("+-=", *at)) {
      char operator = *at++;
      mode_t bits = 0;
      if (*at && strchr("ugo", *at)) {
        unsigned copied = (mode >> (*at == 'u' ? 6 : *at == 'g' ? 3 : 0)) & 7;
        bits = (copied | copied << 3 | copied << 6) & who;
        at++;
      } else {
        for (; *at && !strchr(",+-=", *at); at++) bits |= bits_of(*at, who, mode, folder);
      }
      bits &= ~mask;
      if (operator == '+') mode |= bits;
      else if (operator == '-') mode &= ~bits;
      else mode = (mode & ~(who & 0777)) | bits;
    }
  } while (*at == ',' && at++);
  if (*at) bad_mode();
  return mode;
}

static void change(const char *path) {
  struct stat about;
  if (stat(path, &about) < 0) {
    complain_errno("cannot access '%s'", path);
    return;
  }
  mode_t mode = changed(about.st_mode & 07777, S_ISDIR(about.st_mode));
  if (chmod(path, mode) < 0) complain_errno("changing permissions of '%s'", path);
  else if (verbose) printf("mode of '%s' changed to %04o\n", path, (unsigned)mode);
  int count;
  char **names = recursive && S_ISDIR(about.st_mode) ? names_in(path, &count) : NULL;
  for (int i = 0; names && i < count; i++) {
    char *inner = path_in(path, names[i]);
    change(inner);
    free(inner);
  }
  if (names) free_names(names, count);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int i = 1;
  for (; i < argc && argv[i][0] == '-' && argv[i][1] && strchr("Rvf-", argv[i][1]); i++) {
    if (strcmp(argv[i], "--") == 0) {
      i++;
      break;
    }
    recursive |= strchr(argv[i], 'R') != NULL;
    verbose |= strchr(argv[i], 'v') != NULL;
  }
  if (i == argc) missing_operand(argc, argv, argc);
  wanted = argv[i++];
  if (i == argc) {
    complain("missing operand after '%s'", wanted);
    bad_option(1);
  }
  changed(0, 0);
  for (; i < argc; i++) change(argv[i]);
  return finish_output();
}
