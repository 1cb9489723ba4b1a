/* fenv.h: C11 7.6, as far as a machine has it that rounds to nearest only and raises no flags. */
#include <fenv.h>

static fexcept_t raised;

int feclearexcept(int flags) {
  raised &= (fexcept_t)~flags;
  return 0;
}

int feraiseexcept(int flags) {
  raised |= (fexcept_t)(flags & FE_ALL_EXCEPT);
  return 0;
}

int fetestexcept(int flags) {
  return raised & flags;
}

int fegetexceptflag(fexcept_t *to, int flags) {
  *to = raised & (fexcept_t)flags;
  return 0;
}

int fesetexceptflag(const fexcept_t *from, int flags) {
  raised = (fexcept_t)((raised & ~flags) | (*from & flags));
  return 0;
}

int fegetround(void) {
  return FE_TONEAREST;
}

int fesetround(int mode) {
  return mode == FE_TONEAREST ? 0 : 1;
}

int fegetenv(fenv_t *to) {
  to->__flags = raised;
  return 0;
}

int feholdexcept(fenv_t *to) {
  to->__flags = raised;
  raised = 0;
  return 0;
}

int fesetenv(const fenv_t *from) {
  raised = from == FE_DFL_ENV ? 0 : from->__flags;
  return 0;
}

int feupdateenv(const fenv_t *from) {
  fexcept_t before = raised;
  fesetenv(from);
  raised |= before;
  return 0;
}
