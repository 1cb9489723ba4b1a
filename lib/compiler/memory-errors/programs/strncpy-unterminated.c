#include <stdio.h>
#include <string.h>
int main(void) {
  char word[4];
  strncpy(word, "hello", sizeof word);
  printf("%s\n", word); // ERROR: out-of-bounds
  return 0;
}
