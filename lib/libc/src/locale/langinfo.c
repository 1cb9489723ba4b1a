/* nl_langinfo(3): the texts of the C locale. */
#include <langinfo.h>
#include <forkyard/utf8.h>

static const char *const time_texts[] = {
    "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sunday", "Monday", "Tuesday", "Wednesday",
    "Thursday", "Friday", "Saturday", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
    "Oct", "Nov", "Dec", "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December", "AM", "PM", "%a %b %e %H:%M:%S %Y", "%m/%d/%y",
    "%H:%M:%S", "%I:%M:%S %p"};

char *nl_langinfo(nl_item item) {
  if (item >= ABDAY_1 && item <= T_FMT_AMPM) return (char *)time_texts[item - ABDAY_1];
  switch (item) {
    case CODESET:
      return __locale_is_utf8 ? "UTF-8" : "ANSI_X3.4-1968";
    case RADIXCHAR:
      return ".";
    case YESEXPR:
      return "^[yY]";
    case NOEXPR:
      return "^[nN]";
    default:
      return "";
  }
}
