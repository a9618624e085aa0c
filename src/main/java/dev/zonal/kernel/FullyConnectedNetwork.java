package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import java.util.Optional;

/**
 * What the two kernels of a fully connected ReLU network share: L hidden layers, biases of weight
 * beta, and the convention by which they enter. Without biases the convention is the default one.
 */
record FullyConnectedNetwork(int depth, Parameter beta, Bias bias) {

  FullyConnectedNetwork {
    Range.DEPTH.check("L", depth);
    Range.NON_NEGATIVE.check("beta", beta);
    if (beta.isZero()) {
      bias = Bias.TRAINED;
    }
  }

  boolean propagatesBias() {
    return bias == Bias.PROPAGATED;
  }

  /** The weight 1/(1 + beta^2) of kappa_1 in one layer, and 1 where the bias does not enter. */
  <T> T arc(Arithmetic<T> over) {
    if (!propagatesBias()) {
      return over.of(1);
    }
    Optional<Rational> square = beta.rationalSquare();
    return square.isPresent()
        ? over.of(square.get().add(1).reciprocal())
        : over.divide(over.of(1), over.add(over.of(1), beta.squareIn(over)));
  }

  /** The weight beta^2/(1 + beta^2) of the bias in one layer, and 0 where it does not enter. */
  <T> T constant(Arithmetic<T> over) {
    return propagatesBias() ? over.multiply(beta.squareIn(over), arc(over)) : over.of(0);
  }

  String specification() {
    return "L="
        + depth
        + (beta.isZero() ? "" : ",beta=" + beta)
        + (propagatesBias() ? ",bias=" + bias : "");
  }
}
