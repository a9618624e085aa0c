package dev.zonal.kernel.singularity;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers, from 1, of the sines of the layers of a network: of the arguments of arc sines that
 * are not constant, in the order in which one evaluation of its kernel first meets them. A layer
 * asks for the arc sine of its sine, and for the derivative of that, of one and the same object.
 */
final class SineNumbers {
  private final List<Object> seen = new ArrayList<>();

  int of(Object sine) {
    for (int i = 0; i < seen.size(); i++) {
      if (seen.get(i) == sine) {
        return i + 1;
      }
    }
    seen.add(sine);
    return seen.size();
  }

  int count() {
    return seen.size();
  }
}
