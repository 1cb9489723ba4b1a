/* strptime: POSIX, in the C locale. */
#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <forkyard/calendar.h>

/* What was read that says something only together with the rest. */
struct reading {
  struct tm *to;
  int afternoon, has_hour12;
  int century, has_century, has_year2;
  int has_month, has_day, has_year_day;
  int has_week_of_sunday, has_week_of_monday, week, has_weekday, has_year;
};

static const char *number(const char *at, int low, int high, int digits, int *to) {
  int value = 0;
  while (*at == ' ') at++;
  if (!isdigit((unsigned char)*at)) return NULL;
  do value = value * 10 + (*at++ - '0');
  while (--digits > 0 && value * 10 <= high && isdigit((unsigned char)*at));
  *to = value;
  return value < low || value > high ? NULL : at;
}

static const char *name(const char *at, const char *const *names, int count, int *to) {
  for (int i = 0; i < count; i++) {
    size_t whole = strlen(names[i]);
    size_t n = strncasecmp(at, names[i], whole) == 0 ? whole : 3;
    if (strncasecmp(at, names[i], n) != 0) continue;
    *to = i;
    return at + n;
  }
  return NULL;
}

static const char *zone(const char *at, struct tm *to) {
  while (isspace((unsigned char)*at)) at++;
  if (*at == 'Z') {
    to->tm_gmtoff = 0;
    return at + 1;
  }
  if (*at != '+' && *at != '-') return NULL;
  int negative = *at++ == '-';
  int value = 0, digits = 0;
  while (digits < 4 && isdigit((unsigned char)*at)) {
    value = value * 10 + (*at++ - '0');
    if (++digits == 2 && *at == ':') at++;
  }
  if (digits == 2) value *= 100;
  else if (digits != 4) return NULL;
  if (value % 100 >= 60) return NULL;
  long offset = value / 100 * 3600L + value % 100 * 60L;
  to->tm_gmtoff = negative ? -offset : offset;
  return at;
}

static const char *seconds_since(const char *at, struct tm *to) {
  time_t value = 0;
  if (!isdigit((unsigned char)*at)) return NULL;
  while (isdigit((unsigned char)*at)) value = value * 10 + (*at++ - '0');
  return localtime_r(&value, to) ? at : NULL;
}

static const char *read(const char *at, const char *format, struct reading *r);

static const char *date(const char *at, char kind, struct reading *r) {
  struct tm *to = r->to;
  int value;
  switch (kind) {
    case 'a':
    case 'A':
      r->has_weekday = 1;
      return name(at, __weekdays, 7, &to->tm_wday);
    case 'b':
    case 'B':
    case 'h':
      r->has_month = 1;
      return name(at, __months, 12, &to->tm_mon);
    case 'C':
      r->has_century = 1;
      return number(at, 0, 99, 2, &r->century);
    case 'd':
    case 'e':
      r->has_day = 1;
      return number(at, 1, 31, 2, &to->tm_mday);
    case 'j':
      if (!(at = number(at, 1, 366, 3, &value))) return NULL;
      to->tm_yday = value - 1;
      r->has_year_day = 1;
      return at;
    case 'm':
      if (!(at = number(at, 1, 12, 2, &value))) return NULL;
      to->tm_mon = value - 1;
      r->has_month = 1;
      return at;
    case 'u':
      if (!(at = number(at, 1, 7, 1, &value))) return NULL;
      to->tm_wday = value % 7;
      r->has_weekday = 1;
      return at;
    case 'w':
      r->has_weekday = 1;
      return number(at, 0, 6, 1, &to->tm_wday);
    case 'U':
      r->has_week_of_sunday = 1;
      return number(at, 0, 53, 2, &r->week);
    case 'W':
      r->has_week_of_monday = 1;
      return number(at, 0, 53, 2, &r->week);
    case 'g':
    case 'V':
      return number(at, 0, kind == 'g' ? 99 : 53, 2, &value);
    case 'G':
      return number(at, 0, 9999, 4, &value);
    case 'y':
      if (!(at = number(at, 0, 99, 2, &value))) return NULL;
      to->tm_year = value >= 69 ? value : value + 100;
      r->has_year2 = r->has_year = 1;
      return at;
    case 'Y':
      if (!(at = number(at, 0, 9999, 4, &value))) return NULL;
      to->tm_year = value - 1900;
      r->has_century = r->has_year2 = 0;
      r->has_year = 1;
      return at;
    default:
      return NULL;
  }
}

