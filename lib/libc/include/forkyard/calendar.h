/* The calendar and the time zone, for the C library only. */
#ifndef _FORKYARD_CALENDAR_H
#define _FORKYARD_CALENDAR_H
#include <time.h>
long __days_before(long year, long month);
int __is_leap(long year);
long __seconds_of(const struct tm *at);
struct tm *__civil(long seconds, long offset, struct tm *to);
extern const char *const __weekdays[7];
extern const char *const __months[12];
#endif
