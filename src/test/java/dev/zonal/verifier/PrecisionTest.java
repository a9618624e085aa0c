package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What becomes of numbers that the arithmetic cannot enclose. No kernel that a certificate can name
 * is known to have any, so that the adversary never meets them.
 */
class PrecisionTest {
  private static final String REASON = "a root of an interval around zero";

  /** The constant 1, whose power series cannot be computed. */
  private record Unwieldy() implements Kernel {
    @Override
    public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
      if (over instanceof PowerSeriesArithmetic) {
        throw new DomainException(REASON);
      }
      return over.of(1);
    }

    @Override
    public <T> T atCoincidence(Arithmetic<T> over) {
      return over.of(1);
    }

    @Override
    public <T> T paperScale(Arithmetic<T> over) {
      return over.of(1);
    }
  }

  @Test
  void whatTheArithmeticCannotEncloseIsUndecidedAndNoFailure() {
    Interval one = new Interval(BigDecimal.ONE, BigDecimal.ONE);
    Claims.Bounded region = new Claims.Bounded(new BigDecimal("0.5"), BigDecimal.TEN);
    Claims.OfKernel kernel =
        new Claims.OfKernel(
            new Unwieldy(),
            Optional.of(new Claims.Regions(region, region, region)),
            List.of(new Claims.OfTail(Parity.EVEN, 24, 1, one, one, BigDecimal.ONE)),
            List.of(),
            List.of(),
            new TreeMap<>());
    Claims claims =
        new Claims(
            Claims.Statement.POSITIVITY,
            3,
            List.of(kernel),
            new TreeMap<>(),
            Optional.empty(),
            Optional.empty());
    Verifier.Report report = new Verifier(Context.NONE).check(claims);
    assertEquals(Verdict.UNDECIDED, report.verdict());
    Finding expected =
        new Finding(Verdict.UNDECIDED, Hypothesis.PRECISION, kernel.kernel() + ": " + REASON);
    assertEquals(List.of(expected), report.findings());
  }
}
