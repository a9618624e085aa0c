package dev.zonal.symbolic.derivation;

/** Where a kernel is expanded in powers of a chord. */
public enum End {
  /** At u = 1, in the chord r; the coefficients are called A_n. */
  COINCIDENCE("A"),
  /** At u = -1, in the antipodal chord; the coefficients are called B_n. */
  ANTIPODE("B");

  private final String letter;

  End(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }

  /** The end whose coefficients have that letter. */
  static End of(String letter) {
    return letter.equals(COINCIDENCE.letter) ? COINCIDENCE : ANTIPODE;
  }
}
