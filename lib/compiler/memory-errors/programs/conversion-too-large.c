#include <math.h>
#include <stdio.h>
int main(void) {
  double big = pow(10, 12);
  int n = big; // ERROR: conversion-out-of-range
  printf("%d\n", n);
  return 0;
}
