/* getsubopt(3): POSIX. */
#include <stdlib.h>
#include <string.h>

int getsubopt(char **restrict options, char *const *restrict tokens, char **restrict value) {
  char *start = *options;
  char *end = strchrnul(start, ',');
  *options = *end ? end + 1 : end;
  *end = '\0';
  char *equals = strchr(start, '=');
  size_t n = equals ? (size_t)(equals - start) : strlen(start);
  for (int i = 0; tokens[i]; i++) {
    if (strncmp(tokens[i], start, n) == 0 && tokens[i][n] == '\0') {
      *value = equals ? equals + 1 : NULL;
      return i;
    }
  }
  *value = start;
  return -1;
}
