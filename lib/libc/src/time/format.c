/* strftime: C11 7.27.3.5, in the C locale, with glibc's flags (_ - 0 ^ #) and widths. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <wchar.h>
#include <forkyard/calendar.h>

struct output {
  char *to;
  size_t max, n;
};

/* A directive's flags: padding is 0 for the directive's own, or '_', '-', '0'. */
struct style {
  char padding;
  int upper, swapped;
  int width;
};

static void put(struct output *out, char c) {
  if (out->n < out->max) out->to[out->n] = c;
  out->n++;
}

static void put_text(struct output *out, const struct style *style, const char *text) {
  int n = (int)strlen(text);
  if (style->padding != '-')
    for (int i = n; i < style->width; i++) put(out, style->padding == '0' ? '0' : ' ');
  for (; *text; text++)
    put(out, (char)(style->upper ? toupper((unsigned char)*text)
                    : style->swapped ? tolower((unsigned char)*text) : *text));
}

/* A number of at least `digits` places, padded by zeros or, if the directive says so, by spaces. */
static void put_number(struct output *out, const struct style *style, long value, int digits,
                       char padding) {
  char text[24];
  int negative = value < 0;
  sprintf(text, "%lu", negative ? 0 - (unsigned long)value : (unsigned long)value);
  if (style->padding) padding = style->padding;
  int width = style->width > digits ? style->width : digits;
  int missing = padding == '-' ? 0 : width - (int)strlen(text) - negative;
  if (padding == '_') for (; missing > 0; missing--) put(out, ' ');
  if (negative) put(out, '-');
  for (; missing > 0; missing--) put(out, '0');
  for (char *at = text; *at; at++) put(out, *at);
}

/* ISO 8601: the week, and in *year the year that it belongs to. */
static int iso_week(const struct tm *at, long *year) {
  *year = at->tm_year + 1900L;
  int from_monday = (at->tm_wday + 6) % 7;
  int week = (at->tm_yday - from_monday + 10) / 7;
  if (week < 1) {
    --*year;
    int last = 365 + __is_leap(*year);
    return (at->tm_yday + last - from_monday + 10) / 7;
  }
  int days = 365 + __is_leap(*year);
  if (week == 53 && (days - at->tm_yday) + from_monday < 4) {
    ++*year;
    return 1;
  }
  return week;
}

static void format(struct output *out, const char *from, const struct tm *at);

static void put_nested(struct output *out, const struct style *style, const char *from,
                       const struct tm *at) {
  char text[80];
  struct output inner = {text, sizeof text - 1, 0};
  format(&inner, from, at);
  text[inner.n < sizeof text ? inner.n : sizeof text - 1] = '\0';
  put_text(out, style, text);
}

static void put_zone(struct output *out, const struct style *style, const struct tm *at) {
  long minutes = at->tm_gmtoff / 60;
  if (at->tm_isdst < 0) return;
  struct style digits = *style;
  int negative = minutes < 0;
  if (negative) minutes = -minutes;
  put(out, negative ? '-' : '+');
  if (digits.width > 0) digits.width--;
  put_number(out, &digits, minutes / 60 * 100 + minutes % 60, 4, '0');
}

static const char *day_name(const struct tm *at) {
  return at->tm_wday >= 0 && at->tm_wday < 7 ? __weekdays[at->tm_wday] : "?";
}

static const char *month_name(const struct tm *at) {
  return at->tm_mon >= 0 && at->tm_mon < 12 ? __months[at->tm_mon] : "?";
}

static void put_short(struct output *out, const struct style *style, const char *name) {
  char text[4] = {name[0], name[1], name[1] ? name[2] : '\0', '\0'};
  struct style capitals = *style;
  if (style->swapped) capitals.upper = 1;
  put_text(out, &capitals, text);
}

static void put_long(struct output *out, const struct style *style, const char *name) {
  struct style capitals = *style;
  if (style->swapped) capitals.upper = 1;
  put_text(out, &capitals, name);
}

static long floor_remainder(long a, long b) {
  return (a % b + b) % b;
}

