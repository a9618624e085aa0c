package dev.zonal.data.classification;

import java.util.List;

/**
 * What the classification from all other points says of each point.
 *
 * @param points how many
 * @param wrong those that get another label, from 1
 * @param undecided those of which it is not proved whether they do, from 1: labels may be tied
 */
public record LeaveOneOut(int points, List<Integer> wrong, List<Integer> undecided) {
  public LeaveOneOut {
    wrong = List.copyOf(wrong);
    undecided = List.copyOf(undecided);
  }

  /** At most the number of errors. */
  public int fewest() {
    return wrong.size();
  }

  /** At least the number of errors. */
  public int most() {
    return wrong.size() + undecided.size();
  }

  public boolean isDecided() {
    return undecided.isEmpty();
  }
}
