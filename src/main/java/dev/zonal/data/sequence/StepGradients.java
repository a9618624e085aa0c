package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.forward.FirstOrder;
import dev.zonal.arithmetic.forward.FirstOrderArithmetic;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.KernelSpecificationException;
import java.util.ArrayList;
import java.util.List;

/**
 * The derivatives of a kernel of sequences by the steps of the first of them, by forward
 * differentiation through its recursion (docs/theory.md, Section 20.6).
 *
 * @param kernel the kernel
 */
public record StepGradients(RecurrentKernel kernel) {
  /**
   * @throws KernelSpecificationException if the dual of the activation is known by its values only
   */
  public StepGradients {
    if (kernel.network().activation().isRootExponential()) {
      throw new KernelSpecificationException(
          "act="
              + kernel.network().activation()
              + ": the kernel is known by its values only, not by its derivatives");
    }
  }

  /**
   * The gradients by each step of the first sequence, in the order of time.
   *
   * @throws DomainException if there is none, as where a step is zero or the sequences are parallel
   *     and the units have a kink
   */
  public <T> List<List<T>> of(Arithmetic<T> over, Sequence first, Sequence second) {
    if (kernel.network().hasOwnStates() && first.equals(second)) {
      throw new DomainException(
          "the kernel jumps where two sequences are equal, as each has a state of its own:"
              + " hidden=shared has none of this");
    }
    FirstOrderArithmetic<T> jets = new FirstOrderArithmetic<>(over);
    RecurrentKernel.Reading<FirstOrder<T>> still =
        kernel.reading(jets, MovingSequence.still(second));
    List<List<T>> gradients = new ArrayList<>();
    for (int t = 1; t <= first.length(); t++) {
      List<T> gradient = new ArrayList<>();
      for (int i = 0; i < first.dimension(); i++) {
        Vector direction = coordinate(first.dimension(), i);
        FirstOrder<T> size = jets.variable(over.of(0));
        MovingSequence<FirstOrder<T>> moving = new MovingSequence<>(first, t, direction, size);
        gradient.add(
            jets.derivative(kernel.value(jets, kernel.reading(jets, moving), still, false)));
      }
      gradients.add(gradient);
    }
    return gradients;
  }

  /**
   * The norms of the gradients.
   *
   * @throws DomainException as above; also where a gradient may be zero and is not known to be
   */
  public <T> List<T> norms(Arithmetic<T> over, Sequence first, Sequence second) {
    List<T> norms = new ArrayList<>();
    for (List<T> gradient : of(over, first, second)) {
      norms.add(over.sqrt(gradient.stream().map(over::square).reduce(over::add).orElseThrow()));
    }
    return norms;
  }

  private static Vector coordinate(int dimension, int i) {
    List<Rational> unit = new ArrayList<>();
    for (int j = 0; j < dimension; j++) {
      unit.add(j == i ? Rational.ONE : Rational.ZERO);
    }
    return Vector.of(unit);
  }
}
