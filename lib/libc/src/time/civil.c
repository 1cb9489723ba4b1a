/* Seconds since 1970 and the Gregorian calendar: timegm(3), C11 7.27.3.3 gmtime. */
#include <errno.h>
#include <limits.h>
#include <time.h>
#include <forkyard/calendar.h>

static long floor_divide(long a, long b) {
  return a / b - (a % b < 0);
}

/* Days from 1970-01-01 to the first of a month (0 to 11), whose year may be any. */
long __days_before(long year, long month) {
  year += floor_divide(month, 12);
  month -= 12 * floor_divide(month, 12);
  /* Years that begin in March put the leap day last. */
  long from_march = month < 2 ? month + 10 : month - 2;
  if (month < 2) year--;
  long era = floor_divide(year, 400);
  long of_era = year - era * 400;
  long of_year = (153 * from_march + 2) / 5;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int __is_leap(long year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

long __seconds_of(const struct tm *at) {
  long days = __days_before(at->tm_year + 1900L, at->tm_mon) + at->tm_mday - 1;
  return ((days * 24 + at->tm_hour) * 60 + at->tm_min) * 60 + at->tm_sec;
}

/* The fields of a moment as a clock shows it that is `offset` seconds ahead of UTC. */
struct tm *__civil(long seconds, long offset, struct tm *to) {
  long days = floor_divide(seconds, 86400);
  long rest = seconds - days * 86400 + offset;
  days += floor_divide(rest, 86400);
  rest -= 86400 * floor_divide(rest, 86400);
  /* The inverse of __days_before, by eras of 400 years that begin in March. */
  long era = floor_divide(days + 719468, 146097);
  long of_era = days + 719468 - era * 146097;
  long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  long from_march = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month = (int)((5 * from_march + 2) / 153 + 2) % 12;
  long year = year_of_era + era * 400 + (month < 2);
  if (year - 1900 > INT_MAX || year - 1900 < INT_MIN) {
    errno = EOVERFLOW;
    return NULL;
  }
  to->tm_year = (int)(year - 1900);
  to->tm_yday = (int)(days - __days_before(year, 0));
  to->tm_mon = month;
  to->tm_mday = (int)(days - __days_before(year, month)) + 1;
  to->tm_wday = (int)((days % 7 + 11) % 7);
  to->tm_hour = (int)(rest / 3600);
  to->tm_min = (int)(rest / 60 % 60);
  to->tm_sec = (int)(rest % 60);
  to->tm_isdst = 0;
  to->tm_gmtoff = offset;
  return to;
}

struct tm *gmtime_r(const time_t *restrict at, struct tm *restrict to) {
  to->tm_zone = "GMT";
  return __civil(*at, 0, to);
}

time_t timegm(struct tm *at) {
  time_t seconds = __seconds_of(at);
  return gmtime_r(&seconds, at) ? seconds : -1;
}
