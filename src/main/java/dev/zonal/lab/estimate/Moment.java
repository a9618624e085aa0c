package dev.zonal.lab.estimate;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A moment of an estimate, as a function of the angle between two points. */
public record Moment(Estimate estimate, Statistic statistic, FeatureCounts counts) {
  /** More than a double has. */
  private static final int DOUBLE_DIGITS = 17;

  /** All that are known, in order. */
  public static List<Moment> all(FeatureCounts counts) {
    List<Moment> all = new ArrayList<>();
    for (Estimate estimate : Estimate.values()) {
      for (Statistic statistic : estimate.statistics()) {
        all.add(new Moment(estimate, statistic, counts));
      }
    }
    return all;
  }

  /**
   * The value where the cosine is u.
   *
   * @param u from -1 to 1
   * @param digits significant decimal digits, 1 to 10,000
   * @return refused if no precision tried decides its rounding
   */
  public Certification<CertifiedValue> certify(Rational u, int digits) {
    return CertifiedValue.of(
        new CertifiedValue.Formula() {
          @Override
          public <T> T at(Arithmetic<T> over, Angle<T> angle) {
            return value(over, angle, u.equals(Rational.ONE));
          }
        },
        u,
        digits);
  }

  /** That of a sample; a bias is told by the mean. */
  Optional<SampleMean> sampled(SampledMoments sample, int angle, Rational u) {
    return switch (statistic) {
      case FIRST_ORDER_BIAS -> Optional.empty();
      case MEAN, FIRST_ORDER_MEAN -> Optional.of(sample.mean(angle));
      case VARIANCE ->
          new Moment(estimate, Statistic.MEAN, counts)
              .certify(u, DOUBLE_DIGITS)
              .value()
              .map(mean -> sample.variance(angle, mean.rounded().doubleValue()));
    };
  }

  /**
   * @param same whether the two points are one: then layers have no bias, by Proposition 26.6
   */
  private <T> T value(Arithmetic<T> over, Angle<T> angle, boolean same) {
    if (statistic == Statistic.VARIANCE) {
      return estimate.variance(over, angle, counts);
    }
    T bias = same ? over.of(0) : estimate.bias(over, angle, counts);
    return statistic == Statistic.FIRST_ORDER_BIAS
        ? bias
        : over.add(estimate.kernel(over, angle), bias);
  }
}
