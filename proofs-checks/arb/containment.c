/*
 * Does the value of a kernel on a box contain its values at points of the box, and is a box around a
 * branch point refused? Random boxes; exit code 1 if not.
 */
#include <math.h>
#include <stdio.h>

#include "kernel.h"

static double uniform(flint_rand_t state) { return n_randint(state, 1 << 30) / (double)(1 << 30); }

static void set_box(acb_t t, double x, double y, double r) {
  acb_set_d_d(t, x, y);
  mag_set_d(arb_radref(acb_realref(t)), r);
  mag_set_d(arb_radref(acb_imagref(t)), r);
}

int main(void) {
  static const char *kernels[] = {
      "resntk:L=3,alpha=1/2", "resntk:L=10,alpha=1/10", "resntk:L=2,alpha=1,tau=1/2",
      "resntk:L=3,alpha=1,train=all", "resnngp:L=2,alpha=1", "fcntk:L=3",
      "fcntk:L=3,beta=1/2,bias=propagated", "fcnngp:L=4", "matern:nu=5/2,c=2", "gammaexp:c=1,gamma=3/2"};
  long boxes = 0, bounded = 0, wrong = 0;
  acb_t t, point, on_box, at_point;
  kernel k;
  flint_rand_t state;
  flint_randinit(state);
  acb_init(t);
  acb_init(point);
  acb_init(on_box);
  acb_init(at_point);
  for (size_t i = 0; i < sizeof kernels / sizeof *kernels; i++) {
    kernel_parse(&k, kernels[i]);
    for (int j = 0; j < 1000; j++) {
      double x = 3.3 * uniform(state), y = 0.6 * uniform(state), r = 0.25 * uniform(state);
      set_box(t, x, y, r);
      kernel_value(on_box, &k, t, 1, 64);
      boxes++;
      if (!acb_is_finite(on_box)) continue;
      bounded++;
      for (int n = 0; n < 4; n++) {
        acb_set_d_d(point, x + r * (2 * uniform(state) - 1), y + r * (2 * uniform(state) - 1));
        kernel_value(at_point, &k, point, 0, 128);
        if (!acb_overlaps(on_box, at_point)) {
          wrong++;
          printf("%s: the value is not contained at ", kernels[i]);
          acb_printn(point, 10, 0);
          printf("\n");
        }
      }
    }
    kernel_clear(&k);
  }
  /* the first layer reaches u = -1 near t = pi + i sqrt(2) alpha */
  kernel_parse(&k, "resntk:L=2,alpha=1/10");
  for (double r = 0.2; r > 2e-3; r /= 2) {
    set_box(t, 3.14159265, 0.141, r);
    kernel_value(on_box, &k, t, 1, 64);
    if (acb_is_finite(on_box)) {
      wrong++;
      printf("a box of radius %g around a branch point is not refused\n", r);
    }
  }
  kernel_clear(&k);
  printf("arb: %ld boxes, %ld bounded, %ld wrong\n", boxes, bounded, wrong);
  acb_clear(t);
  acb_clear(point);
  acb_clear(on_box);
  acb_clear(at_point);
  flint_randclear(state);
  flint_cleanup();
  return wrong > 0;
}
