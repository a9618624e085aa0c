package dev.zonal.symbolic.document;

/** The classes that a printed Java class brings along where it uses them. */
enum JavaHelper {
  /**
   * A product of Gamma functions: Stirling's series, the logarithms taken relative to that of the
   * largest argument. What is large then cancels before it is rounded: Gamma(k)/Gamma(k + 1/2) is
   * as accurate for k = 10^9 as for k = 1.
   */
  GAMMA_PRODUCT(
      "GammaProduct",
      """
        /**
         * A product of powers of Gamma functions, to about 13 digits where their arguments are
         * multiples of 1/2; else the rounding of the largest argument is what counts.
         */
        private static final class GammaProduct {
          private final java.util.List<double[]> large = new java.util.ArrayList<>();
          private double factor = 1;
          private double logarithm = 0;

          /** Times Gamma(x)^n. */
          GammaProduct gamma(double x, double n) {
            if (x < 0.5) {
              // Gamma(x) Gamma(1 - x) = pi/sin(pi x); at a pole the sine is zero.
              double sine = x == Math.rint(x) ? 0 : Math.sin(Math.PI * (x - 2 * Math.rint(x / 2)));
              return times(Math.PI / sine, n).gamma(1 - x, -n);
            }
            if (x < 25 && 2 * x == Math.rint(2 * x)) {
              for (; x > 1; x--) {
                times(x - 1, n);
              }
              return times(x == 1 ? 1 : Math.sqrt(Math.PI), n);
            }
            for (; x < 25; x++) {
              times(x, -n);
            }
            large.add(new double[] {x, n});
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
            logarithm += x * Math.log(b);
            return this;
          }

          private GammaProduct times(double x, double n) {
            factor *= Math.pow(x, n);
            return this;
          }

          /** ln(x/y) for 0 < x <= y. */
          private static double logarithmOfQuotient(double x, double y) {
            return 2 * x < y ? Math.log(x / y) : Math.log1p((x - y) / y);
          }

          double value() {
            double largest = large.stream().mapToDouble(f -> f[0]).max().orElse(1);
            double degree = 0;
            double arguments = 0;
            double sum = logarithm;
            for (double[] f : large) {
              double x = f[0];
              double y = 1 / (x * x);
              double tail = 1 / 12.0 - y * (1 / 360.0 - y * (1 / 1260.0 - y * (1 / 1680.0)));
              double rest = Math.log(2 * Math.PI) / 2 + tail / x;
              sum += f[1] * ((x - 0.5) * logarithmOfQuotient(x, largest) + rest);
              degree += f[1] * (x - 0.5);
              arguments += f[1] * x;
            }
            return factor * Math.exp(sum + degree * Math.log(largest) - arguments);
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
          private final java.math.MathContext context;
          private final BigDecimal pi;

          private Decimal(int digits) {
            context = new java.math.MathContext(digits);
            pi = computedPi();
          }

          /** The value of a formula, with twice the digits until 18 of them stay. */
          static double settled(java.util.function.Function<Decimal, BigDecimal> formula) {
            BigDecimal value = formula.apply(new Decimal(32));
            for (int digits = 64; ; digits *= 2) {
              BigDecimal before = value;
              value = formula.apply(new Decimal(digits));
              BigDecimal tolerance = value.abs().scaleByPowerOfTen(-18);
              if (value.subtract(before).abs().compareTo(tolerance) <= 0) {
                return value.doubleValue();
              }
            }
          }

          BigDecimal of(double x) {
            return new BigDecimal(x);
          }

          BigDecimal of(String integer) {
            return new BigDecimal(integer);
          }

          BigDecimal sum(BigDecimal... terms) {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal term : terms) {
              sum = sum.add(term, context);
            }
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
