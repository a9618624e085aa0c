package dev.zonal.symbolic.document;

/** The classes that a printed Java class brings along where it uses them. */
enum JavaHelper {
  /**
   * A product of Gamma functions: those below a line divide those above it two by two, the largest
   * by the largest. Shifts by integers are products, and what is left is a quotient of arguments
   * that differ by at most 1/2, whose logarithm is small beside that of a power. So nothing that is
   * large is rounded: Gamma(k)/Gamma(k + 1/2) is as accurate for k = 10^9 as for k = 1.
   */
  GAMMA_PRODUCT(
      "GammaProduct",
      """
        /** A product of powers of Gamma functions; the logarithms of its parts are small. */
        private static final class GammaProduct {
          private static final double SMALL = 60;
          private static final double LARGEST_SHIFT = 1000;
          private final java.util.List<Double> above = new java.util.ArrayList<>();
          private final java.util.List<Double> below = new java.util.ArrayList<>();
          private double factor = 1;
          private double exponent = 0;
          private double logarithm = 0;

          /** Times Gamma(x)^n, n an integer. */
          GammaProduct gamma(double x, double n) {
            if (!(Math.abs(x) < 1e15)) {
              return times(Double.NaN, 1);
            }
            if (x < 0.5) {
              // Gamma(x) Gamma(1 - x) = pi/sin(pi x); at a pole the sine is zero.
              double sine = x == Math.rint(x) ? 0 : Math.sin(Math.PI * (x - 2 * Math.rint(x / 2)));
              return times(Math.PI / sine, n).gamma(1 - x, -n);
            }
            if (x <= SMALL && 2 * x == Math.rint(2 * x)) {
              return single(x, n);
            }
            for (int i = 0; i < Math.abs(n); i++) {
              (n > 0 ? above : below).add(x);
            }
            return this;
          }

          /** Times (a (a + 1) ... (a + m - 1))^n. */
          GammaProduct rising(double a, double m, double n) {
            if (a > 0) {
              return gamma(a + m, n).gamma(a, -n);
            }
            return times(m % 2 == 0 ? 1 : -1, n).gamma(1 - a, n).gamma(1 - a - m, -n);
          }

          /** Times b^x. */
          GammaProduct power(double b, double x) {
            if (b == 2 && x == Math.rint(x)) {
              exponent += x;
            } else {
              logarithm += x * Math.log(b);
            }
            return this;
          }

          /** The exponent is apart, so that nothing overflows. */
          private GammaProduct times(double x, double n) {
            factor *= Math.pow(x, n);
            if (factor != 0 && Math.abs(factor) <= Double.MAX_VALUE) {
              int shift = Math.getExponent(factor);
              factor = Math.scalb(factor, -shift);
              exponent += shift;
            }
            return this;
          }

          /** Times Gamma(x)^n: a product, or Stirling's series. */
          private GammaProduct single(double x, double n) {
            double y = x;
            if (y < 171 && 2 * y == Math.rint(2 * y)) {
              for (; y > 1; y--) {
                times(y - 1, n);
              }
              return times(y == 1 ? 1 : Math.sqrt(Math.PI), n);
            }
            for (; y < SMALL; y++) {
              times(y, -n);
            }
            logarithm += n * tail(y);
            times(Math.sqrt(2 * Math.PI / y), n);
            if (y > 1e5) {
              logarithm += n * (y * (Math.log(y) - 1));
              return this;
            }
            // (y/e)^y in parts that do not overflow, each of them exact in its arguments.
            double parts = 1;
            while (y / parts > 100) {
              parts *= 2;
            }
            for (int i = 0; i < parts; i++) {
              times(Math.pow(y, y / parts), n).times(Math.exp(-y / parts), n);
            }
            return this;
          }

          /** Times Gamma(x)/Gamma(y). */
          private void quotient(double x, double y) {
            double a = x;
            double b = y;
            for (; a - b > 0.5; a--) {
              times(a - 1, 1);
            }
            for (; b - a > 0.5; b--) {
              times(b - 1, -1);
            }
            for (; a != b && Math.min(a, b) < SMALL; a++, b++) {
              times(b / a, 1);
            }
            // Gamma(b + h)/Gamma(b) = b^h times what is close to 1.
            double h = a - b;
            if (h != 0) {
              times(Math.pow(b, h), 1);
              logarithm += (a - 0.5) * Math.log1p(h / b) - h + tail(a) - tail(b);
            }
          }

          /** What Stirling's series adds to the logarithm, 60 <= x. */
          private static double tail(double x) {
            double y = 1 / (x * x);
            return (1 / 12.0 - y * (1 / 360.0 - y * (1 / 1260.0 - y / 1680.0))) / x;
          }

          double value() {
            java.util.Collections.sort(above);
            java.util.Collections.sort(below);
            int i = above.size();
            int j = below.size();
            while (i > 0 && j > 0 && Math.abs(above.get(i - 1) - below.get(j - 1)) <= LARGEST_SHIFT) {
              quotient(above.get(--i), below.get(--j));
            }
            above.subList(0, i).forEach(x -> single(x, 1));
            below.subList(0, j).forEach(x -> single(x, -1));
            double power = exponent + Math.rint(logarithm / Math.log(2));
            double rest = logarithm - Math.rint(logarithm / Math.log(2)) * Math.log(2);
            double bounded = Math.max(-5000, Math.min(5000, power));
            return Math.scalb(factor * Math.exp(rest), (int) bounded);
          }
        }

      """),
  /**
   * Decimal numbers for formulas whose terms cancel: with twice the digits until the value stays.
   */
  DECIMAL(
      "Decimal",
      """
        /** Decimal arithmetic for a formula whose terms cancel. */
        private static final class Decimal {
          private static final int MOST_DIGITS = 8192;
          private final java.math.MathContext context;
          private BigDecimal pi;
          private boolean cancelled = false;

          private Decimal(int digits) {
            context = new java.math.MathContext(digits);
          }

          /** The value of a formula, with twice the digits until 18 of them stay, or NaN. */
          static double settled(java.util.function.Function<Decimal, BigDecimal> formula) {
            BigDecimal value = formula.apply(new Decimal(32));
            for (int digits = 64; digits <= MOST_DIGITS; digits *= 2) {
              Decimal decimal = new Decimal(digits);
              BigDecimal before = value;
              value = formula.apply(decimal);
              // A zero that terms have added up to is one of these digits only.
              boolean isShown = value.signum() != 0 || !decimal.cancelled;
              BigDecimal tolerance = value.abs().scaleByPowerOfTen(-18);
              if (isShown && value.subtract(before).abs().compareTo(tolerance) <= 0) {
                return value.doubleValue();
              }
            }
            return Double.NaN;
          }

          BigDecimal of(double x) {
            return new BigDecimal(x);
          }

          BigDecimal of(String integer) {
            return new BigDecimal(integer);
          }

          BigDecimal sum(BigDecimal... terms) {
            BigDecimal sum = BigDecimal.ZERO;
            boolean isZero = true;
            for (BigDecimal term : terms) {
              sum = sum.add(term, context);
              isZero &= term.signum() == 0;
            }
            cancelled |= sum.signum() == 0 && !isZero;
            return sum;
          }

          BigDecimal product(BigDecimal... factors) {
            BigDecimal product = BigDecimal.ONE;
            for (BigDecimal factor : factors) {
              product = product.multiply(factor, context);
            }
            return product;
          }

          BigDecimal quotient(BigDecimal above, BigDecimal below) {
            return above.divide(below, context);
          }

          /** An integer power. */
          BigDecimal power(BigDecimal base, BigDecimal exponent) {
            int n = exponent.intValueExact();
            BigDecimal power = base.pow(Math.abs(n), context);
            return n < 0 ? quotient(BigDecimal.ONE, power) : power;
          }

          BigDecimal root(BigDecimal x) {
            return x.sqrt(context);
          }

          BigDecimal pi() {
            if (pi == null) {
              pi = computedPi();
            }
            return pi;
          }

          /** Gauss: pi/4 = 12 arctan(1/18) + 8 arctan(1/57) - 5 arctan(1/239). */
          private BigDecimal computedPi() {
            return sum(
                product(of(48), inverseArcTangent(18)),
                product(of(32), inverseArcTangent(57)),
                product(of(-20), inverseArcTangent(239)));
          }

          /** arctan(1/n). */
          private BigDecimal inverseArcTangent(int n) {
            BigDecimal power = quotient(BigDecimal.ONE, of(n));
            BigDecimal sum = power;
            for (int i = 3; power.precision() - power.scale() >= -context.getPrecision(); i += 2) {
              power = quotient(power, of(-n * n));
              sum = sum.add(quotient(power, of(i)), context);
            }
            return sum;
          }

          /** Gamma at a multiple of 1/2. */
          BigDecimal gamma(BigDecimal x) {
            boolean isInteger = x.remainder(BigDecimal.ONE).signum() == 0;
            BigDecimal start = isInteger ? BigDecimal.ONE : of(0.5);
            int steps = x.subtract(start).intValueExact();
            BigDecimal rising = steps < 0 ? rising(x, -steps) : rising(start, steps);
            BigDecimal first = isInteger ? BigDecimal.ONE : root(pi());
            return steps < 0 ? quotient(first, rising) : product(first, rising);
          }

          /** x (x + 1) ... (x + n - 1). */
          BigDecimal rising(BigDecimal x, BigDecimal n) {
            return rising(x, n.intValueExact());
          }

          private BigDecimal rising(BigDecimal x, int n) {
            BigDecimal product = BigDecimal.ONE;
            for (int i = 0; i < n; i++) {
              product = product.multiply(x.add(of(i)), context);
            }
            return product;
          }

          /** The series pFq, p <= q. */
          BigDecimal hypergeometric(BigDecimal[] above, BigDecimal[] below, BigDecimal x) {
            BigDecimal two = of(2);
            BigDecimal sum = BigDecimal.ONE;
            BigDecimal term = BigDecimal.ONE;
            for (int n = 0; ; n++) {
              BigDecimal numerator = x;
              BigDecimal denominator = of(n + 1);
              boolean settled = true;
              for (BigDecimal a : above) {
                numerator = product(numerator, a.add(of(n)));
              }
              for (BigDecimal b : below) {
                denominator = product(denominator, b.add(of(n)));
                settled &= b.add(of(n)).signum() > 0;
              }
              term = quotient(product(term, numerator), denominator);
              sum = sum.add(term, context);
              // Past the negative factors the ratios fall: the terms left add less than the last.
              BigDecimal negligible = sum.abs().scaleByPowerOfTen(-context.getPrecision());
              if (settled
                  && numerator.abs().multiply(two).compareTo(denominator) < 0
                  && term.abs().compareTo(negligible) <= 0) {
                return sum;
              }
            }
          }
        }

      """);

  private final String className;
  private final String source;

  JavaHelper(String className, String source) {
    this.className = className;
    this.source = source;
  }

  /** The source of all helpers that a text uses. */
  static String usedBy(String text) {
    StringBuilder used = new StringBuilder();
    for (JavaHelper helper : values()) {
      used.append(text.contains(helper.className) ? helper.source : "");
    }
    return used.toString();
  }
}
