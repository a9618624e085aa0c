package dev.zonal.kernel.specification;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.elementary.ArcCosineKernel;
import dev.zonal.kernel.elementary.BesselMaternKernel;
import dev.zonal.kernel.elementary.ChordPowerKernel;
import dev.zonal.kernel.elementary.GammaExponentialKernel;
import dev.zonal.kernel.elementary.GaussianKernel;
import dev.zonal.kernel.elementary.LaplaceKernel;
import dev.zonal.kernel.elementary.MaternKernel;
import dev.zonal.kernel.elementary.PolynomialKernel;
import dev.zonal.kernel.network.Bias;
import dev.zonal.kernel.network.DenseLayer;
import dev.zonal.kernel.network.FullyConnectedGaussianProcessKernel;
import dev.zonal.kernel.network.FullyConnectedTangentKernel;
import dev.zonal.kernel.network.NetworkGaussianProcessKernel;
import dev.zonal.kernel.network.NeuralTangentKernel;
import dev.zonal.kernel.network.ResidualGaussianProcessKernel;
import dev.zonal.kernel.network.ResidualLayer;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentRecursion;
import dev.zonal.kernel.recurrent.HiddenState;
import dev.zonal.kernel.recurrent.RecurrentKernel;
import dev.zonal.kernel.recurrent.RecurrentNetwork;
import dev.zonal.kernel.specification.CatalogueEntry.ParameterEntry;
import dev.zonal.kernel.spectral.FiniteSpectrumKernel;
import dev.zonal.kernel.spectral.HeatKernel;
import dev.zonal.kernel.spectral.IntrinsicMaternKernel;
import dev.zonal.kernel.spectral.PoissonKernel;
import dev.zonal.kernel.spectral.SobolevKernel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The catalogue of kernels: one table, from which specifications are parsed and which the command
 * line lists.
 *
 * <p>In the formulas u = &lt;x, z&gt; = cos theta, r = ||x - z||, and k0, k1 are the arc-cosine
 * kernels of degree 0 and 1.
 */
public final class Catalogue {
  private static final String WEIGHT =
      "a positive rational number or a rational power of L (or of a number), as 1/2, L^(-1/2)";

  private static final String ROOT = "a positive number, as 1/2, sqrt(3)/2 or 3^(1/3)";

  private static final ParameterEntry LENGTH = optional("length", ROOT, "given by c");

  private static final String HUANG_BELFER =
      "Huang, Wang, Tao, Zhao 2020; Belfer, Geifman, Galun, Basri 2024";

  private static final String RASMUSSEN_WILLIAMS = "Rasmussen, Williams 2006, section 4.2";

  private static final String SPECTRAL = "docs/theory.md, section 15";

  private static final ParameterEntry SQUARED_WEIGHT =
      optional("alpha2", Range.POSITIVE.description(), "the square of alpha");

  private static final List<ParameterEntry> FULLY_CONNECTED =
      List.of(
          required("L", Range.DEPTH),
          optional("beta", Range.NON_NEGATIVE.description(), "0"),
          optional("bias", "trained or propagated", "trained"));

  private static final ParameterEntry ACTIVATION =
      optional("act", "one of " + Activations.names(), "relu");

  private static final List<ParameterEntry> OF_ACTIVATION =
      List.of(
          optional("power", Range.POWER.description() + ", for relu", "1"),
          optional("slope", Range.ANY.description() + ", for leaky", "none: required"));

  private static final List<ParameterEntry> BLOCKS =
      joined(
          List.of(ACTIVATION, optional("sw2", Range.POSITIVE.description(), "2")), OF_ACTIVATION);

  private static final String TRAINED =
      "all, hidden (all but the read-out), first, last, or a list such as [1,3] of the layers 1 to"
          + " L+1";

  private static final List<ParameterEntry> DENSE =
      List.of(
          ACTIVATION,
          required("L", Range.DEPTH),
          optional("sw2", Range.POSITIVE.description(), "1"),
          optional("sb2", Range.NON_NEGATIVE.description(), "0"));

  private static final String OTHER_ACTIVATION =
      "act=...: with K_0 = u, K_l = K_{l-1} + alpha^2 sw2 E phi phi at the covariance K_{l-1}";

