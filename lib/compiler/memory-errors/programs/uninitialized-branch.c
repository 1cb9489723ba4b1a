#include <stdio.h>
static const char *kind(int n) {
  const char *text;
  switch (n) {
  case 1:
    text = "one";
    break;
  case 2:
    text = "two";
    break;
  }
  return text; // ERROR: uninitialized
}
int main(void) {
  return kind(3) == kind(1);
}
