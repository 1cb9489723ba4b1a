/* strverscmp for every pair of a list. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
int main(){ const char*v[]={"","0","00","000","01","010","09","1","9","10","100","a","a0","a00","a01","a010","a09","a1","a9","a10","a1b","a1c","a10b","no","nb","item#99","item#100","alpha1","alpha001","part1_f012","part1_f01","1.2.3","1.10.3","foo.0001","foo.009"};
 int n=sizeof v/sizeof*v; for(int i=0;i<n;i++){for(int j=0;j<n;j++){int r=strverscmp(v[i],v[j]); putchar(r<0?'<':r>0?'>':'=');} putchar('\n');}
 return 0;}