  private static final String DENSE_COVARIANCE =
      "q_1 = sw2 + sb2, c_1 = sw2 u + sb2, q_{l+1} = sw2 F(q_l,q_l) + sb2, c_{l+1} = sw2 F(q_l,c_l)"
          + " + sb2,\nF(q,c) = E phi(x) phi(z) for Gaussian x, z of variance q and covariance c";

  private static final String RECURRENT_SOURCE = "Alemohammad, Wang, Balestriero, Baraniuk 2021";

  private static final String RECURRENT_COVARIANCE =
      "C(l,t) = sw2 F(l,t-1) + su2 F(l-1,t) + sb2, F(0,t) = a_t^2 u, F(l,0) = sh2,\n"
          + "F = E phi(x) phi(z), G = E phi'(x) phi'(z) for Gaussian x, z of the covariance C";

  private static final List<ParameterEntry> RECURRENT =
      List.of(
          optional("T", Range.STEPS.description(), "the length of the profile"),
          optional("profile", "a list [a_1,...,a_T] of non-negative numbers", "[1,...,1]"),
          optional("L", Range.DEPTH.description(), "1"),
          optional("act", "relu or leaky", "relu"),
          optional("sw2", Range.POSITIVE.description(), "2"),
          optional("su2", Range.POSITIVE.description(), "1"),
          optional("sb2", Range.NON_NEGATIVE.description(), "0"),
          optional("sv2", Range.POSITIVE.description(), "1, for the paper's scale"),
          optional("sh2", Range.NON_NEGATIVE.description(), "0"),
          optional("hidden", "independent, shared or zero", "independent"),
          optional("slope", Range.ANY.description() + ", for leaky", "none: required"));

  /** A kernel, and how it is made from the arguments of a specification. */
  private record Row(CatalogueEntry entry, Function<Arguments, Kernel> constructor) {}

