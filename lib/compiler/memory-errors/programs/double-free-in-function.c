#include <stdlib.h>
struct buffer { char *bytes; };
static void destroy(struct buffer *b) {
  free(b->bytes); // ERROR: double-free
}
int main(void) {
  struct buffer b = {malloc(8)};
  destroy(&b);
  destroy(&b);
  return 0;
}
