/* A kernel in C beside Zonal's reference vectors: cc kernels.c -lm && ./a.out values.csv */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double laplace(double r) { return exp(-r); }

int main(int count, char **arguments) {
  FILE *file = fopen(count > 1 ? arguments[1] : "values.csv", "r");
  char line[4096];
  int found = 0;
  if (file == NULL) {
    perror("values.csv");
    return 2;
  }
  while (fgets(line, sizeof line, file) != NULL) {
    /* kernel,input,x,x_hex,value,double,double_hex,ulps; this kernel has no comma in its name. */
    char *cells[8];
    int n = 0;
    for (char *cell = strtok(line, ",\r\n"); cell != NULL && n < 8; cell = strtok(NULL, ",\r\n")) {
      cells[n++] = cell;
    }
    if (n < 8 || strcmp(cells[0], "laplace:c=1") != 0 || strcmp(cells[1], "chord") != 0) {
      continue;
    }
    double expected = strtod(cells[6], NULL);
    double value = laplace(strtod(cells[3], NULL));
    if (!(fabs(value - expected) <= 2 * 0x1p-52 * fabs(expected))) {
      printf("r = %s: %.17g, not %.17g\n", cells[2], value, expected);
      return 1;
    }
    found++;
  }
  fclose(file);
  puts(found > 5 ? "right" : "no rows");
  return found > 5 ? 0 : 2;
}
