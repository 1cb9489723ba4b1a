int main(void) {
  char *name = "john";
  name[0] = 'J'; // ERROR: read-only
  return 0;
}
