package dev.zonal.kernel.recurrent;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.kernel.network.DenseLayer;
import dev.zonal.kernel.network.NetworkGaussianProcessKernel;
import dev.zonal.kernel.network.NeuralTangentKernel;
import dev.zonal.kernel.network.Training;
import java.util.Objects;
import java.util.Optional;

/**
 * The tangent kernel or the Gaussian-process kernel of a recurrent network at the last step of two
 * sequences that are the same multiples of one point each, f(1) = 1 (docs/theory.md, section 22).
 * Source: Alemohammad, Wang, Balestriero and Baraniuk 2021.
 */
public final class RecurrentKernel implements Kernel {
  private final RecurrentNetwork network;
  private final boolean tangent;
  private final Units units;

  /**
   * @param tangent whether of all weights that are trained, or of the process at the beginning
   * @throws KernelSpecificationException if each sequence has its own state
   */
  public RecurrentKernel(RecurrentNetwork network, boolean tangent) {
    if (network.hasOwnStates()) {
      throw new KernelSpecificationException(
          ("sh2=%s: with hidden=independent the kernel jumps at u = 1, where two sequences become"
                  + " one and have their state in common: it has no values as a function of u;"
                  + " hidden=shared has, and 'zonal lengths' has the spectrum")
              .formatted(network.state()));
    }
    this.network = network;
    this.tangent = tangent;
    this.units = Units.of(network);
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    UnitAngles<T> angles = new UnitAngles<>(over, at, network.phi());
    return tangent ? angles.tangent(units) : angles.process(units);
  }

  /**
   * A network that sees one step, and one that remembers one until the end, without biases, is a
   * network without recurrence (docs/theory.md, Lemma 22.5).
   */
  @Override
  public Kernel normalForm() {
    int depth = depthWithoutRecurrence();
    if (depth == 0) {
      return this;
    }
    DenseLayer layer = new DenseLayer(network.activation(), Rational.ONE, Rational.ZERO);
    Kernel dense =
        tangent
            ? new NeuralTangentKernel(depth, layer, Training.ALL)
            : new NetworkGaussianProcessKernel(depth, layer);
    return dense.normalForm();
  }

  /** The depth of that network, or 0. */
  private int depthWithoutRecurrence() {
    if (network.isBiased()) {
      return 0;
    }
    int steps = network.steps().size();
    if (steps == 1) {
      return network.layers();
    }
    boolean isImpulse = network.steps().stream().skip(1).allMatch(Rational::isZero);
    return network.layers() == 1 && isImpulse ? steps : 0;
  }

  @Override
  public Structure structure() {
    Kernel form = normalForm();
    return form.equals(this) ? Kernel.super.structure() : form.structure();
  }

  /** sv2 m (v + d) of the last unit, or sv2 m v. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    Unit last = units.last();
    Rational value = tangent ? last.variance().add(last.tangent()) : last.variance();
    return over.of(network.output().multiply(network.phi().value()).multiply(value));
  }

  /** A covariance has no first coefficient at either end (docs/theory.md, Lemma 22.3). */
  @Override
  public int firstOddExponent() {
    return tangent ? 1 : 3;
  }

  @Override
  public boolean hasNonNegativeSeries() {
    return true;
  }

  @Override
  public <S> Optional<S> series(SeriesAlgebra<S> over) {
    UnitSeries<S> series = new UnitSeries<>(over, network);
    return Optional.of(tangent ? series.tangent(units) : series.process(units));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecurrentKernel kernel
        && tangent == kernel.tangent
        && network.equals(kernel.network);
  }

  @Override
  public int hashCode() {
    return Objects.hash(network, tangent);
  }

  @Override
  public String toString() {
    return (tangent ? "rntk:" : "rnngp:") + network;
  }
}
