package dev.zonal.data.classification;

import dev.zonal.data.file.Labels;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * How many predictions are the labels that points have.
 *
 * @param right are
 * @param wrong are not
 * @param undecided may or may not
 */
public record Score(int right, int wrong, int undecided) {
  private static final int DECIMALS = 4;
  private static final MathContext EXACT_ENOUGH = new MathContext(40);

  /**
   * Of predictions beside labels.
   *
   * @param labels as many
   */
  public static Score of(List<Prediction> predictions, Labels labels) {
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < predictions.size(); i++) {
      List<String> candidates = predictions.get(i).candidates();
      boolean mayBeRight = candidates.contains(labels.each().get(i));
      right += mayBeRight && candidates.size() == 1 ? 1 : 0;
      wrong += mayBeRight ? 0 : 1;
    }
    return new Score(right, wrong, predictions.size() - right - wrong);
  }

  public int count() {
    return right + wrong + undecided;
  }

  /** The part that is right, to four decimals; of what is undecided nothing is. */
  public BigDecimal accuracy() {
    return BigDecimal.valueOf(right)
        .divide(BigDecimal.valueOf(count()), DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** sqrt(p (1-p)/count), p the part that is right, to four decimals. */
  public BigDecimal standardError() {
    BigDecimal n = BigDecimal.valueOf(count());
    BigDecimal part = BigDecimal.valueOf(right).divide(n, EXACT_ENOUGH);
    return part.multiply(BigDecimal.ONE.subtract(part))
        .divide(n, EXACT_ENOUGH)
        .sqrt(EXACT_ENOUGH)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
