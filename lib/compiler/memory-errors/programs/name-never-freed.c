// INPUT: Grace
#include <stdio.h>
#include <stdlib.h>
char *get_me_a_name(void) {
  char *buff;
  buff = malloc(100); // ERROR: leak
  if (buff == NULL)
    exit(1);
  scanf("%99s", buff);
  return buff;
}
int main(void) {
  printf("Hello, %s!\n", get_me_a_name());
  return 0;
}
