#include <stdlib.h>
#include <string.h>
int main(void) {
  char *text = NULL;
  for (int i = 0; i < 3; i++)
    text = strdup("again"); // ERROR: leak
  (void)text;
  return 0;
}
