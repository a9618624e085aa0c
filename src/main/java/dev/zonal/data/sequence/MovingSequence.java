package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A sequence one of whose steps is displaced: the step t is x_t + size e.
 *
 * @param sequence the one that is not displaced
 * @param step from 1; 0 if none is displaced
 * @param direction e, null if none is displaced
 * @param size null if none is displaced; its value is 0 where it stands for a derivative
 * @param <T> the numbers
 */
record MovingSequence<T>(Sequence sequence, int step, Vector direction, T size) {
  /** A sequence as it is. */
  static <T> MovingSequence<T> still(Sequence sequence) {
    return new MovingSequence<>(sequence, 0, null, null);
  }

  int length() {
    return sequence.length();
  }

  /** The same in the opposite order of time. */
  MovingSequence<T> reversed() {
    List<Vector> steps = new ArrayList<>(sequence.steps());
    Collections.reverse(steps);
    int mirrored = step == 0 ? 0 : length() + 1 - step;
    return new MovingSequence<>(new Sequence(steps), mirrored, direction, size);
  }

  /** The step t, not displaced. */
  Vector at(int t) {
    return sequence.steps().get(t - 1);
  }

  /** Whether something before or at a time is displaced. */
  boolean movesBy(int t) {
    return step > 0 && step <= t;
  }

  /** The inner product of two steps. */
  T product(Arithmetic<T> over, int t, MovingSequence<T> other, int s, Rational factor) {
    T value = over.of(at(t).dot(other.at(s)).multiply(factor));
    if (t == step) {
      value = over.add(value, over.scale(size, direction.dot(other.at(s)).multiply(factor)));
    }
    if (s == other.step) {
      T own = over.scale(other.size, other.direction.dot(at(t)).multiply(factor));
      value = over.add(value, own);
    }
    if (t == step && s == other.step) {
      Rational both = direction.dot(other.direction).multiply(factor);
      value = over.add(value, over.scale(over.multiply(size, other.size), both));
    }
    return value;
  }
}
