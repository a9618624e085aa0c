package dev.zonal.symbolic.kernel;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.Symbol;
import dev.zonal.context.OptionalLibrary;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.kernel.specification.CatalogueEntry;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.Verification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A kernel of the catalogue whose parameters may be names: {@code resntk:L=3,alpha=alpha}, {@code
 * laplace:c=c}. The depth of a network may be the name {@code L}.
 *
 * @param specification as it is written
 * @param standIn the kernel; instead of a symbolic depth it has the depth 1
 * @param hasSymbolicDepth whether the depth is the symbol L
 * @param symbols the names of its parameters
 * @param weight that alpha stands for where the depth is a symbol
 */
public record SymbolicKernel(
    String specification,
    Kernel standIn,
    boolean hasSymbolicDepth,
    SortedSet<String> symbols,
    Optional<DeepWeight> weight) {
  private static final List<String> SYMBOLIC = List.of("alpha", "beta", "tau", "c", "sw2", "sb2");
  private static final int STAND_IN_DEPTH = 1;

  static {
    OptionalLibrary.SYMJA.require();
  }

  /** A kernel whose parameters are what they are. */
  public static SymbolicKernel of(Kernel kernel) {
    SortedSet<String> symbols = new TreeSet<>();
    kernel.withParameters(
        (key, p) -> {
          if (p instanceof Symbol s) {
            symbols.add(s.name());
          }
          return p;
        });
    return new SymbolicKernel(kernel.toString(), kernel, false, symbols, Optional.empty());
  }

  /**
   * Parses a specification in which the values of alpha, beta, tau, c, sw2 and sb2 may be names
   * ({@link ParameterName}), and that of L the name L; alpha may be a power of that.
   *
   * @throws KernelSpecificationException if it names no kernel
   */
  public static SymbolicKernel parse(String specification) {
    int colon = specification.indexOf(':');
    if (colon < 0) {
      return of(KernelSpecification.parse(specification));
    }
    String name = specification.substring(0, colon).strip();
    List<String> keys = Catalogue.entry(name).map(SymbolicKernel::keys).orElse(List.of());
    Map<String, String> symbols = new TreeMap<>();
    boolean symbolicDepth = false;
    Optional<String> ofDepth = Optional.empty();
    List<String> numeric = new ArrayList<>();
    List<String> pieces = KernelSpecification.pieces(specification.substring(colon + 1));
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      int equals = piece.indexOf('=');
      String value = piece.substring(equals + 1).strip();
      String key =
          equals >= 0 ? piece.substring(0, equals).strip() : i < keys.size() ? keys.get(i) : "";
      if (key.equals("L") && value.equals("L")) {
        symbolicDepth = true;
        numeric.add("L=" + STAND_IN_DEPTH);
      } else if (SYMBOLIC.contains(key) && ParameterName.isMeant(value) && !value.equals("L")) {
        symbols.put(key, ParameterName.checked(key, value));
        numeric.add(key + "=1");
      } else {
        ofDepth = key.equals("alpha") && value.startsWith("L") ? Optional.of(value) : ofDepth;
        numeric.add(equals < 0 && !key.isEmpty() ? key + "=" + value : piece);
      }
    }
    Kernel standIn = KernelSpecification.parse(name + ":" + String.join(",", numeric));
    Optional<DeepWeight> weight = symbolicDepth ? weight(symbols, ofDepth) : Optional.empty();
    Kernel kernel =
        standIn.withParameters(
            (key, p) -> symbols.containsKey(key) ? new Symbol(symbols.get(key)) : p);
    SortedSet<String> names = new TreeSet<>(symbols.values());
    return new SymbolicKernel(specification, kernel, symbolicDepth, names, weight);
  }

  /** A weight that is not called alpha has that name while a formula is derived. */
  private static Optional<DeepWeight> weight(
      Map<String, String> symbols, Optional<String> ofDepth) {
    String name = symbols.get(DeepWeight.NAME);
    Optional<DeepWeight> weight =
        name == null || name.equals(DeepWeight.NAME)
            ? ofDepth.map(DeepWeight::ofDepth)
            : Optional.of(name).map(Symja::symbol).map(DeepWeight::new);
    if (weight.isPresent()) {
      symbols.remove(DeepWeight.NAME);
      if (symbols.containsValue(DeepWeight.NAME) || symbols.containsValue(name)) {
        throw new KernelSpecificationException(
            "alpha and another parameter cannot have one name here, nor another the name alpha");
      }
      symbols.put(DeepWeight.NAME, DeepWeight.NAME);
    }
    return weight;
  }

  private static List<String> keys(CatalogueEntry entry) {
    return entry.parameters().stream().map(CatalogueEntry.ParameterEntry::key).toList();
  }

  /** A formula of the network with the weight that {@code alpha} stands for in it. */
  public Derivation weighted(Derivation derivation) {
    return weight.map(w -> w.in(derivation)).orElse(derivation);
  }

  /** A coefficient with that weight, as short as that makes it. */
  public IExpr simple(IExpr coefficient) {
    return weight.map(w -> w.simple(coefficient)).orElse(coefficient);
  }

  /**
   * The kernel; its parameters may be {@link Symbol}s.
   *
   * @throws UnsupportedExpressionException if the depth is a symbol
   */
  public Kernel kernel() {
    if (hasSymbolicDepth) {
      throw new UnsupportedExpressionException(
          specification
              + ": this needs a given depth; for the depth L there are the recursion, the first"
              + " odd coefficient at either end and the decay constants");
    }
    return standIn;
  }

  /**
   * Refuses a network whose activation has no dual in closed form.
   *
   * @throws UnsupportedExpressionException if it is one
   */
  public void requireClosedDuals() {
    if (standIn.isRootExponential()) {
      throw new UnsupportedExpressionException(
          specification
              + ": the means E phi(x) phi(z) of this activation have no closed form; kernel --at has"
              + " the values, kernel --series the power series in u, spectrum the eigenvalues");
    }
  }

  /**
   * The recursion from layer to layer, which is the same for every depth.
   *
   * @throws UnsupportedExpressionException if the kernel is no network
   */
  public LayerRecursion recursion() {
    return standIn
        .network()
        .map(NetworkKernel::recursion)
        .filter(LayerRecursion::isStationary)
        .orElseThrow(
            () ->
                new UnsupportedExpressionException(
                    specification
                        + " has no form for a symbolic depth; resntk, fcntk, resnngp, fcnngp have,"
                        + " and ntk and nngp of relu, leaky and abs without biases"));
  }

  /** The same kernel with another depth. */
  public SymbolicKernel withDepth(int depth) {
    Kernel deep = standIn.network().<Kernel>map(n -> n.withDepth(depth)).orElse(standIn);
    return new SymbolicKernel(deep.toString(), deep, false, symbols, Optional.empty());
  }

  /** The same kernel with a symbol for a value of its parameters. */
  public SymbolicKernel naming(Parameter value, String symbol) {
    SortedSet<String> names = new TreeSet<>(symbols);
    names.add(symbol);
    Kernel named = standIn.withParameters((key, p) -> p.equals(value) ? new Symbol(symbol) : p);
    return new SymbolicKernel(specification, named, hasSymbolicDepth, names, weight);
  }

  /** Whether the parameter of that key has a name for its value. */
  public boolean names(String key) {
    List<Parameter> named = new ArrayList<>();
    standIn.withParameters(
        (k, p) -> {
          if (k.equals(key) && p instanceof Symbol) {
            named.add(p);
          }
          return p;
        });
    return !named.isEmpty();
  }

  /** A number for every symbol. */
  public Map<String, Rational> randomParameters(SplittableRandom random) {
    Map<String, Rational> point = new HashMap<>();
    symbols.forEach(s -> point.put(s, Verification.positive(random, 3)));
    return RangeOfParameters.shrunk(point, this::at);
  }

  /** The kernel with its symbols replaced by numbers. */
  public Kernel at(Map<String, Rational> point) {
    return standIn.withParameters(
        (key, p) -> p instanceof Symbol s && point.containsKey(s.name()) ? point.get(s.name()) : p);
  }

  @Override
  public String toString() {
    return specification;
  }
}
