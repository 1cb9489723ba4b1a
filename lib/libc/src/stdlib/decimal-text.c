/* ecvt(3), fcvt(3), gcvt(3): numbers as digits, of the older System V. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_MAX 17

static char text[400];

char *fcvt(double value, int digits, int *point, int *negative) {
  char printed[400];
  *negative = signbit(value) != 0;
  if (!isfinite(value)) {
    *point = 0;
    sprintf(text, "%.0f", fabs(value));
    return text;
  }
  snprintf(printed, sizeof printed, "%.*f", digits < 0 ? 0 : digits, fabs(value));
  char *dot = strchrnul(printed, '.');
  *point = (int)(dot - printed);
  if (*dot) memmove(dot, dot + 1, strlen(dot));
  char *first = printed;
  if (value != 0 && *first == '0') {
    while (*first == '0') {
      first++;
      --*point;
    }
  }
  strcpy(text, first);
  return text;
}

char *ecvt(double value, int digits, int *point, int *negative) {
  char printed[64];
  *negative = signbit(value) != 0;
  if (digits > DIGITS_MAX) digits = DIGITS_MAX;
  if (!isfinite(value) || digits < 1) {
    *point = 0;
    if (digits < 1) *text = '\0';
    else sprintf(text, "%.0f", fabs(value));
    return text;
  }
  snprintf(printed, sizeof printed, "%.*e", digits - 1, fabs(value));
  char *mark = strchr(printed, 'e');
  *point = atoi(mark + 1) + 1;
  *mark = '\0';
  text[0] = printed[0];
  strcpy(text + 1, digits > 1 ? printed + 2 : "");
  return text;
}

char *gcvt(double value, int digits, char *to) {
  sprintf(to, "%.*g", digits > DIGITS_MAX ? DIGITS_MAX : digits, value);
  return to;
}