/* Date and time in numbers; 0: not one of these. */
static int put_field(struct output *out, const struct style *style, char kind, const struct tm *at) {
  long year = at->tm_year + 1900L;
  int hour = at->tm_hour % 12 == 0 ? 12 : at->tm_hour % 12;
  switch (kind) {
    case 'C':
      put_number(out, style, (year - floor_remainder(year, 100)) / 100, 1, '0');
      return 1;
    case 'd':
      put_number(out, style, at->tm_mday, 2, '0');
      return 1;
    case 'e':
      put_number(out, style, at->tm_mday, 2, '_');
      return 1;
    case 'g':
      iso_week(at, &year);
      put_number(out, style, floor_remainder(year, 100), 2, '0');
      return 1;
    case 'G':
      iso_week(at, &year);
      put_number(out, style, year, 1, '0');
      return 1;
    case 'H':
      put_number(out, style, at->tm_hour, 2, '0');
      return 1;
    case 'I':
      put_number(out, style, hour, 2, '0');
      return 1;
    case 'k':
      put_number(out, style, at->tm_hour, 2, '_');
      return 1;
    case 'l':
      put_number(out, style, hour, 2, '_');
      return 1;
    case 'j':
      put_number(out, style, at->tm_yday + 1, 3, '0');
      return 1;
    case 'm':
      put_number(out, style, at->tm_mon + 1, 2, '0');
      return 1;
    case 'M':
      put_number(out, style, at->tm_min, 2, '0');
      return 1;
    case 'S':
      put_number(out, style, at->tm_sec, 2, '0');
      return 1;
    case 's': {
      struct tm copy = *at;
      put_number(out, style, mktime(&copy), 1, '0');
      return 1;
    }
    case 'u':
      put_number(out, style, (at->tm_wday + 6) % 7 + 1, 1, '0');
      return 1;
    case 'U':
      put_number(out, style, (at->tm_yday - at->tm_wday + 7) / 7, 2, '0');
      return 1;
    case 'V':
      put_number(out, style, iso_week(at, &year), 2, '0');
      return 1;
    case 'w':
      put_number(out, style, at->tm_wday, 1, '0');
      return 1;
    case 'W':
      put_number(out, style, (at->tm_yday - (at->tm_wday + 6) % 7 + 7) / 7, 2, '0');
      return 1;
    case 'y':
      put_number(out, style, floor_remainder(year, 100), 2, '0');
      return 1;
    case 'Y':
      put_number(out, style, year, 1, '0');
      return 1;
    default:
      return 0;
  }
}

/* Names and combinations; 0: not one of these. */
static int put_words(struct output *out, const struct style *style, char kind, const struct tm *at) {
  const char *half = at->tm_hour > 11 ? "PM" : "AM";
  switch (kind) {
    case 'a':
      put_short(out, style, day_name(at));
      return 1;
    case 'A':
      put_long(out, style, day_name(at));
      return 1;
    case 'b':
    case 'h':
      put_short(out, style, month_name(at));
      return 1;
    case 'B':
      put_long(out, style, month_name(at));
      return 1;
    case 'c':
      put_nested(out, style, "%a %b %e %H:%M:%S %Y", at);
      return 1;
    case 'D':
    case 'x':
      put_nested(out, style, "%m/%d/%y", at);
      return 1;
    case 'F':
      put_nested(out, style, "%Y-%m-%d", at);
      return 1;
    case 'n':
      put_text(out, style, "\n");
      return 1;
    case 't':
      put_text(out, style, "\t");
      return 1;
    case 'p':
      put_text(out, style, half);
      return 1;
    case 'P': {
      struct style small = *style;
      small.swapped = 1;
      put_text(out, &small, half);
      return 1;
    }
    case 'r':
      put_nested(out, style, "%I:%M:%S %p", at);
      return 1;
    case 'R':
      put_nested(out, style, "%H:%M", at);
      return 1;
    case 'T':
    case 'X':
      put_nested(out, style, "%H:%M:%S", at);
      return 1;
    case 'z':
      put_zone(out, style, at);
      return 1;
    case 'Z':
      put_text(out, style, at->tm_zone ? at->tm_zone : "");
      return 1;
    case '%':
      put_text(out, style, "%");
      return 1;
    default:
      return 0;
  }
}

static void format(struct output *out, const char *from, const struct tm *at) {
  for (; *from; from++) {
    if (*from != '%') {
      put(out, *from);
      continue;
    }
    const char *start = from++;
    struct style style = {0};
    for (;; from++) {
      if (*from == '_' || *from == '-' || *from == '0') style.padding = *from;
      else if (*from == '^') style.upper = 1;
      else if (*from == '#') style.swapped = 1;
      else break;
    }
    for (; *from >= '0' && *from <= '9'; from++)
      if (style.width < 100000) style.width = style.width * 10 + (*from - '0');
    if (*from == 'E' || *from == 'O') from++;
    if (put_field(out, &style, *from, at) || put_words(out, &style, *from, at)) continue;
    /* No directive: as it stands. */
    if (*from == '\0') from--;
    for (; start <= from; start++) put(out, *start);
  }
}

size_t strftime(char *restrict to, size_t max, const char *restrict from,
                const struct tm *restrict at) {
  struct output out = {to, max, 0};
  format(&out, from, at);
  if (out.n >= max) return 0;
  to[out.n] = '\0';
  return out.n;
}
