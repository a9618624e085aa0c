package dev.zonal.grid.multisphere;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.multisphere.ConvolutionalSpectrum;
import dev.zonal.spectrum.multisphere.PixelDegrees;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import dev.zonal.spectrum.secondopinion.ApfloatEstimate;
import dev.zonal.spectrum.secondopinion.patch.ApfloatPatchSpectrum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The eigenvalues a second time, without balls, held against the certified ones.
 *
 * @param opinions of the rows that are not zero by a theorem, as far as there is one of at least
 *     {@link #LEAST_DIGITS} digits
 * @param missing how many rows that are not zero have none
 */
public record MultisphereConfirmation(Map<PixelDegrees, Opinion> opinions, int missing) {
  /** What agrees to less says nothing. */
  public static final int LEAST_DIGITS = 3;

  /**
   * One value.
   *
   * @param value the estimate, to the digits that are expected to be right
   * @param digits how many these are, at most those of the grid
   * @param agrees whether the certified eigenvalue is as near as that
   */
  public record Opinion(BigDecimal value, int digits, boolean agrees) {}

  /** What the comparison says. */
  public enum Outcome {
    /** All agree, and there is one. */
    CONFIRMED,
    /** One does not. */
    REFUTED,
    /** There is nothing to compare with for a row that is not zero. */
    NOT_TESTED
  }

  public MultisphereConfirmation {
    opinions = Map.copyOf(opinions);
  }

  /** Evaluates the rows that were certified a second time. */
  public static MultisphereConfirmation of(MultisphereLevels levels, Context context) {
    MultisphereGrid grid = levels.grid();
    ConvolutionalSpectrum spectrum = grid.spectrum();
    Map<List<Integer>, ApfloatEstimate> known = new HashMap<>();
    Map<PixelDegrees, Opinion> opinions = new LinkedHashMap<>();
    int missing = 0;
    long done = 0;
    for (MultisphereLevel row : levels.rows()) {
      context.heard(done++, levels.rows().size());
      if (row.zero().isPresent()) {
        continue;
      }
      try {
        ApfloatEstimate patch = known.get(spectrum.seen(row.degrees().degrees()));
        if (patch == null) {
          context.check();
          patch =
              context.call(
                  () ->
                      new ApfloatPatchSpectrum(spectrum.patch())
                          .evaluate(spectrum.seen(row.degrees().degrees()), grid.digits()));
          known.put(spectrum.seen(row.degrees().degrees()), patch);
        }
        if (patch.accurateDigits() >= LEAST_DIGITS) {
          opinions.put(row.degrees(), opinion(grid, row, patch));
        } else {
          missing++;
        }
      } catch (StoppedException stopped) {
        missing++;
      }
    }
    return new MultisphereConfirmation(opinions, missing);
  }

  private static Opinion opinion(
      MultisphereGrid grid, MultisphereLevel row, ApfloatEstimate patch) {
    ApfloatArithmetic over = ApfloatArithmetic.ofDigits(grid.digits() + 20);
    Apfloat factor = over.of(grid.spectrum().share(row.degrees().degrees()));
    if (grid.scale() == Scale.PAPER) {
      factor = over.multiply(factor, grid.patch().paperScale(over));
    }
    Rational value = rational(over.multiply(patch.value(), factor));
    Rational noise = rational(ApfloatMath.abs(over.multiply(patch.noise(), factor)));
    int digits = (int) Math.min(grid.digits(), patch.accurateDigits());
    Ball near =
        BallArithmetic.ofBits(BallArithmetic.bitsFor(grid.digits()) + 64)
            .of(value)
            .inflate(BallArithmetic.ofBits(53).of(noise));
    return new Opinion(
        value.decimal(digits + 2).round(new MathContext(digits)),
        digits,
        near.overlaps(row.eigenvalue().enclosure()));
  }

  private static Rational rational(Apfloat number) {
    return Rational.of(new BigDecimal(number.toString()));
  }

  /** What the comparison says. */
  public Outcome outcome() {
    if (opinions.values().stream().anyMatch(opinion -> !opinion.agrees())) {
      return Outcome.REFUTED;
    }
    return missing > 0 || opinions.isEmpty() ? Outcome.NOT_TESTED : Outcome.CONFIRMED;
  }
}
