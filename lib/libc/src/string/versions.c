/* strverscmp(3): numbers inside of names compare as numbers, fractions (with leading zeros) first. */
#include <ctype.h>
#include <string.h>

static int is_digit(char c) {
  return c >= '0' && c <= '9';
}

int strverscmp(const char *a, const char *b) {
  size_t at = 0;
  while (a[at] == b[at]) {
    if (a[at] == '\0') return 0;
    at++;
  }
  /* Back to where the run of digits begins that the difference is in, or follows. */
  size_t start = at;
  while (start > 0 && is_digit(a[start - 1])) start--;
  int difference = (unsigned char)a[at] - (unsigned char)b[at];
  int both = is_digit(a[at]) && is_digit(b[at]);
  if (!both && (start == at || (!is_digit(a[at]) && !is_digit(b[at])))) return difference;
  int only_zeros = 1;
  for (size_t i = start; i < at; i++) only_zeros &= a[i] == '0';
  int fraction = start < at ? a[start] == '0' : a[at] == '0' || b[at] == '0';
  if (fraction) {
    /* A fraction: fewer leading zeros come later, "000" < "00" < "01" < "010" < "09" < "0". */
    if (start < at && only_zeros && !both) {
      if (!is_digit(a[at])) return 1;
      if (!is_digit(b[at])) return -1;
    }
    return difference;
  }
  size_t end_a = at, end_b = at;
  while (is_digit(a[end_a])) end_a++;
  while (is_digit(b[end_b])) end_b++;
  if (end_a != end_b) return end_a < end_b ? -1 : 1;
  return difference;
}
