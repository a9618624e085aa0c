package dev.zonal.theorem.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.Parity;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Degrees against the exponents of polynomials that are multiplied out. */
class SeriesDegreesTest {
  private static final SeriesAlgebra<SeriesDegrees> OVER = new SeriesDegrees.Algebra();
  private static final SeriesDegrees ALL =
      new SeriesDegrees(SeriesDegrees.INFINITE, SeriesDegrees.INFINITE);

  private static SeriesDegrees degrees(Iterable<Integer> exponents) {
    SeriesDegrees sum = OVER.zero();
    for (int n : exponents) {
      sum = OVER.sum(sum, OVER.power(n));
    }
    return sum;
  }

  private static Set<Integer> product(Set<Integer> a, Set<Integer> b) {
    Set<Integer> sums = new TreeSet<>();
    a.forEach(i -> b.forEach(j -> sums.add(i + j)));
    return sums;
  }

  private static Set<Integer> power(Set<Integer> a, int n) {
    BinaryOperator<Set<Integer>> times = SeriesDegreesTest::product;
    return Stream.generate(() -> a).limit(n).reduce(Set.of(0), times);
  }

  @Property(tries = 300)
  void sumsProductsAndDerivativesOfPolynomials(
      @ForAll @Size(max = 4) Set<@IntRange(max = 9) Integer> a,
      @ForAll @Size(max = 4) Set<@IntRange(max = 9) Integer> b) {
    Set<Integer> both = new TreeSet<>(a);
    both.addAll(b);
    assertEquals(degrees(both), OVER.sum(degrees(a), degrees(b)));
    assertEquals(degrees(product(a, b)), OVER.product(degrees(a), degrees(b)));
    Set<Integer> lower = new TreeSet<>();
    a.stream().filter(n -> n > 0).forEach(n -> lower.add(n - 1));
    assertEquals(degrees(lower), OVER.derivative(degrees(a)));
  }

  @Property(tries = 300)
  void compositionsOfPolynomials(
      @ForAll @Size(max = 3) Set<@IntRange(max = 5) Integer> outer,
      @ForAll @Size(min = 1, max = 3) Set<@IntRange(max = 5) Integer> inner) {
    Set<Integer> all = new TreeSet<>();
    outer.forEach(n -> all.addAll(power(inner, n)));
    assertEquals(degrees(all), OVER.composition(degrees(outer), degrees(inner)));
  }

  /** A series stands between its polynomials and nothing: the degrees grow without end. */
  @Property(tries = 200)
  void compositionsOfSeriesAreLimitsOfThoseOfPolynomials(
      @ForAll boolean odd,
      @ForAll @Size(max = 2) Set<@IntRange(max = 3) Integer> finite,
      @ForAll @Size(min = 1, max = 3) Set<@IntRange(max = 5) Integer> inner) {
    SeriesDegrees outer = OVER.sum(OVER.infinite(odd), degrees(finite));
    SeriesDegrees limit = OVER.composition(outer, degrees(inner));
    int high = odd ? 21 : 20;
    SeriesDegrees cut =
        OVER.composition(OVER.sum(OVER.power(high), degrees(finite)), degrees(inner));
    assertEquals(cut.even() >= 16, limit.even() == SeriesDegrees.INFINITE);
    assertEquals(cut.odd() >= 16, limit.odd() == SeriesDegrees.INFINITE);
    if (limit.even() < SeriesDegrees.INFINITE) {
      assertEquals(cut.even(), limit.even());
    }
    if (limit.odd() < SeriesDegrees.INFINITE) {
      assertEquals(cut.odd(), limit.odd());
    }
  }

  @Test
  void infinitePartsStayInfinite() {
    SeriesDegrees even = OVER.infinite(false);
    SeriesDegrees odd = OVER.infinite(true);
    assertEquals(even, OVER.product(odd, odd));
    assertEquals(odd, OVER.product(odd, even));
    assertEquals(OVER.zero(), OVER.product(even, OVER.zero()));
    assertEquals(odd, OVER.derivative(even));
    assertEquals(ALL, OVER.composition(even, OVER.sum(odd, OVER.power(0))));
    assertEquals(ALL, OVER.composition(OVER.power(2), OVER.sum(odd, OVER.power(0))));
    assertEquals(
        OVER.sum(odd, OVER.power(0)),
        OVER.composition(OVER.power(1), OVER.sum(odd, OVER.power(0))));
    assertEquals(OVER.power(0), OVER.composition(even, OVER.power(0)));
    assertEquals(even, OVER.composition(odd, OVER.power(2)));
    assertThrows(IllegalArgumentException.class, () -> OVER.composition(even, OVER.zero()));
  }

  @Test
  void beyondItsDegreeAPartIsZero() {
    SeriesDegrees degrees = new SeriesDegrees(4, SeriesDegrees.INFINITE);
    assertEquals(OptionalLong.of(6), degrees.zerosFrom(Parity.EVEN));
    assertEquals(OptionalLong.empty(), degrees.zerosFrom(Parity.ODD));
    assertEquals(Map.of(Parity.EVEN, 6L), degrees.vanishing());
    SeriesDegrees odd = new SeriesDegrees(SeriesDegrees.NONE, 1);
    assertEquals(Map.of(Parity.EVEN, 0L, Parity.ODD, 3L), odd.vanishing());
    assertEquals(Map.of(), ALL.vanishing());
  }

  @Test
  void infinitelyManyPositiveCoefficientsOfAParityMakeItsEigenvaluesPositive() {
    Kernel oneLayer = KernelSpecification.parse("fcntk:L=1");
    assertTrue(SeriesDegrees.makePositive(oneLayer, Parity.EVEN));
    assertFalse(SeriesDegrees.makePositive(oneLayer, Parity.ODD));
    Kernel odd = KernelSpecification.parse("ntk:act=erf,L=1");
    assertTrue(SeriesDegrees.makePositive(odd, Parity.ODD));
    assertFalse(SeriesDegrees.makePositive(odd, Parity.EVEN));
    for (Parity parity : Parity.values()) {
      for (String positive : List.of("fcntk:L=2", "heat:t=1", "laplace:c=1")) {
        assertTrue(SeriesDegrees.makePositive(KernelSpecification.parse(positive), parity));
      }
      for (String unknown : List.of("chord:s=1", "polynomial:[1,1]", "spectrum:[1,1]")) {
        assertFalse(SeriesDegrees.makePositive(KernelSpecification.parse(unknown), parity));
      }
    }
  }
}
