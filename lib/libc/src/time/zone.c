/* Local time: C11 7.27.2.3, 7.27.3.4, POSIX tzset. TZ is a POSIX zone: "UTC", "EST5EDT", or with its
   rules "CET-1CEST,M3.5.0,M10.5.0/3". Names of zone files ("Europe/Berlin") and no TZ mean UTC: the
   machine has no zone files. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <forkyard/calendar.h>

#define NAME_MAX_BYTES 16

/* When clocks change: Mm.w.d, Jn or n, and the second of that day. */
struct rule {
  char kind;
  int month, week, day;
  long second;
};

static char names[2][NAME_MAX_BYTES] = {"UTC", "UTC"};
/* Seconds ahead of UTC: in winter, in summer. */
static long offsets[2];
static int has_summer;
static struct rule rules[2];

char *tzname[2] = {names[0], names[1]};
long timezone;
int daylight;

static const char *read_name(const char *at, char *to) {
  const char *from = at;
  size_t n;
  if (*at == '<') {
    from = ++at;
    while (isalnum((unsigned char)*at) || *at == '+' || *at == '-') at++;
    n = (size_t)(at - from);
    if (*at++ != '>') return NULL;
  } else {
    while (isalpha((unsigned char)*at)) at++;
    n = (size_t)(at - from);
  }
  if (n < 3 || n >= NAME_MAX_BYTES) return NULL;
  memcpy(to, from, n);
  to[n] = '\0';
  return at;
}

static const char *read_number(const char *at, int *to) {
  if (!isdigit((unsigned char)*at)) return NULL;
  for (*to = 0; isdigit((unsigned char)*at) && *to < 10000; at++) *to = *to * 10 + (*at - '0');
  return at;
}

/* [+-]hh[:mm[:ss]] */
static const char *read_time(const char *at, long *seconds) {
  int sign = *at == '-' ? -1 : 1;
  if (*at == '-' || *at == '+') at++;
  int part;
  long unit = 3600;
  *seconds = 0;
  for (;;) {
    at = read_number(at, &part);
    if (!at) return NULL;
    *seconds += part * unit;
    unit /= 60;
    if (*at != ':' || unit == 0) break;
    at++;
  }
  *seconds *= sign;
  return at;
}

static const char *read_rule(const char *at, struct rule *rule) {
  rule->kind = isdigit((unsigned char)*at) ? 'n' : *at++;
  if (rule->kind == 'M') {
    if (!(at = read_number(at, &rule->month)) || *at++ != '.') return NULL;
    if (!(at = read_number(at, &rule->week)) || *at++ != '.') return NULL;
  } else if (rule->kind != 'J' && rule->kind != 'n') {
    return NULL;
  }
  at = read_number(at, &rule->day);
  rule->second = 7200;
  if (at && *at == '/') at = read_time(at + 1, &rule->second);
  return at;
}

static int read_zone(const char *at) {
  if (*at == ':') at++;
  if (!(at = read_name(at, names[0])) || !(at = read_time(at, &offsets[0]))) return 0;
  offsets[0] = -offsets[0];
  strcpy(names[1], names[0]);
  if (*at == '\0') return 1;
  if (!(at = read_name(at, names[1]))) return 0;
  has_summer = 1;
  offsets[1] = offsets[0] + 3600;
  if (*at && *at != ',') {
    if (!(at = read_time(at, &offsets[1]))) return 0;
    offsets[1] = -offsets[1];
  }
  /* Without rules: those of the United States. */
  if (*at == '\0') at = ",M3.2.0,M11.1.0";
  for (int i = 0; i < 2; i++)
    if (*at++ != ',' || !(at = read_rule(at, &rules[i]))) return 0;
  return *at == '\0';
}

void tzset(void) {
  const char *zone = getenv("TZ");
  offsets[0] = offsets[1] = 0;
  has_summer = 0;
  if (!zone || !*zone || strcmp(zone, "UTC") == 0) {
    strcpy(names[0], "UTC");
    strcpy(names[1], "UTC");
  } else if (!read_zone(zone)) {
    /* As glibc: UTC by the name that was begun. */
    if (!read_name(zone + (*zone == ':'), names[0])) strcpy(names[0], "UTC");
    names[1][0] = '\0';
    offsets[0] = offsets[1] = 0;
    has_summer = 0;
  }
  timezone = -offsets[0];
  daylight = has_summer;
}

/* The local second of a year's change, counted as the clock shows it before. */
static long change(const struct rule *rule, long year) {
  long first = __days_before(year, 0);
  long day;
  if (rule->kind == 'J') {
    day = first + rule->day - 1 + (__is_leap(year) && rule->day >= 60);
  } else if (rule->kind == 'n') {
    day = first + rule->day;
  } else {
    long month = __days_before(year, rule->month - 1);
    long weekday = ((month + 4) % 7 + 7) % 7;
    day = month + (rule->day - weekday + 7) % 7 + 7L * (rule->week - 1);
    while (day >= __days_before(year, rule->month)) day -= 7;
  }
  return day * 86400 + rule->second;
}

static int is_summer(long seconds) {
  if (!has_summer) return 0;
  struct tm utc;
  if (!__civil(seconds, offsets[0], &utc)) return 0;
  /* As in glibc the rules of 1970 hold for all that was before. */
  long year = utc.tm_year < 70 ? 1970 : utc.tm_year + 1900L;
  long begins = change(&rules[0], year) - offsets[0];
  long ends = change(&rules[1], year) - offsets[1];
  if (begins < ends) return seconds >= begins && seconds < ends;
  return seconds >= begins || seconds < ends;
}

static struct tm *local(time_t at, struct tm *to) {
  int summer = is_summer(at);
  if (!__civil(at, offsets[summer], to)) return NULL;
  to->tm_isdst = summer;
  to->tm_zone = names[summer];
  return to;
}

struct tm *localtime_r(const time_t *restrict at, struct tm *restrict to) {
  tzset();
  return local(*at, to);
}

time_t mktime(struct tm *at) {
  tzset();
  long shown = __seconds_of(at);
  long seconds = shown - offsets[0];
  if (at->tm_isdst > 0 && has_summer) seconds = shown - offsets[1];
  else if (at->tm_isdst < 0 && is_summer(shown - offsets[1])) seconds = shown - offsets[1];
  return local(seconds, at) ? seconds : -1;
}

time_t timelocal(struct tm *at) {
  return mktime(at);
}
