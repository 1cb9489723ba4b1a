#include "printf-command.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct printf_words *words;
static say *tell;
static char **arguments;
static int arguments_left;
static int failed;

/* The escape after a backslash; gives where it ends. Octal is \ooo in a format, \0ooo in a %b or echo. */
static const char *print_escape(const char *at, bool zero_octal, enum printed *printed) {
  static const char letters[] = "abfnrtv\\\"";
  static const char values[] = "\a\b\f\n\r\t\v\\\"";
  const char *found = *at && (*at != '"' || !zero_octal) ? strchr(letters, *at) : NULL;
  if (found) {
    putchar(values[found - letters]);
    return at + 1;
  }
  if (*at == 'c' && zero_octal) {
    *printed = PRINT_STOP;
    return at + 1;
  }
  if (*at >= '0' && *at <= '7' && (!zero_octal || *at == '0')) {
    int digits = zero_octal ? 4 : 3, value = 0;
    for (; digits > 0 && *at >= '0' && *at <= '7'; digits--) value = 8 * value + (*at++ - '0');
    putchar(value & 255);
    return at;
  }
  putchar('\\');
  return at;
}

enum printed print_escaped(const char *text) {
  enum printed printed = PRINT_ON;
  while (*text && printed == PRINT_ON) {
    if (*text == '\\') text = print_escape(text + 1, true, &printed);
    else putchar(*text++);
  }
  return printed;
}

static const char *next_argument(void) {
  if (arguments_left == 0) return NULL;
  arguments_left--;
  return *arguments++;
}

static void complain_about(const char *message, const char *subject) {
  failed = 1;
  tell(message, subject);
}

/* 'c is the character's number. */
static bool is_character(const char *text) {
  return *text == '\'' || *text == '"';
}

static void check_number(const char *text, const char *end) {
  if (end == text) complain_about(words->not_numeric, text);
  else if (*end != '\0') complain_about(words->not_converted, text);
  else if (errno == ERANGE) complain_about(strerror(ERANGE), text);
}

static long long integer_argument(void) {
  const char *text = next_argument();
  if (!text || *text == '\0') return 0;
  if (is_character(text)) return (unsigned char)text[1];
  char *end;
  errno = 0;
  long long value = *text == '-' ? strtoll(text, &end, 0) : (long long)strtoull(text, &end, 0);
  check_number(text, end);
  return value;
}

static double double_argument(void) {
  const char *text = next_argument();
  if (!text || *text == '\0') return 0;
  if (is_character(text)) return (unsigned char)text[1];
  char *end;
  errno = 0;
  double value = strtod(text, &end);
  check_number(text, end);
  return value;
}

/* One conversion, after its %; gives where it ends, null when the output is over. */
static const char *print_conversion(const char *at) {
  char format[64] = "%";
  size_t n = 1;
  while (*at && strchr("-+ #0", *at) && n < 40) format[n++] = *at++;
  for (int part = 0; part < 2; part++) {
    if (part == 1 && *at != '.') break;
    if (part == 1) format[n++] = *at++;
    if (*at == '*') {
      at++;
      n += (size_t)snprintf(format + n, 12, "%d", (int)integer_argument());
    } else {
      while (*at >= '0' && *at <= '9' && n < 40) format[n++] = *at++;
    }
  }
  char conversion = *at;
  switch (conversion) {
    case 'd':
    case 'i':
    case 'o':
    case 'u':
    case 'x':
    case 'X':
      strcpy(format + n, "ll");
      format[n + 2] = conversion;
      format[n + 3] = '\0';
      printf(format, integer_argument());
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
      format[n] = conversion;
      format[n + 1] = '\0';
      printf(format, double_argument());
      break;
    case 'c': {
      const char *text = next_argument();
      if (text && *text) putchar(*text);
      break;
    }
    case 's': {
      const char *text = next_argument();
      format[n] = 's';
      format[n + 1] = '\0';
      printf(format, text ? text : "");
      break;
    }
    case 'b': {
      const char *text = next_argument();
      if (text && print_escaped(text) == PRINT_STOP) return NULL;
      break;
    }
    default: {
      char directive[70];
      format[n] = conversion;
      format[n + 1] = '\0';
      snprintf(directive, sizeof directive, "%s", format);
      complain_about(words->bad_directive, directive);
      return NULL;
    }
  }
  return at + 1;
}

/* The format once; false when the output is over. */
static bool print_format(const char *at) {
  enum printed printed = PRINT_ON;
  while (*at) {
    if (*at == '\\') {
      at = print_escape(at + 1, false, &printed);
    } else if (*at != '%') {
      putchar(*at++);
    } else if (at[1] == '%') {
      putchar('%');
      at += 2;
    } else {
      at = print_conversion(at + 1);
      if (!at) return false;
    }
  }
  return true;
}

/* The format is used again while there are arguments that it takes. */
int printf_command(int argc, char **argv, const struct printf_words *its_words, say *say) {
  words = its_words;
  tell = say;
  failed = 0;
  int first = argc > 1 && strcmp(argv[1], "--") == 0 ? 2 : 1;
  if (first >= argc) {
    tell(words->usage, NULL);
    return words->subject_last ? 2 : 1;
  }
  arguments = argv + first + 1;
  arguments_left = argc - first - 1;
  int before;
  do {
    before = arguments_left;
    if (!print_format(argv[first])) break;
  } while (arguments_left > 0 && arguments_left < before);
  return failed;
}
