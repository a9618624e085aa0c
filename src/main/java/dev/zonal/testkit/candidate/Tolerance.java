package dev.zonal.testkit.candidate;

/**
 * How far a candidate may be from the certified value v = f(u). With u' within {@code cosine} units
 * of u, a value is accepted if it is within {@code absolute} units of f(1) and {@code relative}
 * units of v from the range of f over {u - cosine, u, u + cosine}.
 *
 * <p>A formula that adds terms of the size of f(1) errs by units of f(1), even where f is small;
 * one that computes cosines of vectors errs by units of the cosine, which near u = 1 matters as the
 * root of it, since kernels of networks are not smooth there.
 *
 * @param unit the distance from 1 to the next number of the type, 2^-52 for doubles
 * @param absolute units of f(1) by which a value may be off
 * @param relative units of the value by which it may be off
 * @param cosine units by which the cosine may be off
 */
public record Tolerance(double unit, double absolute, double relative, double cosine) {
  public Tolerance {
    if (!(unit > 0 && absolute >= 0 && relative >= 0 && cosine >= 0)) {
      throw new IllegalArgumentException("a tolerance is not negative, and its unit is positive");
    }
  }

  /** 16 ulps of f(1), for doubles. */
  public static Tolerance doubles() {
    return new Tolerance(0x1p-52, 16, 0, 0);
  }

  /** 16 ulps of f(1), for floats. */
  public static Tolerance floats() {
    return new Tolerance(0x1p-23, 16, 0, 0);
  }

  /** 16 units in the last of so many decimal digits. */
  public static Tolerance digits(int digits) {
    return new Tolerance(Math.pow(10, 1 - digits), 16, 0, 0);
  }

  /** So many ulps of f(1). */
  public Tolerance absolute(double ulps) {
    return new Tolerance(unit, ulps, relative, cosine);
  }

  /** So many ulps of the value, beside those of f(1). */
  public Tolerance relative(double ulps) {
    return new Tolerance(unit, absolute, ulps, cosine);
  }

  /** So many ulps of the cosine, as which the candidate rounds its input. */
  public Tolerance cosine(double ulps) {
    return new Tolerance(unit, absolute, relative, ulps);
  }

  /** The largest error at a point where f is smooth, in multiples of f(1). */
  double size() {
    return unit * (absolute + relative + cosine);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    add(text, absolute, "ulps of f(1)");
    add(text, relative, "ulps of the value");
    add(text, cosine, "ulps of the cosine");
    return (text.isEmpty() ? "nothing" : text.toString());
  }

  private static void add(StringBuilder text, double ulps, String of) {
    if (ulps > 0) {
      text.append(text.isEmpty() ? "" : " and ").append(shown(ulps)).append(' ').append(of);
    }
  }

  private static String shown(double ulps) {
    return ulps == Math.rint(ulps) && ulps < 1e15 ? Long.toString((long) ulps) : "" + ulps;
  }
}