static const char *directive(const char *at, char kind, struct reading *r) {
  struct tm *to = r->to;
  int value;
  switch (kind) {
    case '%':
      return *at == '%' ? at + 1 : NULL;
    case 'n':
    case 't':
      while (isspace((unsigned char)*at)) at++;
      return at;
    case 'c':
      return read(at, "%a %b %e %H:%M:%S %Y", r);
    case 'D':
    case 'x':
      return read(at, "%m/%d/%y", r);
    case 'F':
      return read(at, "%Y-%m-%d", r);
    case 'H':
    case 'k':
      r->has_hour12 = 0;
      return number(at, 0, 23, 2, &to->tm_hour);
    case 'I':
    case 'l':
      if (!(at = number(at, 1, 12, 2, &value))) return NULL;
      to->tm_hour = value % 12;
      r->has_hour12 = 1;
      return at;
    case 'M':
      return number(at, 0, 59, 2, &to->tm_min);
    case 'S':
      return number(at, 0, 61, 2, &to->tm_sec);
    case 'p':
    case 'P':
      if (strncasecmp(at, "AM", 2) != 0 && strncasecmp(at, "PM", 2) != 0) return NULL;
      r->afternoon = tolower((unsigned char)*at) == 'p';
      return at + 2;
    case 'r':
      return read(at, "%I:%M:%S %p", r);
    case 'R':
      return read(at, "%H:%M", r);
    case 'T':
    case 'X':
      return read(at, "%H:%M:%S", r);
    case 's':
      return seconds_since(at, to);
    case 'z':
      return zone(at, to);
    case 'Z':
      while (isspace((unsigned char)*at)) at++;
      while (*at && !isspace((unsigned char)*at)) at++;
      return at;
    default:
      return date(at, kind, r);
  }
}

static const char *read(const char *at, const char *format, struct reading *r) {
  for (; at && *format; format++) {
    if (isspace((unsigned char)*format)) {
      while (isspace((unsigned char)*at)) at++;
    } else if (*format != '%') {
      at = *at == *format ? at + 1 : NULL;
    } else {
      format++;
      while (*format == '-' || *format == '_' || *format == '0' || *format == '^' || *format == '#')
        format++;
      if (*format == 'E' || *format == 'O') format++;
      at = directive(at, *format, r);
    }
  }
  return at;
}

/* Fields that follow from those read. */
static void complete(struct reading *r) {
  struct tm *to = r->to;
  if (r->has_hour12 && r->afternoon) to->tm_hour += 12;
  if (r->has_century) {
    int of_century = r->has_year2 ? to->tm_year % 100 : 0;
    to->tm_year = (r->century - 19) * 100 + of_century;
    r->has_year = 1;
  }
  long year = to->tm_year + 1900L;
  long first = __days_before(year, 0);
  if (r->has_year_day && !(r->has_month && r->has_day)) {
    long day = first + to->tm_yday;
    int month = 0;
    while (month < 11 && __days_before(year, month + 1) <= day) month++;
    if (!r->has_month) to->tm_mon = month;
    if (!r->has_day) to->tm_mday = (int)(day - __days_before(year, to->tm_mon)) + 1;
    r->has_month = r->has_day = 1;
  }
  if ((r->has_week_of_sunday || r->has_week_of_monday) && r->has_weekday && !r->has_day) {
    int first_weekday = (int)(((first + 4) % 7 + 7) % 7);
    int shift = r->has_week_of_monday ? 1 : 0;
    int day = (7 - (first_weekday - shift)) % 7 + (r->week - 1) * 7 + (to->tm_wday - shift + 7) % 7;
    long whole = first + day;
    int month = 0;
    while (month < 11 && __days_before(year, month + 1) <= whole) month++;
    to->tm_yday = day;
    to->tm_mon = month;
    to->tm_mday = (int)(whole - __days_before(year, month)) + 1;
    return;
  }
  if (r->has_month || r->has_day || r->has_year) {
    long day = __days_before(year, to->tm_mon) + to->tm_mday - 1;
    if (!r->has_weekday) to->tm_wday = (int)(((day + 4) % 7 + 7) % 7);
    if (!r->has_year_day) to->tm_yday = (int)(day - first);
  }
}

char *strptime(const char *restrict text, const char *restrict format, struct tm *restrict to) {
  struct reading reading = {.to = to};
  const char *end = read(text, format, &reading);
  if (end) complete(&reading);
  return (char *)end;
}
