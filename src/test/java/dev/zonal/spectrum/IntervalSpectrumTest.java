package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.Bounds;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvalues of all kernels of an interval: docs/theory.md, Corollary 28.5 and Lemma 28.6. */
class IntervalSpectrumTest {
  private static final TreeSet<Long> FREQUENCIES = new TreeSet<>(List.of(0L, 1L, 2L, 3L, 8L, 15L));

  private static Map<Long, Certification<Enclosure>> all(
      IntervalFamily family, int dimension, Optional<Eigenvalue.Method> method) {
    return Spectrum.of(family.kernel(family.least()), dimension)
        .enclose(FREQUENCIES, 40, method, Context.NONE);
  }

  private static void membersAreInside(String text, int... dimensions) {
    IntervalFamily family = IntervalFamily.parse(text);
    Bounds bounds = family.interval().orElseThrow();
    for (int d : dimensions) {
      for (Optional<Eigenvalue.Method> method :
          List.of(Optional.<Eigenvalue.Method>empty(), Optional.of(Eigenvalue.Method.QUADRATURE))) {
        Map<Long, Certification<Enclosure>> all = all(family, d, method);
        for (Rational at : List.of(bounds.lower(), bounds.middle(), bounds.upper())) {
          Kernel member = family.member(family.least(), at);
          Map<Long, Certification<Enclosure>> one =
              Spectrum.of(member, d).enclose(FREQUENCIES, 64, Optional.empty(), Context.NONE);
          one.forEach(
              (k, enclosure) ->
                  assertTrue(
                      all.get(k).get().ball().contains(enclosure.get().ball()),
                      () -> member + ", d = " + d + ", k = " + k));
        }
      }
    }
  }

  @Test
  void theEigenvaluesOfMembersAreInside() {
    membersAreInside("laplace:c=[1,9/8]", 2, 3, 6);
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(
      strings = {
        "resntk:L=2,alpha=[1/2,5/8]",
        "resntk:L=5,alpha=[1/8,1/7]",
        "fcntk:L=2,beta=[0,1/2]",
        "resntk:L=2,alpha=1,tau=[1/2,1]",
        "resnngp:L=3,alpha=[3/4,1]",
        "fcnngp:L=2,beta=[1/2,1],bias=propagated"
      })
  void theEigenvaluesOfMembersOfNetworksAreInside(String text) {
    membersAreInside(text, 2, 3, 4, 7);
  }

  @Test
  void aRangeThatHoldsZeroIsRefused() {
    // Without bias every odd eigenvalue from k = 3 on is zero.
    Certification<Enclosure> third =
        all(IntervalFamily.parse("fcntk:L=1,beta=[0,1/2]"), 3, Optional.empty()).get(3L);
    assertEquals(
        Optional.of("the eigenvalues of the members at k = 3 are not told from zero"),
        third.refusal());
  }

  @Test
  void aNarrowIntervalIsKnownCloselyAndAWideOneIsNot() {
    IntervalFamily wide = IntervalFamily.parse("laplace:c=[1,9/8]");
    IntervalFamily narrow = wide.within(new Bounds("c", Rational.ONE, Rational.of(1001, 1000)));
    long close = all(narrow, 3, Optional.empty()).get(15L).get().ball().accuracyBits();
    long rough = all(wide, 3, Optional.empty()).get(15L).get().ball().accuracyBits();
    assertTrue(close > 8, close + " bits");
    assertTrue(rough < 6, rough + " bits");
  }
}
