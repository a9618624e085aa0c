package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Sequences for tests: written down, drawn, and read from tables. */
final class Sequences {
  private Sequences() {}

  /** Steps are separated by semicolons, coordinates by commas. */
  static Sequence of(String text) {
    return new Sequence(Arrays.stream(text.split(";")).map(Sequences::vector).toList());
  }

  static Vector vector(String text) {
    return Vector.of(Arrays.stream(text.split(",")).map(Rational::parse).toList());
  }

  /** One that ends with a step more. */
  static Sequence followed(Sequence sequence, Vector step) {
    List<Vector> steps = new ArrayList<>(sequence.steps());
    steps.add(step);
    return new Sequence(steps);
  }

  static Sequence prefix(Sequence sequence, int length) {
    return new Sequence(sequence.steps().subList(0, length));
  }

  static Sequence reversed(Sequence sequence) {
    List<Vector> steps = new ArrayList<>(sequence.steps());
    Collections.reverse(steps);
    return new Sequence(steps);
  }

  static Vector scaled(Vector vector, Rational factor) {
    List<Rational> coordinates = new ArrayList<>();
    for (int i = 0; i < vector.dimension(); i++) {
      coordinates.add(vector.coordinate(i).multiply(factor));
    }
    return Vector.of(coordinates);
  }

  static Sequence scaled(Sequence sequence, Rational factor) {
    return new Sequence(sequence.steps().stream().map(x -> scaled(x, factor)).toList());
  }

  static Arbitrary<Rational> coordinates() {
    return Arbitraries.integers().between(-20, 20).map(n -> Rational.of(n, 10));
  }

  static Arbitrary<Vector> vectors(int dimension) {
    return coordinates().list().ofSize(dimension).map(Vector::of);
  }

  static Arbitrary<Sequence> sequences(int dimension) {
    return vectors(dimension).list().ofMinSize(1).ofMaxSize(5).map(Sequence::new);
  }

  /** The rational number that a decimal without a root is, as in 1.4. */
  static Rational decimal(String text) {
    return text.contains("/") ? Rational.parse(text) : Rational.of(new BigDecimal(text));
  }
}
