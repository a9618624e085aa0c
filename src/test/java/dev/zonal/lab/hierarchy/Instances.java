package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;

/** The networks of the reference tables, to fifty digits. */
final class Instances {
  static final int NEURONS = 5;

  private static final int DIGITS = 50;
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(250);

  private Instances() {}

  static Rational sine(int x) {
    return decimal(BALLS.sin(Ball.exact(x)));
  }

  static Rational cosine(int x) {
    return decimal(BALLS.cos(Ball.exact(x)));
  }

  private static Rational decimal(Ball ball) {
    return Rational.of(ball.decimal(DIGITS).orElseThrow());
  }

  /** Inputs (cos b, sin b), b = 1, 2, 3, and targets 1, -1, 1/2. */
  static TrainingSet data() {
    List<List<Rational>> inputs = Stream.of(1, 2, 3).map(b -> List.of(cosine(b), sine(b))).toList();
    return new TrainingSet(inputs, List.of(Rational.ONE, Rational.of(-1), Rational.of(1, 2)));
  }

  /** W1_ji = sin(3i+7j+1), W2_ji = sin(2i+5j+3), a_j = cos(5j+2), j from 1 to 5. */
  static NetworkInstance reference(SmoothUnit unit, int depth) {
    List<Rational> parameters = new ArrayList<>(sines(2, (i, j) -> 3 * i + 7 * j + 1));
    if (depth == 2) {
      parameters.addAll(sines(NEURONS, (i, j) -> 2 * i + 5 * j + 3));
    }
    for (int j = 1; j <= NEURONS; j++) {
      parameters.add(cosine(5 * j + 2));
    }
    Architecture network = new Architecture(unit, 2, Collections.nCopies(depth, NEURONS));
    return new NetworkInstance(network, parameters, data());
  }

  private static List<Rational> sines(int columns, IntBinaryOperator angle) {
    List<Rational> rows = new ArrayList<>();
    for (int j = 1; j <= NEURONS; j++) {
      for (int i = 1; i <= columns; i++) {
        rows.add(sine(angle.applyAsInt(i, j)));
      }
    }
    return rows;
  }
}
