package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.recurrent.HiddenState;
import dev.zonal.kernel.specification.Arguments;
import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.kernel.specification.CatalogueEntry;
import dev.zonal.kernel.specification.CatalogueEntry.ParameterEntry;
import dev.zonal.kernel.specification.KernelSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kernels of sequences, and the text that names one of them. */
public final class RecurrentSpecification {
  private static final String TANGENT = "rntk";
  private static final String PROCESS = "rnngp";
  private static final String EXAMPLE =
      ":act=relu,L=1,sw2=2,su2=1,sb2=0,sv2=1,sh2=0,hidden=independent,readout=last";

  private static final List<CatalogueEntry> ENTRIES =
      List.of(
          entry(
              TANGENT,
              "neural tangent kernel of a recurrent network of any activation phi",
              "f = sv2 (F + G Theta) at the last step of both, G = dF/dC"),
          entry(
              PROCESS,
              "Gaussian-process kernel of a recurrent network of any activation phi",
              "f = sv2 F at the last step of both"));

  private RecurrentSpecification() {}

  /** The kernels, in the order in which they are listed. */
  public static List<CatalogueEntry> entries() {
    return ENTRIES;
  }

  /**
   * The kernel that a specification names; {@code parse(kernel.toString())} is equal to it.
   *
   * @throws KernelSpecificationException if there is none; the message is one line
   */
  public static PairKernel<Sequence> parse(String specification) {
    Arguments a = KernelSpecification.arguments(specification, ENTRIES);
    RecurrentNetwork network =
        new RecurrentNetwork(
            a.activation(),
            a.has("L") ? a.integer("L", Range.DEPTH) : 1,
            number(a, "sw2", 2),
            number(a, "su2", 1),
            number(a, "sb2", 0),
            number(a, "sv2", 1),
            number(a, "sh2", 0),
            a.word("hidden", HiddenState.INDEPENDENT));
    return new RecurrentKernel(
        network, a.word("readout", ReadOut.LAST), a.kernel().equals(TANGENT));
  }

  private static Rational number(Arguments arguments, String key, long byDefault) {
    return arguments.has(key) ? arguments.rational(key) : Rational.of(byDefault);
  }

  private static CatalogueEntry entry(String name, String title, String formula) {
    List<ParameterEntry> parameters = new ArrayList<>(Catalogue.activationParameters());
    String variance = Range.NON_NEGATIVE.description();
    parameters.add(1, optional("L", Range.DEPTH.description(), "1"));
    parameters.add(2, optional("sw2", variance, "2"));
    parameters.add(3, optional("su2", variance, "1"));
    parameters.add(4, optional("sb2", variance, "0"));
    parameters.add(5, optional("sv2", Range.POSITIVE.description(), "1"));
    parameters.add(6, optional("sh2", variance, "0"));
    parameters.add(7, optional("hidden", "independent, shared or zero", "independent"));
    parameters.add(8, optional("readout", "last, mean, heads or bi", "last"));
    return new CatalogueEntry(
        name,
        title,
        "C = sw2 F(l,t-1) + su2 F(l-1,t) + sb2, F(0,t) = <x_t,z_t>/m, F = E phi(x) phi(z) at the"
            + " covariance C\nTheta = C + sw2 G(l,t-1) Theta(l,t-1) + su2 G(l-1,t) Theta(l-1,t)\n"
            + formula,
        "Alemohammad, Wang, Balestriero, Baraniuk 2021",
        name + EXAMPLE,
        parameters);
  }

  private static ParameterEntry optional(String key, String range, String byDefault) {
    return new ParameterEntry(key, range, Optional.of(byDefault));
  }
}
