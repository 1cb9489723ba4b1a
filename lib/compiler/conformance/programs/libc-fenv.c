/* fenv.h, as far as the flags are those that the program raises itself. */
#include <fenv.h>
#include <stdio.h>

int main(void) {
  printf("%d\n", fegetround() == FE_TONEAREST);
  feclearexcept(FE_ALL_EXCEPT);
  printf("%d\n", fetestexcept(FE_ALL_EXCEPT));
  fexcept_t saved = 0;
  fesetexceptflag(&saved, FE_ALL_EXCEPT);
  feraiseexcept(FE_DIVBYZERO | FE_INVALID);
  printf("%d %d\n", fetestexcept(FE_DIVBYZERO) == FE_DIVBYZERO, fetestexcept(FE_OVERFLOW));
  fegetexceptflag(&saved, FE_ALL_EXCEPT);
  feclearexcept(FE_DIVBYZERO);
  printf("%d\n", fetestexcept(FE_ALL_EXCEPT) == FE_INVALID);
  fesetexceptflag(&saved, FE_DIVBYZERO);
  printf("%d\n", fetestexcept(FE_ALL_EXCEPT) == (FE_INVALID | FE_DIVBYZERO));
  fenv_t environment;
  feholdexcept(&environment);
  printf("%d\n", fetestexcept(FE_ALL_EXCEPT));
  feupdateenv(&environment);
  printf("%d\n", fetestexcept(FE_DIVBYZERO) != 0);
  fesetenv(FE_DFL_ENV);
  printf("%d %d\n", fetestexcept(FE_ALL_EXCEPT), fesetround(FE_TONEAREST));
  return 0;
}
