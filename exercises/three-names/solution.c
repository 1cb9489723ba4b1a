#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_BYTES 16

/* The caller's memory: the caller says where and how much. */
static void read_name(char *name, size_t size) {
  char word[NAME_BYTES];
  if (scanf("%15s", word) != 1) word[0] = '\0';
  snprintf(name, size, "%s", word);
}

/* Static memory: one for all calls, overwritten by the next one. */
static const char *static_name(void) {
  static char name[NAME_BYTES];
  read_name(name, sizeof name);
  return name;
}

/* Memory from the heap: a new one for each call, freed by the caller. */
static char *new_name(void) {
  char word[NAME_BYTES];
  read_name(word, sizeof word);
  char *name = malloc(strlen(word) + 1);
  if (name != NULL) strcpy(name, word);
  return name;
}

int main(void) {
  char first[NAME_BYTES];
  read_name(first, sizeof first);
  const char *second = static_name();
  char *third = new_name();
  char *fourth = new_name();
  if (third == NULL || fourth == NULL) return 1;
  printf("%s, %s, %s and %s\n", first, second, third, fourth);
  free(third);
  free(fourth);
  return 0;
}
