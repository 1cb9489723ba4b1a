/* ucontext_t, as signal handlers get it. Leaves out getcontext and its kind. */
#include <signal.h>
