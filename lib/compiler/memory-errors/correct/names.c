/* The chapter's question, answered in the two ways that work. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static char *get_me_a_name(void) {
  static char buff[100];
  strcpy(buff, "Dennis");
  return buff;
}
static char *get_me_another_name(void) {
  char *buff;
  buff = malloc(100);
  if (buff == NULL) exit(1);
  strcpy(buff, "Ken");
  return buff;
}
static void get_me_a_name_here(char *buff, size_t size) { snprintf(buff, size, "%s", "Brian"); }
int main(void) {
  char *one = get_me_a_name(), *two = get_me_another_name(), three[10];
  get_me_a_name_here(three, sizeof three);
  printf("%s %s %s\n", one, two, three);
  free(two);
  return 0;
}
