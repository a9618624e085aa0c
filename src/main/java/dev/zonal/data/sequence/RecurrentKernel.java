package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.kernel.KernelSpecificationException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tangent kernel or the Gaussian-process kernel of a recurrent network, of two sequences of any
 * lengths and of steps in one space, not normalised (docs/theory.md, Sections 20.2 and 20.3).
 * Source: Alemohammad, Wang, Balestriero, Baraniuk 2021.
 *
 * @param network the network
 * @param readOut its output
 * @param isTangent whether it is the tangent kernel
 */
public record RecurrentKernel(RecurrentNetwork network, ReadOut readOut, boolean isTangent)
    implements PairKernel<Sequence> {
  /**
   * @throws KernelSpecificationException if the activation has no tangent kernel
   */
  public RecurrentKernel {
    if (isTangent && !network.activation().hasTangentKernel()) {
      throw new KernelSpecificationException(
          "act="
              + network.activation()
              + ": the activation has no square integrable derivative, so there is no tangent"
              + " kernel; rnngp has a kernel of it");
    }
  }

  /**
   * The kernel between the sequences.
   *
   * @throws DataException if their steps are not in one space
   */
  @Override
  public <T> Entries<T> over(Arithmetic<T> over, List<Sequence> inputs) {
    for (int i = 1; i < inputs.size(); i++) {
      requireOneSpace(inputs.get(0), inputs.get(i), i + 1);
    }
    List<Reading<T>> readings =
        inputs.stream().map(x -> reading(over, MovingSequence.<T>still(x))).toList();
    return (i, j) ->
        value(over, readings.get(i), readings.get(j), inputs.get(i).equals(inputs.get(j)));
  }

  private static void requireOneSpace(Sequence first, Sequence other, int number) {
    if (first.dimension() != other.dimension()) {
      throw new DataException(
          "sequence %s: steps of %s coordinates, those of sequence 1 have %s"
              .formatted(number, other.dimension(), first.dimension()));
    }
  }

  /**
   * A sequence in the network.
   *
   * @param backward the same of the reversed sequence; null where that is not read
   */
  record Reading<T>(States<T> forward, States<T> backward) {}

  <T> Reading<T> reading(Arithmetic<T> over, MovingSequence<T> input) {
    States<T> forward = new States<>(over, network, input, isTangent);
    return new Reading<>(
        forward,
        readOut == ReadOut.BI ? new States<>(over, network, input.reversed(), isTangent) : null);
  }

  <T> T value(Arithmetic<T> over, Reading<T> x, Reading<T> z, boolean same) {
    int lag = x.forward().length() - z.forward().length();
    return switch (readOut) {
      case LAST -> over.scale(last(kernels(over, x.forward(), z.forward(), lag, same)), sv2());
      case BI ->
          over.scale(
              over.add(
                  last(kernels(over, x.forward(), z.forward(), lag, same)),
                  last(kernels(over, x.backward(), z.backward(), lag, same))),
              sv2());
      case HEADS -> {
        T sum = sum(over, kernels(over, x.forward(), z.forward(), lag, same));
        yield overRoot(over, over.scale(sum, sv2()), x.forward().length(), z.forward().length());
      }
      case MEAN -> {
        List<T> sums = new ArrayList<>();
        for (int each = 1 - z.forward().length(); each < x.forward().length(); each++) {
          sums.add(sum(over, kernels(over, x.forward(), z.forward(), each, same)));
        }
        long pairs = (long) x.forward().length() * z.forward().length();
        yield over.scale(sum(over, sums), sv2().divide(pairs));
      }
    };
  }

  private <T> List<T> kernels(Arithmetic<T> over, States<T> x, States<T> z, int lag, boolean same) {
    return AlignedStates.kernels(over, network, x, z, lag, same, isTangent);
  }

  private Rational sv2() {
    return network.output();
  }

  private static <T> T last(List<T> kernels) {
    return kernels.get(kernels.size() - 1);
  }

  private static <T> T sum(Arithmetic<T> over, List<T> numbers) {
    return numbers.stream().reduce(over::add).orElseThrow();
  }

  /** The number over the root of the product of two lengths. */
  private static <T> T overRoot(Arithmetic<T> over, T number, int first, int second) {
    return first == second
        ? over.scale(number, Rational.of(1, first))
        : over.divide(number, over.sqrt(over.of((long) first * second)));
  }

  /** The specification. */
  @Override
  public String toString() {
    return (isTangent ? "rntk:" : "rnngp:") + network + ",readout=" + readOut;
  }
}
