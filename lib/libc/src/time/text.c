/* gmtime, localtime, asctime and ctime: C11 7.27.3. */
#include <errno.h>
#include <stdio.h>
#include <time.h>
#include <forkyard/calendar.h>

const char *const __weekdays[7] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                   "Thursday", "Friday", "Saturday"};
const char *const __months[12] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

static struct tm shared;

struct tm *gmtime(const time_t *at) {
  return gmtime_r(at, &shared);
}

struct tm *localtime(const time_t *at) {
  return localtime_r(at, &shared);
}

char *asctime_r(const struct tm *restrict at, char *restrict to) {
  const char *day = at->tm_wday >= 0 && at->tm_wday < 7 ? __weekdays[at->tm_wday] : "???";
  const char *month = at->tm_mon >= 0 && at->tm_mon < 12 ? __months[at->tm_mon] : "???";
  sprintf(to, "%.3s %.3s%3d %.2d:%.2d:%.2d %ld\n", day, month, at->tm_mday, at->tm_hour, at->tm_min,
          at->tm_sec, at->tm_year + 1900L);
  return to;
}

char *asctime(const struct tm *at) {
  static char text[64];
  return asctime_r(at, text);
}

char *ctime_r(const time_t *restrict at, char *restrict to) {
  struct tm local;
  return localtime_r(at, &local) ? asctime_r(&local, to) : NULL;
}

char *ctime(const time_t *at) {
  struct tm *local = localtime(at);
  return local ? asctime(local) : NULL;
}
