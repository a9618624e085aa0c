package dev.zonal.spectrum.multisphere;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.Enclosure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Spectra of convolutional networks of one layer. */
class ConvolutionalSpectrumTest {
  @Property(tries = 30)
  void a_cyclic_shift_changes_nothing(
      @ForAll("degrees") List<Integer> degrees, @ForAll @IntRange(max = 4) int shift) {
    List<Integer> shifted = new ArrayList<>(degrees);
    Collections.rotate(shifted, shift);
    ConvolutionalSpectrum spectrum = tangent(3, 3, 5);
    assertEquals(spectrum.places(degrees), spectrum.places(shifted));
    assertEquals(spectrum.gapMultiplicity(degrees), spectrum.gapMultiplicity(shifted));
    assertTrue(ball(spectrum, degrees).overlaps(ball(spectrum, shifted)));
  }

  /** Pixels further apart than the filter is wide are never seen together. */
  @Example
  void whatNoPlaceOfTheFilterSeesIsZero() {
    ConvolutionalSpectrum spectrum = tangent(3, 3, 7);
    assertEquals(0, spectrum.places(List.of(1, 0, 0, 1, 0, 0, 0)));
    assertTrue(spectrum.enclose(List.of(1, 0, 0, 1, 0, 0, 0), 60).isExactZero());
    assertEquals(1, spectrum.places(List.of(1, 0, 1, 0, 0, 0, 0)));
    assertEquals(2, spectrum.places(List.of(1, 0, 0, 0, 0, 0, 1)));
    assertEquals(3, spectrum.places(List.of(0, 4, 0, 0, 0, 0, 0)));
    assertEquals(7, spectrum.places(List.of(0, 0, 0, 0, 0, 0, 0)));
  }

  /** A single harmonic of degree 1: 1/(2qC) at each of the q places out of D that see it. */
  @Example
  void theLinearPartIsSharedByAllPixels() {
    Enclosure value = tangent(5, 3, 9).enclose(List.of(1, 0, 0, 0, 0, 0, 0, 0, 0), 60);
    assertEquals(Rational.of(1, 2 * 5 * 9), value.exact().orElseThrow().rational().orElseThrow());
  }

  /** A filter of one tap: the mean of the spheres' own kernels. */
  @Property(tries = 20)
  void one_tap_sees_one_pixel(@ForAll @IntRange(max = 12) int k) {
    ConvolutionalSpectrum spectrum = tangent(4, 1, 3);
    Ball alone =
        PatchSpectrum.of(KernelSpecification.parse("fcntk:L=1"), 4, 1)
            .enclose(List.of(k), 60)
            .ball();
    Ball expected = k == 0 ? alone : BallArithmetic.ofBits(80).scale(alone, Rational.of(1, 3));
    assertTrue(ball(spectrum, List.of(0, k, 0)).overlaps(expected));
    assertTrue(spectrum.enclose(List.of(k + 1, 1, 0), 60).isExactZero());
  }

  /** Counted one by one: the orbits of words of letters under the shifts that keep the degrees. */
  @Property(tries = 60)
  void functions_that_no_shift_changes_are_counted(
      @ForAll("binary") List<Integer> degrees, @ForAll @IntRange(min = 2, max = 3) int channels) {
    ProductOfSpheres spheres = new ProductOfSpheres(channels, degrees.size());
    int period = ProductOfSpheres.period(degrees);
    Set<List<Integer>> words = new HashSet<>(Set.of(List.of()));
    for (int degree : degrees) {
      int letters = spheres.multiplicity(Collections.nCopies(degrees.size(), degree)).intValue();
      letters = (int) Math.round(Math.pow(letters, 1.0 / degrees.size()));
      Set<List<Integer>> longer = new HashSet<>();
      for (List<Integer> word : words) {
        for (int letter = 0; letter < letters; letter++) {
          List<Integer> next = new ArrayList<>(word);
          next.add(letter);
          longer.add(next);
        }
      }
      words = longer;
    }
    Set<Set<List<Integer>>> orbits = new HashSet<>();
    for (List<Integer> word : words) {
      Set<List<Integer>> orbit = new HashSet<>();
      for (int s = 0; s < degrees.size(); s += period) {
        List<Integer> turned = new ArrayList<>(word);
        Collections.rotate(turned, s);
        orbit.add(turned);
      }
      orbits.add(orbit);
    }
    assertEquals(BigInteger.valueOf(words.size()), spheres.multiplicity(degrees));
    assertEquals(BigInteger.valueOf(orbits.size()), spheres.invariantMultiplicity(degrees));
  }

  @Example
  void aFilterLargerThanTheImageIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> tangent(3, 5, 3));
    assertThrows(IllegalArgumentException.class, () -> tangent(3, 3, 3).enclose(List.of(1, 1), 60));
  }

  private static Ball ball(ConvolutionalSpectrum spectrum, List<Integer> degrees) {
    return spectrum.enclose(degrees, 60).ball();
  }

  private static ConvolutionalSpectrum tangent(int channels, int taps, int pixels) {
    return ConvolutionalSpectrum.of(KernelSpecification.parse("fcntk:L=1"), channels, taps, pixels);
  }

  @Provide
  Arbitrary<List<Integer>> degrees() {
    return Arbitraries.frequency(
            net.jqwik.api.Tuple.of(3, 0),
            net.jqwik.api.Tuple.of(1, 1),
            net.jqwik.api.Tuple.of(1, 3))
        .list()
        .ofSize(5);
  }

  @Provide
  Arbitrary<List<Integer>> binary() {
    return Arbitraries.integers().between(0, 1).list().ofMinSize(1).ofMaxSize(6);
  }
}
