// INPUT: Wolfeschlegelsteinhausenbergerdorff
#include <stdio.h>
char *get_me_a_name(void) {
  static char buff[20];
  scanf("%s", buff); // ERROR: out-of-bounds
  return buff;
}
int main(void) {
  printf("Hello, %s!\n", get_me_a_name());
  return 0;
}