  private static final List<Row> ROWS =
      List.of(
          row(
              "resntk",
              "neural tangent kernel of a residual network with L blocks, ReLU unless act is given",
              "f = 1/(2L) sum_{l=1..L} [prod_{j=l+1..L} (1-sigma+sigma k0(u_{j-1}))]"
                  + " (k1(u_{l-1}) + u_{l-1} k0(u_{l-1}))\n"
                  + "u_0 = u, u_l = (1-sigma) u_{l-1} + sigma k1(u_{l-1}),"
                  + " sigma = alpha^2/(1+alpha^2)\n"
                  + OTHER_ACTIVATION,
              HUANG_BELFER,
              "resntk:L=3,alpha=1/2",
              joined(
                  List.of(
                      required("L", Range.DEPTH),
                      optional("alpha", WEIGHT, "the root of alpha2; 1 for L=1 without train=all"),
                      optional("tau", Range.NON_NEGATIVE.description(), "0"),
                      optional("train", "blocks or all", "blocks"),
                      SQUARED_WEIGHT),
                  BLOCKS),
              a -> {
                int depth = a.integer("L", Range.DEPTH);
                ResidualTangentKernel.Training training =
                    a.word("train", ResidualTangentKernel.Training.BLOCKS);
                // One block without the outer layers is the same kernel for every alpha.
                boolean needsWeight = depth > 1 || training == ResidualTangentKernel.Training.ALL;
                Parameter alpha =
                    needsWeight || a.has("alpha") || a.has("alpha2")
                        ? a.branchWeight(depth)
                        : Rational.ONE;
                return new ResidualTangentKernel(
                    depth,
                    new ResidualTangentRecursion(
                        residualLayer(a, alpha), a.rationalOrZero("tau"), training));
              }),
          row(
              "resnngp",
              "Gaussian-process kernel of a residual network with L blocks, ReLU unless act is given",
              "f = u_L\n"
                  + "u_0 = u, u_l = (1-sigma) u_{l-1} + sigma k1(u_{l-1}),"
                  + " sigma = alpha^2/(1+alpha^2)\n"
                  + OTHER_ACTIVATION,
              HUANG_BELFER,
              "resnngp:L=3,alpha=1/2",
              joined(
                  List.of(
                      required("L", Range.DEPTH),
                      optional("alpha", WEIGHT, "the root of alpha2"),
                      SQUARED_WEIGHT),
                  BLOCKS),
              a -> {
                int depth = a.integer("L", Range.DEPTH);
                return new ResidualGaussianProcessKernel(
                    depth, residualLayer(a, a.branchWeight(depth)));
              }),
          row(
              "fcntk",
              "neural tangent kernel of a fully connected ReLU network with L hidden layers",
              "f = Theta_L/Theta_L(1), with b = beta^2 and w = 1/(1+b)\n"
                  + "trained: Sigma_0 = u, Theta_0 = u + b, Sigma_l = k1(Sigma_{l-1}),"
                  + " Theta_l = Theta_{l-1} k0(Sigma_{l-1}) + Sigma_l + b\n"
                  + "propagated: Sigma_0 = Theta_0 = w (u + b), Sigma_l = w (k1(Sigma_{l-1}) + b),"
                  + " Theta_l = w Theta_{l-1} k0(Sigma_{l-1}) + Sigma_l",
              "Jacot, Gabriel, Hongler 2018; Geifman et al. 2020; Novak et al. 2020",
              "fcntk:L=3",
              FULLY_CONNECTED,
              a ->
                  new FullyConnectedTangentKernel(
                      a.integer("L", Range.DEPTH),
                      a.rationalOrZero("beta"),
                      a.word("bias", Bias.TRAINED))),
          row(
              "fcnngp",
              "Gaussian-process kernel of a fully connected ReLU network with L hidden layers",
              "f = Sigma_L, with b = beta^2 and w = 1/(1+b)\n"
                  + "Sigma_0 = w (u + b), Sigma_l = w (k1(Sigma_{l-1}) + b);"
                  + " beta > 0 needs bias=propagated",
              "Cho, Saul 2009; Lee et al. 2018",
              "fcnngp:L=3",
              FULLY_CONNECTED,
              a ->
                  new FullyConnectedGaussianProcessKernel(
                      a.integer("L", Range.DEPTH),
                      a.rationalOrZero("beta"),
                      a.word("bias", Bias.TRAINED))),
          row(
              "ntk",
              "neural tangent kernel of a fully connected network of any activation phi",
              "f = Theta_{L+1}/Theta_{L+1}(1), Theta_1 = c_1, Theta_{l+1} = c_{l+1} + sw2 G(q_l,c_l)"
                  + " Theta_l, G = dF/dc\n"
                  + DENSE_COVARIANCE,
              "Jacot, Gabriel, Hongler 2018; Lee et al. 2019",
              "ntk:act=erf,L=3,sw2=3/2,sb2=1/10",
              joined(joined(DENSE, List.of(optional("train", TRAINED, "all"))), OF_ACTIVATION),
              a ->
                  new NeuralTangentKernel(
                      a.integer("L", Range.DEPTH), denseLayer(a), a.training())),
          row(
              "nngp",
              "Gaussian-process kernel of a fully connected network of any activation phi",
              "f = c_{L+1}/q_{L+1}\n" + DENSE_COVARIANCE,
              "Lee et al. 2018",
              "nngp:act=gelu,L=2,sw2=2,sb2=1/5",
              joined(DENSE, OF_ACTIVATION),
              a -> new NetworkGaussianProcessKernel(a.integer("L", Range.DEPTH), denseLayer(a))),
          row(
              "rntk",
              "neural tangent kernel of a recurrent network, of sequences a_1 x, ..., a_T x",
              "f = (F + G Theta)/(F + G Theta at u = 1) in the last unit (L,T)\n"
                  + RECURRENT_COVARIANCE
                  + "\nTheta(l,t) = C(l,t) + sw2 G(l,t-1) Theta(l,t-1) + su2 G(l-1,t) Theta(l-1,t)",
              RECURRENT_SOURCE,
              "rntk:T=5",
              RECURRENT,
              a -> new RecurrentKernel(recurrentNetwork(a), true)),
          row(
              "rnngp",
              "Gaussian-process kernel of a recurrent network, of sequences a_1 x, ..., a_T x",
              "f = F/(F at u = 1) in the last unit (L,T)\n" + RECURRENT_COVARIANCE,
              RECURRENT_SOURCE,
              "rnngp:T=5",
              RECURRENT,
              a -> new RecurrentKernel(recurrentNetwork(a), false)),
          row(
              "arccos",
              "arc-cosine kernel of degree n",
              """
              n=0: f = k0(u) = 1 - theta/pi
              n=1: f = k1(u) = (sin(theta) + (pi-theta) cos(theta))/pi
              n>1: dkn/du = n^2/(2n-1) k(n-1), kn(1) = 1""",
              "Cho, Saul 2009",
              "arccos:n=1",
              List.of(required("n", Range.DEGREE)),
              a -> new ArcCosineKernel(a.integer("n", Range.DEGREE))),
          row(
              "laplace",
              "Laplace kernel",
              "f = exp(-c r)",
              RASMUSSEN_WILLIAMS,
              "laplace:c=1",
              List.of(rate("1/length"), LENGTH),
              a -> new LaplaceKernel(a.rate(Rational.ONE, Rational.ONE))),
          row(
              "gammaexp",
              "gamma-exponential kernel",
              "f = exp(-c r^gamma)",
              RASMUSSEN_WILLIAMS,
              "gammaexp:c=1,gamma=3/2",
              List.of(rate("length^-gamma"), required("gamma", Range.UP_TO_TWO), LENGTH),
              a -> {
                Rational gamma = Range.UP_TO_TWO.check("gamma", a.rational("gamma"));
                return new GammaExponentialKernel(a.rate(Rational.ONE, gamma), gamma);
              }),
          row(
              "matern",
              "Matern kernel of smoothness nu",
              "f = 2^(1-nu)/Gamma(nu) (c r)^nu K_nu(c r), c = sqrt(2 nu)/length\n"
                  + "nu = p + 1/2: f = exp(-c r) p!/(2p)!"
                  + " sum_{i=0..p} (p+i)!/(i! (p-i)!) (2 c r)^(p-i)",
              RASMUSSEN_WILLIAMS,
              "matern:nu=3/2,c=1",
              List.of(required("nu", Range.SMOOTHNESS), rate("sqrt(2 nu)/length"), LENGTH),
              a -> {
                Rational nu = Range.SMOOTHNESS.check("nu", a.rational("nu"));
                Parameter c = a.rate(nu.multiply(2), Rational.ONE);
                return Range.HALF_INTEGER.contains(nu)
                    ? new MaternKernel(nu, c)
                    : new BesselMaternKernel(nu, c);
              }),
          row(
              "gaussian",
              "Gaussian kernel",
              "f = exp(-c r^2) = exp(-2 c (1-u))",
              RASMUSSEN_WILLIAMS,
              "gaussian:c=1",
              List.of(rate("1/(2 length^2)"), LENGTH),
              a -> new GaussianKernel(a.rate(Rational.of(1, 4), Rational.of(2)))),
          row(
              "chord",
              "power of the chord; not normalised, f(1) = 0 for s > 0",
              "f = r^s, integrable on the sphere of R^d for s > -(d-1)",
              "docs/theory.md, section 9",
              "chord:s=1",
              List.of(required("s", Range.EXPONENT)),
              a -> new ChordPowerKernel(a.rational("s"))),
          row(
              "polynomial",
              "polynomial in u; not normalised, f(1) = c0 + c1 + c2 + ...",
              "f = c0 + c1 u + c2 u^2 + ...",
              "docs/theory.md, section 9",
              "polynomial:[0,1/2,1/2]",
              List.of(
                  new ParameterEntry(
                      "coefficients",
                      "a list [c0,c1,...] of at most 1001 rational numbers",
                      Optional.empty())),
              a -> new PolynomialKernel(a.list("coefficients"))),
          row(
              "sobolev",
              "kernel of the Sobolev space H^s, given by its spectrum; not normalised",
              "eta_k = (1 + k(k+d-2))^-s on the sphere of R^d, s > (d-1)/2",
              SPECTRAL,
              "sobolev:s=3/2",
              List.of(required("s", Range.ORDER)),
              a -> new SobolevKernel(a.rational("s"))),
          row(
              "intrinsicmatern",
              "intrinsic Matern kernel, given by its spectrum; not normalised",
              "eta_k = (2 nu/length^2 + k(k+d-2))^(-nu-(d-1)/2) on the sphere of R^d",
              "Borovitskiy, Terenin, Mostowsky, Deisenroth 2020",
              "intrinsicmatern:nu=5/2",
              List.of(
                  required("nu", Range.SMOOTHNESS),
                  optional("length", Range.POSITIVE.description(), "1")),
              a ->
                  new IntrinsicMaternKernel(
                      a.rational("nu"), a.has("length") ? a.rational("length") : Rational.ONE)),
          row(
              "heat",
              "heat kernel at time t, given by its spectrum; its mean is 1, not f(1)",
              "eta_k = exp(-t k(k+d-2)) on the sphere of R^d",
              SPECTRAL,
              "heat:t=1/10",
              List.of(required("t", Range.POSITIVE)),
              a -> new HeatKernel(a.rational("t"))),
          row(
              "poisson",
              "Poisson kernel, given by its spectrum; its mean is 1, not f(1)",
              "eta_k = rho^k on the sphere of R^d: f = (1-rho^2)/(1-2 rho u+rho^2)^(d/2)",
              SPECTRAL,
              "poisson:rho=1/2",
              List.of(required("rho", Range.RATIO)),
              a -> new PoissonKernel(a.rational("rho"))),
          row(
              "spectrum",
              "kernel of finitely many eigenvalues; not normalised",
              "eta_k = gk, and 0 beyond the list, on the sphere of R^d",
              SPECTRAL,
              "spectrum:[1,1/2,1/4]",
              List.of(
                  new ParameterEntry(
                      "eigenvalues",
                      "a list [g0,g1,...] of at most 1001 rational numbers",
                      Optional.empty())),
              a -> new FiniteSpectrumKernel(a.list("eigenvalues"))));

