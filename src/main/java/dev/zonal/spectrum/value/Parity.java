package dev.zonal.spectrum.value;

/** The parity of a frequency: even and odd eigenvalues obey laws of their own. */
public enum Parity {
  EVEN,
  ODD;

  public static Parity of(long k) {
    return k % 2 == 0 ? EVEN : ODD;
  }

  /** The least frequency of this parity that is at least k. */
  public long firstFrom(long k) {
    return of(k) == this ? k : k + 1;
  }

  @Override
  public String toString() {
    return this == EVEN ? "even" : "odd";
  }
}
