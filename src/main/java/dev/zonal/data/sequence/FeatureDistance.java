package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.forward.FirstOrder;
import dev.zonal.arithmetic.forward.FirstOrderArithmetic;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.Entries;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.activation.HomogeneousActivation;
import java.util.ArrayList;
import java.util.List;

/**
 * The distance of the features of two sequences one of whose steps differs, D^2 = K(x,x) + K(y,y) -
 * 2 K(x,y), in the space of the kernel (docs/theory.md, Section 20.6).
 *
 * @param kernel the kernel
 */
public record FeatureDistance(RecurrentKernel kernel) {
  /**
   * @throws KernelSpecificationException if equal sequences have a state in common that others do
   *     not share, which is then all that the distance shows
   */
  public FeatureDistance {
    if (kernel.network().hasOwnStates()) {
      throw new KernelSpecificationException(
          "hidden=independent: the distance of two sequences is that of their states; take"
              + " hidden=shared or sh2=0");
    }
  }

  /**
   * D^2 for y = x + size e at a step.
   *
   * @param step from 1
   */
  public <T> T square(Arithmetic<T> over, Sequence x, int step, Vector direction, Rational size) {
    List<Vector> steps = new ArrayList<>(x.steps());
    Vector from = x.steps().get(step - 1);
    List<Rational> coordinates = new ArrayList<>();
    for (int i = 0; i < from.dimension(); i++) {
      coordinates.add(from.coordinate(i).add(direction.coordinate(i).multiply(size)));
    }
    steps.set(step - 1, Vector.of(coordinates));
    Entries<T> entries = kernel.over(over, List.of(x, new Sequence(steps)));
    T twice = over.scale(entries.at(0, 1), Rational.of(2));
    return over.subtract(over.add(entries.at(0, 0), entries.at(1, 1)), twice);
  }

  /**
   * The limit of D^2/size^2, for units without a kink: the mixed derivative of K(x + a e, x + b e)
   * at a = b = 0.
   *
   * @param step from 1
   * @throws DomainException if there is none
   */
  public <T> T smooth(Arithmetic<T> over, Sequence x, int step, Vector direction) {
    FirstOrderArithmetic<T> inner = new FirstOrderArithmetic<>(over);
    FirstOrderArithmetic<FirstOrder<T>> outer = new FirstOrderArithmetic<>(inner);
    FirstOrder<T> zero = FirstOrder.constant(over.of(0));
    FirstOrder<FirstOrder<T>> a = FirstOrder.constant(inner.variable(over.of(0)));
    FirstOrder<FirstOrder<T>> b = outer.variable(zero);
    FirstOrder<FirstOrder<T>> value =
        kernel.value(
            outer,
            kernel.reading(outer, new MovingSequence<>(x, step, direction, a)),
            kernel.reading(outer, new MovingSequence<>(x, step, direction, b)),
            false);
    return inner.derivative(outer.derivative(value));
  }

  /**
   * The limit of D^2/|size| for the tangent kernel of one layer of units of degree 1, read at the
   * last step, whose kink makes D a root of the size (docs/theory.md, Theorem 20.9).
   *
   * @param step from 1
   * @throws KernelSpecificationException if the kernel is another one
   * @throws DomainException if the units see nothing at that step
   */
  public <T> T kink(Arithmetic<T> over, Sequence x, int step, Vector direction) {
    RecurrentNetwork network = kernel.network();
    HomogeneousActivation phi = AgeWeights.degreeOne(network.activation());
    if (network.layers() != 1 || kernel.readOut() != ReadOut.LAST || !kernel.isTangent()) {
      throw new KernelSpecificationException(
          kernel + ": the limit is known for rntk with L=1 and readout=last");
    }
    Rational q = network.recurrent().multiply(phi.value());
    Rational input = network.input().divide(x.dimension());
    Rational variance = network.state().multiply(network.recurrent());
    Rational tangent = variance;
    Rational spread = Rational.ZERO;
    T sum = over.of(0);
    for (int s = 1; s <= x.length(); s++) {
      Rational fresh = input.multiply(x.steps().get(s - 1).squaredNorm()).add(network.bias());
      variance = (s == 1 ? variance : variance.multiply(q)).add(fresh);
      tangent = (s == 1 ? Rational.ZERO : tangent.multiply(q)).add(variance);
      spread = s == step ? input : spread.multiply(q);
      sum = over.scale(sum, q);
      if (spread.signum() > 0) {
        sum = over.add(sum, over.scale(angle(over, x, step, direction, spread, variance), tangent));
      }
    }
    Rational factor = network.output().multiply(phi.weights().arc()).multiply(2);
    return over.divide(over.scale(sum, factor), over.pi());
  }

  /**
   * The limit of the angle over the size: sqrt(g |e|^2 - g^2 &lt;x, e&gt;^2), g = spread/variance.
   */
  private static <T> T angle(
      Arithmetic<T> over,
      Sequence x,
      int step,
      Vector direction,
      Rational spread,
      Rational variance) {
    if (variance.isZero()) {
      throw new DomainException(
          "step " + step + " is the zero vector, where the kernel has no limit");
    }
    Rational g = spread.divide(variance);
    Rational along = g.multiply(x.steps().get(step - 1).dot(direction));
    Rational square = g.multiply(direction.squaredNorm()).subtract(along.multiply(along));
    return over.sqrt(over.of(square));
  }
}
