#include <stdio.h>
#include <string.h>
char *get_me_a_name(void) {
  char name[20];
  strcpy(name, "Fred");
  char *answer = name;
  return answer;
}
int main(void) {
  char *name = get_me_a_name();
  printf("%s\n", name); // ERROR: use-after-return
  return 0;
}
