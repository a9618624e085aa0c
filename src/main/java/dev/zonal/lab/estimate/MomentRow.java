package dev.zonal.lab.estimate;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A moment at an angle, certified, and beside it that of a sample.
 *
 * @param u the cosine of the angle
 * @param sample empty for a bias, which is a part of the mean, and where nothing was drawn
 */
public record MomentRow(
    Rational u, Moment moment, Certification<CertifiedValue> value, Optional<SampleMean> sample) {

  /**
   * All moments at some angles.
   *
   * @param count how often each estimate is drawn: 0, or 2 and more
   */
  public static List<MomentRow> of(
      FeatureCounts counts,
      List<Rational> cosines,
      int digits,
      int count,
      long seed,
      Context context) {
    List<MomentRow> rows = new ArrayList<>();
    for (Estimate estimate : Estimate.values()) {
      Optional<SampledMoments> drawn =
          count == 0
              ? Optional.empty()
              : Optional.of(SampledMoments.of(estimate, counts, cosines, count, seed, context));
      for (int j = 0; j < cosines.size(); j++) {
        for (Statistic statistic : estimate.statistics()) {
          int angle = j;
          Moment moment = new Moment(estimate, statistic, counts);
          rows.add(
              new MomentRow(
                  cosines.get(j),
                  moment,
                  moment.certify(cosines.get(j), digits),
                  drawn.flatMap(all -> moment.sampled(all, angle, cosines.get(angle)))));
        }
      }
    }
    return rows;
  }

  /** How many standard errors the sample is above the value; empty without either. */
  public Optional<Double> z() {
    return sample.flatMap(mean -> expected().map(mean::z));
  }

  /** The smallest relative defect of the value that the sample would have shown. */
  public Optional<Double> smallestDefect() {
    return sample.flatMap(mean -> expected().filter(x -> x != 0).map(mean::smallestDefect));
  }

  private Optional<Double> expected() {
    return value.value().map(certified -> certified.rounded().doubleValue());
  }
}
