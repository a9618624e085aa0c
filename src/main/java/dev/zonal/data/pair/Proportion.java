package dev.zonal.data.pair;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.HomogeneousActivation;
import java.util.Optional;

/**
 * Whether what two sequences are at one place of a network are multiples of each other, which is
 * decided exactly: only then is their correlation 1 or -1 (docs/theory.md, Lemma 20.2).
 *
 * @param kind how they are related
 * @param factor the second over the first, if they are proportional; 0 otherwise
 * @param lone whether they stay proportional when either of them changes: a single number each
 */
public record Proportion(Kind kind, Rational factor, boolean lone) {
  /** How two variables are related. */
  public enum Kind {
    /** Both are zero. */
    NOTHING,
    /** Neither is zero, and one is a multiple of the other. */
    PROPORTIONAL,
    /** All others. */
    OTHER
  }

  /** Both are zero. */
  public static final Proportion NOTHING = new Proportion(Kind.NOTHING, Rational.ZERO, false);

  /** Neither is a multiple of the other, as far as is known. */
  public static final Proportion OTHER = new Proportion(Kind.OTHER, Rational.ZERO, false);

  /** They are one. */
  public static final Proportion EQUAL = new Proportion(Kind.PROPORTIONAL, Rational.ONE, false);

  /** How two vectors are related. */
  public static Proportion of(Vector first, Vector second) {
    Rational square = first.squaredNorm();
    Rational other = second.squaredNorm();
    if (square.isZero() || other.isZero()) {
      return square.isZero() && other.isZero() ? NOTHING : OTHER;
    }
    Rational product = first.dot(second);
    return product.multiply(product).equals(square.multiply(other))
        ? new Proportion(Kind.PROPORTIONAL, product.divide(square), first.dimension() == 1)
        : OTHER;
  }

  public boolean isProportional() {
    return kind == Kind.PROPORTIONAL;
  }

  /** How the sums of independent parts are related, each part with the same weights in both. */
  public Proportion and(Proportion part) {
    if (part.kind == Kind.NOTHING || kind == Kind.NOTHING) {
      return kind == Kind.NOTHING ? part : this;
    }
    return isProportional() && part.isProportional() && factor.equals(part.factor)
        ? new Proportion(kind, factor, false)
        : OTHER;
  }

  /** How the outputs of units are related. */
  public Proportion through(Activation phi) {
    return isProportional()
        ? multiplier(phi).map(mu -> new Proportion(kind, mu, lone)).orElse(OTHER)
        : this;
  }

  /** The mu with phi(lambda x) = mu phi(x) for all x, lambda the factor, if there is one. */
  public Optional<Rational> multiplier(Activation phi) {
    if (factor.equals(Rational.ONE)) {
      return Optional.of(factor);
    }
    if (phi instanceof HomogeneousActivation homogeneous) {
      Rational positive = factor.abs().pow(homogeneous.degree());
      return factor.signum() > 0
          ? Optional.of(positive)
          : parity(homogeneous).map(positive::multiply);
    }
    return factor.equals(Rational.of(-1)) ? parity(phi) : Optional.empty();
  }

  /** 1 if phi is even, -1 if it is odd: the other part is zero. */
  private static Optional<Rational> parity(Activation phi) {
    return phi.polynomialPart()
        .filter(part -> part.degree() < 0)
        .map(PolynomialPart::odd)
        .map(even -> Rational.of(even ? 1 : -1));
  }
}
