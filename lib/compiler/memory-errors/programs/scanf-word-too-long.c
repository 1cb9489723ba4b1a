#include <stdio.h>
int main(void) {
  char word[5];
  sscanf("parallel", "%s", word); // ERROR: out-of-bounds
  puts(word);
  return 0;
}