  private Catalogue() {}

  /** The parameters that say which activation a network has. */
  public static List<ParameterEntry> activationParameters() {
    return joined(List.of(ACTIVATION), OF_ACTIVATION);
  }

  /** The kernels, in the order in which they are listed. */
  public static List<CatalogueEntry> entries() {
    return ROWS.stream().map(Row::entry).toList();
  }

  /** Other names that people type, with what they stand for; no kernel prints as one of them. */
  static final Map<String, String> ALIASES = Map.of("rbf", "gaussian", "exponential", "laplace");

  /** The kernel of the given name. */
  public static Optional<CatalogueEntry> entry(String name) {
    return find(name).map(Row::entry);
  }

  /** The kernel with these arguments, which are those of one of the catalogue. */
  static Kernel kernel(Arguments arguments) {
    return find(arguments.kernel()).orElseThrow().constructor.apply(arguments);
  }

  private static Optional<Row> find(String name) {
    return ROWS.stream().filter(row -> row.entry.name().equals(name)).findFirst();
  }

  private static Row row(
      String name,
      String title,
      String formula,
      String source,
      String example,
      List<ParameterEntry> parameters,
      Function<Arguments, Kernel> constructor) {
    return new Row(
        new CatalogueEntry(name, title, formula, source, example, parameters), constructor);
  }

