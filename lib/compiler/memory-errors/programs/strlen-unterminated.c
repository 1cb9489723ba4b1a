#include <string.h>
int main(void) {
  char vowels[5] = {'a', 'e', 'i', 'o', 'u'};
  return strlen(vowels); // ERROR: out-of-bounds
}
