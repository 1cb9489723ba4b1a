#include "test-expression.h"
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char **at;
static int left;
static const struct test_words *words;
static void (*tell)(const char *message, const char *subject);
static jmp_buf wrong;

static bool expression(void);

_Noreturn static void bad(const char *message, const char *subject) {
  tell(message, subject);
  longjmp(wrong, 1);
}

static long long number(const char *text) {
  char *end;
  while (*text == ' ' || *text == '\t') text++;
  long long value = strtoll(text, &end, 10);
  const char *rest = end;
  while (*rest == ' ' || *rest == '\t') rest++;
  if (end == text || *rest != '\0') bad(words->bad_number, text);
  return value;
}

static bool newer(const char *a, const char *b) {
  struct stat first, second;
  if (stat(a, &first) < 0) return false;
  if (stat(b, &second) < 0) return true;
  if (first.st_mtim.tv_sec != second.st_mtim.tv_sec) return first.st_mtim.tv_sec > second.st_mtim.tv_sec;
  return first.st_mtim.tv_nsec > second.st_mtim.tv_nsec;
}

static bool same_file(const char *a, const char *b) {
  struct stat first, second;
  return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_ino == second.st_ino && first.st_dev == second.st_dev;
}

static const char *const binary_operators[] = {"=",   "!=",  "-eq", "-ne", "-lt", "-le", "-gt",
                                               "-ge", "-nt", "-ot", "-ef", "<",   ">",   "=="};
enum { BINARY = sizeof binary_operators / sizeof *binary_operators };

static int binary_operator(const char *text) {
  for (int i = 0; i < BINARY; i++)
    if (strcmp(binary_operators[i], text) == 0) return i;
  return -1;
}

static bool binary(const char *a, int operator, const char *b) {
  switch (operator) {
    case 0:
    case 13:
      return strcmp(a, b) == 0;
    case 1:
      return strcmp(a, b) != 0;
    case 2:
      return number(a) == number(b);
    case 3:
      return number(a) != number(b);
    case 4:
      return number(a) < number(b);
    case 5:
      return number(a) <= number(b);
    case 6:
      return number(a) > number(b);
    case 7:
      return number(a) >= number(b);
    case 8:
      return newer(a, b);
    case 9:
      return newer(b, a);
    case 10:
      return same_file(a, b);
    case 11:
      return strcmp(a, b) < 0;
    default:
      return strcmp(a, b) > 0;
  }
}

static bool is_unary(const char *text) {
  return text[0] == '-' && text[1] != '\0' && text[2] == '\0' && strchr("bcdefgGhkLnOprsStuwxz", text[1]);
}

static bool unary(char operator, const char *operand) {
  struct stat about;
  switch (operator) {
    case 'n':
      return *operand != '\0';
    case 'z':
      return *operand == '\0';
    case 't':
      return isatty((int)number(operand));
    case 'r':
      return access(operand, R_OK) == 0;
    case 'w':
      return access(operand, W_OK) == 0;
    case 'x':
      return access(operand, X_OK) == 0;
    case 'h':
    case 'L':
      return lstat(operand, &about) == 0 && S_ISLNK(about.st_mode);
    default:
      break;
  }
  if (stat(operand, &about) < 0) return false;
  switch (operator) {
    case 'b':
      return (about.st_mode & S_IFMT) == S_IFBLK;
    case 'c':
      return S_ISCHR(about.st_mode);
    case 'd':
      return S_ISDIR(about.st_mode);
    case 'f':
      return S_ISREG(about.st_mode);
    case 'p':
      return S_ISFIFO(about.st_mode);
    case 'S':
      return (about.st_mode & S_IFMT) == S_IFSOCK;
    case 's':
      return about.st_size > 0;
    case 'u':
      return (about.st_mode & 04000) != 0;
    case 'g':
      return (about.st_mode & 02000) != 0;
    case 'k':
      return (about.st_mode & 01000) != 0;
    case 'O':
      return about.st_uid == geteuid();
    case 'G':
      return about.st_gid == getegid();
    default:
      return true;
  }
}

static void skip(int n) {
  at += n;
  left -= n;
}

static bool primary(void) {
  if (left == 0) bad(words->missing_argument, NULL);
  if (left >= 3 && binary_operator(at[1]) >= 0) {
    bool result = binary(at[0], binary_operator(at[1]), at[2]);
    skip(3);
    return result;
  }
  if (strcmp(at[0], "!") == 0 && left > 1) {
    skip(1);
    return !primary();
  }
  if (strcmp(at[0], "(") == 0 && left > 1) {
    skip(1);
    bool result = expression();
    if (left == 0 || strcmp(at[0], ")") != 0) bad(words->missing_parenthesis, NULL);
    skip(1);
    return result;
  }
  if (is_unary(at[0]) && left > 1) {
    bool result = unary(at[0][1], at[1]);
    skip(2);
    return result;
  }
  bool result = at[0][0] != '\0';
  skip(1);
  return result;
}

static bool conjunction(void) {
  bool result = primary();
  while (left > 0 && strcmp(at[0], "-a") == 0) {
    skip(1);
    result = primary() && result;
  }
  return result;
}

static bool expression(void) {
  bool result = conjunction();
  while (left > 0 && strcmp(at[0], "-o") == 0) {
    skip(1);
    result = conjunction() || result;
  }
  return result;
}

/* Few arguments are told apart by their number, as POSIX says, so that operands may look like operators. */
static bool by_count(void) {
  if (left == 0) return false;
  if (left == 1) {
    skip(1);
    return at[-1][0] != '\0';
  }
  if (left == 2 && strcmp(at[0], "!") == 0) {
    skip(2);
    return at[-1][0] == '\0';
  }
  if (left == 3 && binary_operator(at[1]) >= 0) return primary();
  if (left == 3 && strcmp(at[0], "(") == 0 && strcmp(at[2], ")") == 0) {
    skip(3);
    return at[-2][0] != '\0';
  }
  if (left == 4 && strcmp(at[0], "!") == 0) {
    skip(1);
    return !by_count();
  }
  return expression();
}

int test_command(int argc, char **argv, const struct test_words *its_words,
                 void (*say)(const char *message, const char *subject)) {
  words = its_words;
  tell = say;
  at = argv + 1;
  left = argc - 1;
  const char *name = strrchr(argv[0], '/');
  name = name ? name + 1 : argv[0];
  if (setjmp(wrong) != 0) return 2;
  if (strcmp(name, "[") == 0) {
    if (left == 0 || strcmp(argv[argc - 1], "]") != 0) bad(words->missing_bracket, NULL);
    left--;
  }
  bool result = by_count();
  if (left > 0) bad(words->unexpected, at[0]);
  return result ? 0 : 1;
}
