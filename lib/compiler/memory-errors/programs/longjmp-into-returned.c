#include <setjmp.h>
static jmp_buf place;
static void remember(void) {
  if (setjmp(place) != 0)
    return;
}
int main(void) {
  remember();
  longjmp(place, 1); // ERROR: use-after-return
}
