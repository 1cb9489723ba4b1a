// INPUT: Linus
#include <stdio.h>
char *get_me_a_name(void) {
  char buff[100];
  scanf("%99s", buff);
  return buff;
}
int main(void) {
  char *name = get_me_a_name();
  printf("Hello, %s!\n", name); // ERROR: use-after-return
  return 0;
}
