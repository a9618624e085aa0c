package dev.zonal.grid.multisphere;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.EnclosedNumber;
import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.spectrum.multisphere.ConvolutionalSpectrum;
import dev.zonal.spectrum.multisphere.PixelDegrees;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a grid while the precision grows. */
final class MultisphereRounding {
  /** How far beyond four times the first precision the work goes before it gives up. */
  static final int PATIENCE_BITS = 40_000;

  private final MultisphereGrid grid;
  private final Context context;
  private final Map<PixelDegrees, MultisphereLevel> decided = new LinkedHashMap<>();
  private final Map<PixelDegrees, MultisphereGap> gaps = new LinkedHashMap<>();

  MultisphereRounding(MultisphereGrid grid, Context context) {
    this.grid = grid;
    this.context = context;
  }

  /** All rows that can be had in one precision. */
  Attempt<MultisphereLevels> attempt(int bits) {
    Numbers numbers = new Numbers(BallArithmetic.ofBits(bits + Precision.ROUNDING), bits);
    long missing = 0;
    try {
      for (PixelDegrees degrees : grid.degrees()) {
        context.check();
        missing = Math.max(missing, context.call(() -> numbers.add(degrees)));
        context.report(decided.size(), grid.degrees().size());
      }
    } catch (StoppedException stopped) {
      grid.degrees().stream()
          .filter(degrees -> !decided.containsKey(degrees))
          .forEach(degrees -> refuse(degrees, stopped.getMessage()));
      missing = 0;
    }
    return new Attempt<>(
        new MultisphereLevels(
            grid,
            grid.laws(),
            grid.degrees().stream().filter(decided::containsKey).map(decided::get).toList(),
            grid.degrees().stream().filter(gaps::containsKey).map(gaps::get).toList()),
        missing);
  }

  private void refuse(PixelDegrees degrees, String reason) {
    gaps.put(degrees, new MultisphereGap(degrees, Cause.NOT_CERTIFIED, reason));
  }

  private boolean isRefused(PixelDegrees degrees) {
    MultisphereGap gap = gaps.get(degrees);
    return gap != null && gap.cause() == Cause.NOT_CERTIFIED;
  }

  /** The numbers of row after row. */
  private final class Numbers {
    private final BallArithmetic over;
    private final int bits;
    private final Map<List<Integer>, Certification<Enclosure>> patches = new HashMap<>();
    private Optional<EnclosedNumber> left;

    Numbers(BallArithmetic over, int bits) {
      this.over = over;
      this.bits = bits;
      this.left = Optional.of(EnclosedNumber.of(Rational.ONE, over));
    }

    /** Adds a row; how many bits more it needs, or 0. */
    long add(PixelDegrees degrees) {
      if (isRefused(degrees)) {
        left = Optional.empty();
        return 0;
      }
      Certification<Enclosure> enclosure = enclosure(degrees);
      if (!enclosure.isCertified()) {
        refuse(degrees, enclosure.refusal().orElseThrow());
        left = Optional.empty();
        return 0;
      }
      Enclosure found = enclosure.get();
      EnclosedNumber share =
          new EnclosedNumber(found.ball(), found.exact()).times(number(flatten(degrees)), over);
      left = left.map(rest -> rest.minus(share, over));
      return decided.containsKey(degrees) ? 0 : round(degrees, found, share);
    }

    /** Many degrees are seen by the filter as the same ones. */
    private Certification<Enclosure> enclosure(PixelDegrees degrees) {
      ConvolutionalSpectrum spectrum = grid.spectrum();
      return patches
          .computeIfAbsent(
              spectrum.seen(degrees.degrees()),
              seen -> Certification.of(() -> spectrum.patch().enclose(seen, bits)))
          .map(patch -> spectrum.shared(degrees.degrees(), patch, over));
    }

    private long round(PixelDegrees degrees, Enclosure found, EnclosedNumber share) {
      Optional<CertifiedNumber> eigenvalue =
          grid.scaled(found.ball(), found.exact(), over).rounded(grid.digits());
      Optional<CertifiedNumber> part = share.rounded(grid.digits());
      Optional<CertifiedNumber> rest = left.flatMap(number -> number.rounded(grid.digits()));
      Optional<Ball> overLaw = grid.spectrum().overLaw(degrees.degrees(), found.ball(), over);
      Optional<CertifiedNumber> ratio =
          overLaw.flatMap(
              ball ->
                  new EnclosedNumber(ball, Optional.empty())
                      .rounded(Math.min(grid.digits(), MultisphereGrid.RATIO_DIGITS)));
      boolean isDecided =
          eigenvalue.isPresent()
              && part.isPresent()
              && rest.isPresent() == left.isPresent()
              && ratio.isPresent() == overLaw.isPresent();
      if (!isDecided) {
        String reason = "its digits are not decided at %d bits".formatted(bits);
        gaps.put(degrees, new MultisphereGap(degrees, Cause.ROUNDING_UNDECIDED, reason));
        return bits / 4 + 64L;
      }
      gaps.remove(degrees);
      decided.put(
          degrees,
          new MultisphereLevel(
              degrees,
              eigenvalue.get(),
              grid.spectrum().zero(degrees.degrees()),
              flatten(degrees),
              grid.spectrum().gapMultiplicity(degrees.degrees()),
              part.get(),
              rest,
              ratio));
      return 0;
    }

    private EnclosedNumber number(BigInteger whole) {
      return EnclosedNumber.of(Rational.of(whole), over);
    }

    /** All shifts of the degrees. */
    private BigInteger flatten(PixelDegrees degrees) {
      return grid.spectrum()
          .flattenMultiplicity(degrees.degrees())
          .multiply(BigInteger.valueOf(degrees.shifts()));
    }
  }
}
