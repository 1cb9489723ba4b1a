/* regerror: what a regular expression is wrong about, in glibc's words. */
#include <regex.h>
#include <string.h>

size_t regerror(int error, const regex_t *restrict expression, char *restrict to, size_t max) {
  static const char *const texts[] = {
      "Success", "No match", "Invalid regular expression", "Invalid collation character",
      "Invalid character class name", "Trailing backslash", "Invalid back reference",
      "Unmatched [, [^, [:, [., or [=", "Unmatched ( or \\(", "Unmatched \\{",
      "Invalid content of \\{\\}", "Invalid range end", "Memory exhausted",
      "Invalid preceding regular expression"};
  (void)expression;
  const char *text = error >= 0 && error <= REG_BADRPT ? texts[error] : "Unknown error";
  size_t n = strlen(text);
  if (max > 0) {
    size_t taken = n < max ? n : max - 1;
    memcpy(to, text, taken);
    to[taken] = '\0';
  }
  return n + 1;
}
