package dev.zonal.theorem.family;

import java.util.List;
import java.util.Locale;

/** Why the coefficients of a series are positive: the parts of Lemma 27.1 of docs/theory.md. */
public enum Rule {
  ZERO("nothing is known of 0"),
  POWER("a power of u"),
  SERIES("the dual of the activation"),
  UNION("those of either summand"),
  SUMS("sums of an exponent of either factor"),
  LOWERED("exponents less 1"),
  ODD_INNER("powers of a series with an odd power"),
  EVEN_INNER("powers of a series with an even power"),
  MIXED_INNER("powers of a series with an odd and an even power"),
  UNKNOWN_INNER("nothing is known of the inner series"),
  ASSUMED("assumed of the layer before");

  private final String meaning;

  Rule(String meaning) {
    this.meaning = meaning;
  }

  /** In words. */
  public String meaning() {
    return meaning;
  }

  /** The one for a composition with a series of which so much is known. */
  static Rule ofInner(Amounts inner) {
    if (inner.odd().isKnown()) {
      return inner.even().isKnown() ? MIXED_INNER : ODD_INNER;
    }
    return inner.even().isKnown() ? EVEN_INNER : UNKNOWN_INNER;
  }

  /** What follows for a sum, product, derivative or composition. */
  Amounts of(List<Amounts> operands) {
    Amounts first = operands.get(0);
    return switch (this) {
      case UNION -> first.sum(operands.get(1));
      case SUMS -> first.product(operands.get(1));
      case LOWERED -> first.derivative();
      case ODD_INNER -> first.ofOdd(operands.get(1));
      case EVEN_INNER -> first.ofEven(operands.get(1));
      case MIXED_INNER -> first.ofMixed(operands.get(1));
      case UNKNOWN_INNER -> Amounts.NOTHING;
      case ZERO, POWER, SERIES, ASSUMED -> throw new IllegalArgumentException(toString());
    };
  }

  /** As in certificates. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
