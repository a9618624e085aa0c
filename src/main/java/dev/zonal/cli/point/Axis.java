package dev.zonal.cli.point;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.text.Quotation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a list of points is about: which numbers there are, and how they may be spaced. */
enum Axis {
  /** Frequencies k: integers from 0 to 10^18. */
  FREQUENCY(
      "frequency ",
      "frequencies",
      "10..100",
      "0..1e6",
      Optional.of(Rational.ONE),
      List.of("step", "points", "log", "parity"),
      "step=N, points=N, log=N and parity=both") {
    @Override
    Rational number(String text, String element) {
      if (text.startsWith("-")) {
        throw wrong(element, "is negative, allowed are frequencies from 0 to 10^18");
      }
      if (!INTEGER.matcher(text).matches()) {
        throw wrong(
            element,
            "is not a frequency: write an integer such as 1000 or 1e6, or a range such as 0..20");
      }
      BigDecimal value = new BigDecimal(text);
      if (value.signum() == 0) {
        return Rational.ZERO;
      }
      if ((long) value.precision() - value.scale() > 20
          || value.compareTo(BigDecimal.valueOf(SpectrumRequest.MAX_FREQUENCY)) > 0) {
        throw wrong(element, "is too large, allowed are frequencies from 0 to 10^18");
      }
      // A scale that the digits do not fill means a fraction; asking first keeps 1e-999999999
      // harmless.
      BigDecimal integral = value.stripTrailingZeros();
      if (integral.scale() > 0) {
        throw wrong(element, "is not an integer");
      }
      return Rational.of(integral.longValueExact());
    }

    @Override
    Rational nearest(Rational point) {
      return Rational.of(point.add(HALF).floor());
    }
  },

  /** Cosines u: rational numbers from -1 to 1. */
  COSINE(
      "u = ",
      "cosines",
      "-1..1",
      "-1..1:points=1e6",
      Optional.empty(),
      List.of("step", "points"),
      "step=S and points=N") {
    @Override
    Rational number(String text, String element) {
      Rational u = NumberSyntax.rational("u=" + text, text, MOST_DIGITS);
      if (u.abs().compareTo(1) > 0) {
        throw wrong(text, "is not allowed, allowed are -1 to 1");
      }
      return u;
    }
  };

  private static final Pattern INTEGER = Pattern.compile("\\d+(\\.\\d+)?([eE]\\+?\\d{1,9})?");
  private static final Rational HALF = Rational.of(1, 2);
  private static final int MOST_DIGITS = 10_000;

  private final String name;
  private final String plural;
  private final String longest;

  /** A range, for example. */
  final String range;

  /** The step of a range that says nothing of it; empty if every range must say something. */
  final Optional<Rational> step;

  /** The names of the modifiers that an element may have. */
  final List<String> modifiers;

  /** The modifiers in words. */
  final String allowed;

  Axis(
      String name,
      String plural,
      String range,
      String longest,
      Optional<Rational> step,
      List<String> modifiers,
      String allowed) {
    this.name = name;
    this.plural = plural;
    this.range = range;
    this.longest = longest;
    this.step = step;
    this.modifiers = modifiers;
    this.allowed = allowed;
  }

  /**
   * Reads a number.
   *
   * @param element the element of the list that it stands in
   * @throws UsageException if there is no such number on this axis
   * @throws dev.zonal.kernel.KernelSpecificationException if a cosine is no number at all
   */
  abstract Rational number(String text, String element);

  /** The number of this axis that is nearest to a point, the larger of two; not negative here. */
  Rational nearest(Rational point) {
    return point;
  }

  /** What to say of a list that is too long. */
  UsageException tooMany(String list) {
    return new UsageException(
        "%s %s are more than 10^6 + 1, allowed are at most so many in one run, such as %s"
            .formatted(plural, Quotation.of(list), longest));
  }

  /** What to say of an element that is wrong. */
  UsageException wrong(String element, String what) {
    return new UsageException(name + Quotation.of(element) + " " + what);
  }
}
