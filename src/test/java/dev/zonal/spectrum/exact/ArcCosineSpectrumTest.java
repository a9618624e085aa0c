package dev.zonal.spectrum.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Closed forms and exact zeros of networks against enclosures by quadrature, which know of none.
 */
class ArcCosineSpectrumTest {
  private static final int BITS = 80;
  private static final List<Integer> DIMENSIONS = List.of(2, 5);

  private static Certification<Enclosure> enclose(Spectrum spectrum, long k, Optional<Method> by) {
    return spectrum.enclose(new TreeSet<>(List.of(k)), BITS, by, Context.NONE).get(k);
  }

  private static Enclosure enclosure(Spectrum spectrum, long k) {
    return enclose(spectrum, k, Optional.empty()).get();
  }

  private static Ball integral(Spectrum spectrum, long k) {
    return enclose(spectrum, k, Optional.of(Method.QUADRATURE)).get().ball();
  }

  /** An integral is refined until it has digits, which zero never has. */
  private static void assertIntegralMayBeZero(Spectrum spectrum, long k) {
    Optional<String> refusal = enclose(spectrum, k, Optional.of(Method.QUADRATURE)).refusal();
    assertTrue(
        refusal.filter(why -> why.contains("the eigenvalue may be zero")).isPresent(),
        () -> spectrum.kernel() + ", k = " + k + ": " + refusal);
  }

  static Stream<String> oneLayer() {
    return Stream.concat(
        IntStream.range(0, 9).mapToObj(n -> "arccos:n=" + n),
        Stream.of(
            "ntk:act=relu,power=2,L=1",
            "ntk:act=leaky,slope=-1/3,L=1",
            "ntk:act=abs,L=1",
            "nngp:act=abs,L=1",
            "nngp:act=sign,L=1",
            "ntk:act=relu,power=3,L=1,train=first",
            "resntk:L=1,alpha=1/2,train=all,act=leaky,slope=-1/2,tau=1/3",
            "resnngp:L=1,alpha=1/2,act=leaky,slope=-2"));
  }

  @ParameterizedTest
  @MethodSource("oneLayer")
  void theClosedFormIsTheIntegral(String specification) {
    Kernel kernel = KernelSpecification.parse(specification);
    for (int dimension : DIMENSIONS) {
      Spectrum spectrum = Spectrum.of(kernel, dimension);
      for (long k = 0; k < 7; k++) {
        Enclosure closed = enclose(spectrum, k, Optional.of(Method.EXACT)).get();
        if (closed.isExactZero()) {
          continue;
        }
        Ball exact = closed.ball();
        Ball integral = integral(spectrum, k);
        String where = specification + ", d = " + dimension + ", k = " + k;
        assertTrue(exact.overlaps(integral), () -> where + ": " + exact + ", " + integral);
        assertTrue(integral.accuracyBits() >= BITS, () -> where + ": " + integral);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ntk:act=erf,L=3",
        "nngp:act=sin,L=2",
        "ntk:act=cos,L=2",
        "ntk:act=abs,L=3",
        "ntk:act=abs,L=2,train=[1,3]",
        "ntk:act=gelu,L=1",
        "nngp:act=gelu,L=1,sw2=2",
        "resntk:L=2,alpha=1,act=erf",
        "resntk:L=1,alpha=1,act=cos,train=all",
        "nngp:act=relu,power=4,L=1",
        "ntk:act=leaky,slope=-1/3,L=1"
      })
  void whatIsProvedToBeZeroIsAnIntegralWithoutDigits(String specification) {
    Spectrum spectrum = Spectrum.of(KernelSpecification.parse(specification), 3);
    long[] beginnings =
        Arrays.stream(Parity.values())
            .flatMapToLong(parity -> spectrum.zerosFrom(parity).stream())
            .toArray();
    assertEquals(1, beginnings.length, specification);
    long from = beginnings[0];
    assertTrue(enclosure(spectrum, from).isExactZero(), specification);
    assertTrue(enclosure(spectrum, from + 4).isExactZero(), specification);
    assertIntegralMayBeZero(spectrum, from);
    // and it begins there
    assertTrue(from < 2 || !enclosure(spectrum, from - 2).isExactZero(), specification);
  }

  /** Biases and further layers leave nothing of the parity of a polynomial part. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ntk:act=erf,L=2,sb2=1/10",
        "ntk:act=abs,L=2,sb2=1/10",
        "ntk:act=gelu,L=2",
        "ntk:act=relu,L=2",
        "resntk:L=2,alpha=1,act=abs",
        "resntk:L=2,alpha=1,act=cos",
        "resntk:L=1,alpha=1,act=erf,tau=1",
        "nngp:act=exp,L=1"
      })
  void nothingElseIsSaidToBeZero(String specification) {
    Spectrum spectrum = Spectrum.of(KernelSpecification.parse(specification), 3);
    for (long k = 0; k < 8; k++) {
      Ball eta = integral(spectrum, k);
      assertTrue(eta.isPositive(), specification + ", k = " + k + ": " + eta);
    }
    for (Parity parity : Parity.values()) {
      assertTrue(spectrum.zerosFrom(parity).isEmpty(), specification);
    }
  }
}
