package dev.zonal.data.classification;

import dev.zonal.arithmetic.ball.Ball;
import java.util.List;
import java.util.Optional;

/**
 * The label of a point.
 *
 * @param candidates one label where it is proved, else all that it may be
 * @param margin a ball of which the lower end is positive and at most what the value of the label
 *     exceeds all others by; empty where there are several
 */
public record Prediction(List<String> candidates, Optional<Ball> margin) {
  public Prediction {
    candidates = List.copyOf(candidates);
  }

  public boolean isDecided() {
    return candidates.size() == 1;
  }
}
