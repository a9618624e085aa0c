package dev.zonal.symbolic.expansion;

import dev.zonal.kernel.angle.Chart;

/** Where a kernel is expanded in powers: at an end of the sphere, or between them. */
public enum End {
  /** At u = 1, in the chord r; the coefficients are called A_n. */
  COINCIDENCE("A", Chart.CHORD, "$f = \\sum A_n r^n$ near $u = 1$, $r = \\lVert x - z\\rVert$"),
  /** At u = -1, in the antipodal chord; the coefficients are called B_n. */
  ANTIPODE(
      "B", Chart.ANTIPODAL_CHORD, "$f = \\sum B_n r^n$ near $u = -1$, $r = \\lVert x + z\\rVert$"),
  /** At u = 0, as far from either end as from the other, in u itself; they are called b_n. */
  EQUATOR("b", Chart.COSINE, "$f = \\sum b_n u^n$, $u = \\langle x, z\\rangle$");

  private static final int LONGEST = 8;

  private final String letter;
  private final Chart chart;
  private final String series;

  End(String letter, Chart chart, String series) {
    this.letter = letter;
    this.chart = chart;
    this.series = series;
  }

  public String letter() {
    return letter;
  }

  /** The coordinate whose powers they are. */
  public Chart chart() {
    return chart;
  }

  /**
   * The terms that a factor may have without a name. At u = 1 polynomials stay short; at u = 0
   * layers of analytic duals multiply every coefficient with every other.
   *
   * @param layers of the network, 0 for other kernels
   */
  int longestFactor(int layers) {
    if (this == COINCIDENCE) {
      return Integer.MAX_VALUE;
    }
    return this == EQUATOR && layers > 1 ? 1 : LONGEST;
  }

  /** The series in words. */
  public String series() {
    return series;
  }

  /** The place whose coefficients have that letter. */
  public static End of(String letter) {
    for (End end : values()) {
      if (end.letter.equals(letter)) {
        return end;
      }
    }
    throw new IllegalArgumentException("no coefficients are called " + letter);
  }
}
