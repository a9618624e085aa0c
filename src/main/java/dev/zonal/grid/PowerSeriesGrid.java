package dev.zonal.grid;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.region.CosineExpansion;
import dev.zonal.spectrum.Factor;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.text.ScientificNotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first coefficients of every kernel as a power series in u, at u = 0 (docs/theory.md, section
 * 16).
 *
 * @param count how many, at least 1
 */
public record PowerSeriesGrid(List<Kernel> kernels, int count, int digits, Scale scale) {
  private static final int ATTEMPTS = 5;
  private static final int BOUND_DIGITS = 3;

  /** Computes the series, in the order of the kernels. */
  public List<PowerSeriesBlock> compute(Context context) {
    List<PowerSeriesBlock> blocks = new ArrayList<>();
    for (Kernel kernel : kernels) {
      blocks.add(block(kernel, context));
      context.heard(blocks.size(), kernels.size());
    }
    return List.copyOf(blocks);
  }

  private PowerSeriesBlock block(Kernel kernel, Context context) {
    try {
      context.check();
      return context.call(
          () ->
              Refinement.of(BallArithmetic.bitsFor(digits) + Precision.SERIES, ATTEMPTS)
                  .run(bits -> attempt(kernel, bits)));
    } catch (StoppedException stopped) {
      return refused(kernel, stopped.getMessage());
    }
  }

  private PowerSeriesBlock refused(Kernel kernel, String reason) {
    List<Gap<Key.Coefficient>> gaps = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      gaps.add(new Gap<>(key(kernel, n), Cause.NOT_CERTIFIED, reason));
    }
    return new PowerSeriesBlock(
        new Block<>(key(kernel, 0), List.of(), gaps), Certification.refused(reason));
  }

  private Attempt<PowerSeriesBlock> attempt(Kernel kernel, int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits);
    Certification<List<EnclosedNumber>> series = Certification.of(() -> coefficients(kernel, over));
    return series.isCertified()
        ? rounded(kernel, series.get(), over)
        : Attempt.decided(refused(kernel, series.refusal().get()));
  }

  /** b_0, b_1, ... of the unit kernel. */
  private List<EnclosedNumber> coefficients(Kernel kernel, BallArithmetic over) {
    List<EnclosedNumber> coefficients = new ArrayList<>();
    if (kernel.structure() instanceof Structure.Polynomial polynomial) {
      List<Rational> known = polynomial.coefficients();
      for (int n = 0; n < count; n++) {
        coefficients.add(EnclosedNumber.of(n < known.size() ? known.get(n) : Rational.ZERO, over));
      }
    } else {
      CosineExpansion expansion = CosineExpansion.of(kernel.normalForm(), over, count);
      for (int n = 0; n < count; n++) {
        Ball ball = expansion.coefficient(n);
        boolean isZero = ball.isExact() && ball.containsZero();
        coefficients.add(
            new EnclosedNumber(ball, isZero ? Optional.of(PiRational.ZERO) : Optional.empty()));
      }
    }
    return coefficients;
  }

  private Attempt<PowerSeriesBlock> rounded(
      Kernel kernel, List<EnclosedNumber> coefficients, BallArithmetic over) {
    Factor factor = Factor.of(kernel, scale, over);
    EnclosedNumber scaled = new EnclosedNumber(factor.ball(), factor.exact());
    List<Row<Key.Coefficient>> rows = new ArrayList<>();
    List<Gap<Key.Coefficient>> gaps = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      Key.Coefficient key = key(kernel, n);
      EnclosedNumber coefficient = coefficients.get(n).times(scaled, over);
      Optional<CertifiedNumber> number = coefficient.rounded(digits);
      if (number.isPresent()) {
        rows.add(new Row<>(key, number.get(), Optional.empty()));
      } else {
        gaps.add(new Gap<>(key, Cause.ROUNDING_UNDECIDED, reason(coefficient.ball())));
      }
    }
    Certification<Ball> rest = rest(kernel, coefficients, over).map(factor::times);
    return new Attempt<>(
        new PowerSeriesBlock(new Block<>(key(kernel, 0), rows, gaps), rest),
        gaps.isEmpty() && !isWide(rest) ? 0 : over.bits());
  }

  /** What the coefficients of a polynomial are summed to may be zero, exactly or not. */
  private static boolean isWide(Certification<Ball> rest) {
    return rest.value().filter(ball -> ball.containsZero() && !ball.isExact()).isPresent();
  }

  private static String reason(Ball ball) {
    return ball.containsZero()
        ? "it may be zero, and is at most "
            + ScientificNotation.of(ball.abs().upperDecimal(BOUND_DIGITS))
            + " in absolute value"
        : "no precision tried decides its digits";
  }

  /** f(1) less the coefficients (docs/theory.md, Lemma 16.4). */
  private static Certification<Ball> rest(
      Kernel kernel, List<EnclosedNumber> coefficients, BallArithmetic over) {
    if (!kernel.hasNonNegativeSeries()) {
      return Certification.refused("the coefficients are not known to be non-negative");
    }
    Certification<EnclosedNumber> whole = LevelGrid.whole(kernel, over);
    if (!whole.isCertified()) {
      return Certification.refused("the coefficients do not add up: f(1) is not finite");
    }
    EnclosedNumber rest = whole.get();
    for (EnclosedNumber coefficient : coefficients) {
      rest = rest.minus(coefficient, over);
    }
    return Certification.certified(rest.isZero() ? over.of(0) : rest.ball());
  }

  private Key.Coefficient key(Kernel kernel, int n) {
    return new Key.Coefficient(kernel, n, digits, scale);
  }
}
