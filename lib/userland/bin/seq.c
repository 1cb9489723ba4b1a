/* seq(1): [first [step]] last, -s separator, -w equal widths, -f format. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"

static int decimals(const char *text) {
  const char *dot = strchr(text, '.');
  return dot ? (int)strlen(dot + 1) : 0;
}

static double number(const char *text) {
  char *end;
  double value = strtod(text, &end);
  if (end == text || *end != '\0') {
    complain("invalid floating point argument: '%s'", text);
    bad_option(1);
  }
  return value;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  const char *separator = "\n", *given_format = NULL;
  int equal = 0, i = 1;
  for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0' && !strchr("0123456789.", argv[i][1]); i++) {
    if (strcmp(argv[i], "-w") == 0) equal = 1;
    else if (argv[i][1] == 's' || argv[i][1] == 'f') {
      const char *value = argv[i][2] ? argv[i] + 2 : i + 1 < argc ? argv[++i] : "";
      if (argv[i][1] == 'f' || (argv[i - 1][1] == 'f' && argv[i] == value)) given_format = value;
      else separator = value;
    } else {
      fprintf(stderr, "seq: invalid option -- '%c'\n", argv[i][1]);
      bad_option(1);
    }
  }
  int operands = argc - i;
  if (operands < 1) missing_operand(argc, argv, argc);
  if (operands > 3) {
    complain("extra operand '%s'", argv[i + 3]);
    bad_option(1);
  }
  const char *first_text = operands > 1 ? argv[i] : "1", *step_text = operands > 2 ? argv[i + 1] : "1";
  const char *last_text = argv[argc - 1];
  double first = number(first_text), step = number(step_text), last = number(last_text);
  if (step == 0) {
    complain("invalid Zero increment value: '%s'", step_text);
    bad_option(1);
  }
  int precision = decimals(first_text) > decimals(step_text) ? decimals(first_text) : decimals(step_text);
  int width = 0;
  if (equal) {
    int a = snprintf(NULL, 0, "%.*f", precision, first), b = snprintf(NULL, 0, "%.*f", precision, last);
    width = a > b ? a : b;
  }
  int any = 0;
  for (long k = 0;; k++) {
    double value = first + (double)k * step;
    if (step > 0 ? value > last + 1e-9 * fabs(step) : value < last - 1e-9 * fabs(step)) break;
    if (any) fputs(separator, stdout);
    if (given_format) printf(given_format, value);
    else printf("%0*.*f", width, precision, value);
    any = 1;
  }
  if (any) putchar('\n');
  return finish_output();
}