  private static DenseLayer denseLayer(Arguments a) {
    return new DenseLayer(
        a.activation(), a.variance("sw2", Rational.ONE), a.variance("sb2", Rational.ZERO));
  }

  private static RecurrentNetwork recurrentNetwork(Arguments a) {
    int steps = a.has("profile") && !a.has("T") ? 0 : a.integer("T", Range.STEPS);
    List<Rational> profile =
        a.has("profile") ? a.list("profile") : RecurrentNetwork.constant(steps);
    if (steps > 0 && steps != profile.size()) {
      throw new KernelSpecificationException(
          "T=%s: the profile has the length %s".formatted(steps, profile.size()));
    }
    return new RecurrentNetwork(
        a.activation(),
        profile,
        a.has("L") ? a.integer("L", Range.DEPTH) : 1,
        a.has("sw2") ? a.rational("sw2") : Rational.of(2),
        a.has("su2") ? a.rational("su2") : Rational.ONE,
        a.rationalOrZero("sb2"),
        a.has("sv2") ? a.rational("sv2") : Rational.ONE,
        a.rationalOrZero("sh2"),
        a.word("hidden", HiddenState.INDEPENDENT));
  }

  private static ResidualLayer residualLayer(Arguments a, Parameter alpha) {
    return new ResidualLayer(alpha, a.activation(), a.variance("sw2", ResidualLayer.HE));
  }

  private static List<ParameterEntry> joined(
      List<ParameterEntry> first, List<ParameterEntry> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static ParameterEntry required(String key, Range range) {
    return new ParameterEntry(key, range.description(), Optional.empty());
  }

  /** The rate c of a radial function, which its length gives as well. */
  private static ParameterEntry rate(String ofLength) {
    return optional("c", ROOT, ofLength);
  }

  private static ParameterEntry optional(String key, String range, String byDefault) {
    return new ParameterEntry(key, range, Optional.of(byDefault));
  }
}
