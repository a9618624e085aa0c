package dev.zonal.verifier;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.SpectralKernel;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.elementary.ChordPowerKernel;
import dev.zonal.kernel.elementary.GammaExponentialKernel;
import dev.zonal.kernel.network.DenseLayer;
import dev.zonal.kernel.network.NetworkGaussianProcessKernel;
import dev.zonal.kernel.network.NeuralTangentKernel;
import dev.zonal.kernel.spectral.SobolevKernel;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import dev.zonal.spectrum.secondopinion.ApfloatEstimate;
import dev.zonal.spectrum.secondopinion.ApfloatSpectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Balls;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * What is true of a kernel on a sphere, found without balls, series or theorems: eigenvalues by
 * Apfloat's quadrature, chord coefficients by interpolation of the profile at 20 small chords. It
 * proves nothing and is right to some 20 digits.
 */
final class SecondOpinion {
  static final int PRECISION = 40;
  static final long LAST = 60;
  private static final int DIGITS = 22;
  private static final int NODES = 20;
  private static final int INTERPOLATION_DIGITS = 150;
  private static final Apfloat NOTHING = new Apfloat("1e-18", PRECISION);

  private final Kernel kernel;
  private final int dimension;
  private final Map<Long, ApfloatEstimate> eigenvalues = new TreeMap<>();
  private final Map<Chart, List<Apfloat>> expansions;
  private final Map<String, List<Apfloat>> lambdas = new HashMap<>();
  private final Map<Parity, Optional<Geometric>> laws = new EnumMap<>(Parity.class);
  private final Map<String, Apfloat> kappas = new HashMap<>();
  private final Optional<Rational> place;

  private SecondOpinion(Kernel kernel, int dimension, Map<Chart, List<Apfloat>> expansions) {
    this.kernel = kernel;
    this.dimension = dimension;
    this.expansions = expansions;
    this.place = ofFirstLayer();
  }

  /** Opinions by kernel and dimension, formed when they are first asked for. */
  static final class All {
    private final Map<String, Map<Chart, List<Apfloat>>> expansions = new HashMap<>();
    private final Map<List<Object>, SecondOpinion> opinions = new HashMap<>();

    SecondOpinion of(Kernel kernel, int dimension) {
      String name = kernel.toString();
      return opinions.computeIfAbsent(
          List.of(name, dimension),
          key ->
              new SecondOpinion(
                  kernel, dimension, expansions.computeIfAbsent(name, n -> new HashMap<>())));
    }
  }

  static Apfloat number(long value) {
    return new Apfloat(value, PRECISION);
  }

  static Apfloat number(Rational value) {
    return new Apfloat(value.numerator(), PRECISION)
        .divide(new Apfloat(value.denominator(), PRECISION));
  }

  private ApfloatEstimate estimate(long k) {
    if (eigenvalues.isEmpty()) {
      TreeSet<Long> all = new TreeSet<>(LongStream.rangeClosed(0, LAST).boxed().toList());
      try {
        Map<Long, ApfloatEstimate> found =
            ApfloatSpectrum.of(Spectrum.of(kernel, dimension))
                .evaluate(all, DIGITS, this::smallness, Context.NONE);
        eigenvalues.putAll(found);
      } catch (UncertifiedException e) {
        throw new IllegalStateException(kernel + ": " + e.getMessage(), e);
      }
    }
    return eigenvalues.get(k);
  }

  /** About how many zeros follow the decimal point of an eigenvalue that decays geometrically. */
  private int smallness(long k) {
    return singularity()
        .map(u -> (int) Math.ceil(k * Math.log10(1 / rate(u).doubleValue())) + 4)
        .orElse(0);
  }

  /** eta_k for k at most {@link #LAST}. */
  Apfloat eigenvalue(long k) {
    return estimate(k).value();
  }

  /** Whether no digit of the eigenvalue could be found. */
  boolean isZero(long k) {
    return estimate(k).accurateDigits() < 3;
  }

  int sign(long k) {
    return isZero(k) ? 0 : eigenvalue(k).signum();
  }

  /** A term of the expansion that rules the eigenvalues of a parity. */
  record Term(Rational exponent, Apfloat coefficient) {}

  /** The first terms that do not vanish, up to a power of the chord. */
  List<Term> terms(Parity parity) {
    List<Term> terms = new ArrayList<>();
    if (kernel instanceof ChordPowerKernel power) {
      terms.add(new Term(power.s(), number(1)));
    } else if (kernel instanceof GammaExponentialKernel exponential) {
      Apfloat weight = number(1);
      for (int n = 1; n <= 12; n++) {
        Apfloat c = exponential.c().in(ApfloatArithmetic.ofDigits(PRECISION));
        weight = weight.multiply(c.negate()).divide(number(n));
        Rational s = exponential.gamma().multiply(n);
        if (!Balls.isEven(s)) {
          terms.add(new Term(s, weight));
        }
      }
    } else if (kernel instanceof SobolevKernel sobolev) {
      terms.addAll(terms(sobolev.s()));
    } else if (!(kernel instanceof SpectralKernel) && singularity().isEmpty()) {
      for (int n = 1; n <= 9; n += 2) {
        Apfloat a = coefficients(Chart.CHORD).get(n);
        Apfloat b = coefficients(Chart.ANTIPODAL_CHORD).get(n);
        Apfloat c = parity == Parity.EVEN ? a.add(b) : a.subtract(b);
        if (!terms.isEmpty() || ApfloatMath.abs(c).compareTo(NOTHING) > 0) {
          terms.add(new Term(Rational.of(n), c));
        }
      }
    }
    return terms;
  }

  /** Of (1+k(k+d-2))^-sigma, by interpolation of the function G of docs/theory.md, 15.3. */
  private List<Term> terms(Rational sigma) {
    ApfloatArithmetic over = ApfloatArithmetic.ofDigits(INTERPOLATION_DIGITS);
    Rational a = Rational.of(dimension - 2L, 2L).pow(2).subtract(1);
    List<Apfloat> gamma =
        newton(over, w -> profile(over, sigma, a, w)).stream()
            .map(c -> c.precision(PRECISION))
            .toList();
    List<Term> terms = new ArrayList<>();
    Apfloat rising = number(1);
    for (int j = 0; j < 5; j++) {
      Rational s = sigma.add(j).multiply(2).subtract(dimension - 1L);
      terms.add(new Term(s, gamma.get(j).multiply(rising).divide(kappa(s))));
      Rational next = sigma.add(j).multiply(2);
      rising = rising.multiply(number(next)).multiply(number(next.add(1)));
    }
    return terms;
  }

  private static Apfloat profile(ApfloatArithmetic over, Rational sigma, Rational a, Apfloat w) {
    Apfloat half = over.scale(over.sqrt(w), Rational.of(1, 2));
    Apfloat t =
        over.scale(
            over.log(over.add(half, over.sqrt(over.add(over.of(1), over.square(half))))),
            Rational.of(2));
    Apfloat ratio = over.power(over.divide(over.square(t), w), sigma.subtract(Rational.of(1, 2)));
    Apfloat sum = over.of(1);
    Apfloat term = over.of(1);
    for (int n = 1; n <= 2 * NODES; n++) {
      Rational below = sigma.add(Rational.of(2L * n - 1, 2L)).multiply(4L * n);
      term = over.scale(over.multiply(term, over.square(t)), a.divide(below));
      sum = over.add(sum, term);
    }
    return over.multiply(ratio, sum);
  }

  private List<Apfloat> coefficients(Chart end) {
    return expansions.computeIfAbsent(end, this::interpolate);
  }

  /** The profile in powers of r. */
  private List<Apfloat> interpolate(Chart end) {
    ApfloatArithmetic over = ApfloatArithmetic.ofDigits(INTERPOLATION_DIGITS);
    return newton(over, r -> kernel.evaluate(over, end.angle(over, r)));
  }

  /** Newton's polynomial through a function at h, 2h, ..., in powers of its argument. */
  private static List<Apfloat> newton(ApfloatArithmetic over, UnaryOperator<Apfloat> f) {
    List<Apfloat> nodes = new ArrayList<>();
    List<Apfloat> differences = new ArrayList<>();
    for (int i = 1; i <= NODES; i++) {
      Apfloat r = over.of(Rational.of(i, 20_000));
      nodes.add(r);
      differences.add(f.apply(r));
    }
    for (int level = 1; level < NODES; level++) {
      for (int i = NODES - 1; i >= level; i--) {
        differences.set(
            i,
            over.divide(
                over.subtract(differences.get(i), differences.get(i - 1)),
                over.subtract(nodes.get(i), nodes.get(i - level))));
      }
    }
    List<Apfloat> powers = new ArrayList<>();
    for (int i = NODES - 1; i >= 0; i--) {
      // powers := powers (r - node_i) + difference_i
      powers.add(0, over.of(0));
      for (int j = 0; j + 1 < powers.size(); j++) {
        powers.set(j, over.subtract(powers.get(j), over.multiply(nodes.get(i), powers.get(j + 1))));
      }
      powers.set(0, over.add(powers.get(0), differences.get(i)));
    }
    return powers.stream().map(c -> c.precision(PRECISION)).toList();
  }

  /**
   * Lambda_k(s), the eigenvalue of r^s, from Lambda_0(s) by the ratio of neighbours; of r^s log r,
   * its derivative by s, for an even s and k above s/2, where one factor is zero.
   */
  Apfloat lambda(Rational s, long k) {
    List<Apfloat> values = lambdas.computeIfAbsent(s.toString(), key -> new ArrayList<>());
    Apfloat half = number(s.divide(2));
    if (values.isEmpty()) {
      values.add(front(s).divide(ApfloatMath.gamma(half.add(number(dimension - 1L)))));
    }
    for (long i = values.size() - 1; i < k; i++) {
      boolean vanishes = s.equals(Rational.of(2 * i));
      Apfloat above = vanishes ? number(Rational.of(-1, 2)) : number(i).subtract(half);
      Apfloat ratio = above.divide(number(i + dimension - 1L).add(half));
      values.add(values.get((int) i).multiply(ratio));
    }
    return values.get((int) k);
  }

  /** kappa_d(s), the limit of k^(s+d-1) Lambda_k(s). */
  Apfloat kappa(Rational s) {
    return kappas.computeIfAbsent(s.toString(), key -> front(s).multiply(reciprocalGamma(s)));
  }

  /** 1/Gamma(-s/2), or its derivative by s for an even s that is not negative. */
  private static Apfloat reciprocalGamma(Rational s) {
    if (s.signum() < 0 || !Balls.isEven(s)) {
      return number(1).divide(ApfloatMath.gamma(number(s.divide(-2))));
    }
    long m = s.divide(2).longValue();
    Apfloat factorial = ApfloatMath.gamma(number(m + 1));
    return factorial.multiply(number(Rational.of(m % 2 == 0 ? -1 : 1, 2)));
  }

  private Apfloat front(Rational s) {
    Apfloat root = ApfloatMath.sqrt(ApfloatMath.pi(PRECISION));
    return ApfloatMath.pow(number(2), number(s.add(dimension - 2L)))
        .multiply(ApfloatMath.gamma(number(Rational.of(dimension, 2))))
        .multiply(ApfloatMath.gamma(number(s.add(dimension - 1L).divide(2))))
        .divide(root);
  }

  /**
   * u_* where the first layer has it: where 2c/(1+2q) of erf or c/(1+q) of GELU is 1. Of deeper
   * networks those of erf only, and only if no later layer is singular before.
   */
  Optional<Rational> singularity() {
    return place;
  }

  private Optional<Rational> ofFirstLayer() {
    Optional<DenseLayer> layer = Optional.empty();
    int depth = 0;
    if (kernel instanceof NeuralTangentKernel ntk) {
      layer = Optional.of(ntk.layer());
      depth = ntk.depth();
    } else if (kernel instanceof NetworkGaussianProcessKernel nngp) {
      layer = Optional.of(nngp.layer());
      depth = nngp.depth();
    }
    String act = layer.map(l -> l.activation().toString()).orElse("");
    Rational half = act.equals("erf") ? Rational.of(1, 2) : Rational.ONE;
    boolean isDeep = depth > 1;
    return layer
        .filter(l -> act.equals("erf") || act.equals("gelu") && !isDeep)
        .map(
            l -> {
              Rational sw2 = Rational.parse(l.weight().toString());
              return half.add(sw2).divide(sw2);
            })
        .filter(u -> !isDeep || isDefined(u.multiply(Rational.of(999_999_999, 1_000_000_000))));
  }

  private boolean isDefined(Rational u) {
    ApfloatArithmetic over = ApfloatArithmetic.ofDigits(PRECISION);
    try {
      kernel.evaluate(over, Chart.COSINE.angle(over, over.of(u)));
      return true;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private static Apfloat rate(Rational singularity) {
    Apfloat u = number(singularity);
    return u.subtract(ApfloatMath.sqrt(u.multiply(u).subtract(number(1))));
  }

  /**
   * A law C rho^k k^s.
   *
   * @param singularity u_*
   * @param order mu, s = mu - d/2
   */
  record Geometric(Rational singularity, Rational order, Apfloat rate, Apfloat constant) {}

  /** The law of a parity, from what the profile is like near u_* and, without a bias, -u_*. */
  Optional<Geometric> geometric(Parity parity) {
    return laws.computeIfAbsent(parity, p -> singularity().flatMap(u -> geometric(p, u)));
  }

  private Optional<Geometric> geometric(Parity parity, Rational u) {
    List<Apfloat> near = near(u);
    List<Apfloat> far = hasBias() ? null : near(u.negate());
    for (int order = 3, i = 0; i <= 4; i += 2, order -= 2) {
      Apfloat c = near.get(i);
      if (far != null) {
        c = parity == Parity.EVEN ? c.add(far.get(i)) : c.subtract(far.get(i));
      }
      if (ApfloatMath.abs(c).compareTo(NOTHING) > 0) {
        Rational mu = Rational.of(order, 2);
        return Optional.of(new Geometric(u, mu, rate(u), c.multiply(ofPower(u, mu))));
      }
    }
    return Optional.empty();
  }

  private boolean hasBias() {
    return kernel.toString().contains("sb2=");
  }

  /** The coefficients of t^3 f(u_* (1 - t^2)). */
  private List<Apfloat> near(Rational u) {
    ApfloatArithmetic over = ApfloatArithmetic.ofDigits(INTERPOLATION_DIGITS);
    return newton(
        over,
        t -> {
          Apfloat square = over.square(t);
          Apfloat at = over.scale(over.subtract(over.of(1), square), u);
          Apfloat f = kernel.evaluate(over, Chart.COSINE.angle(over, at));
          return over.multiply(over.multiply(t, square), f);
        });
  }

  /** The constant of the eigenvalues of (1 - u/u_*)^-mu, Lemma 17.5. */
  private Apfloat ofPower(Rational u, Rational mu) {
    Apfloat square = rate(u).multiply(rate(u));
    Apfloat gammas =
        ApfloatMath.gamma(number(Rational.of(dimension, 2)))
            .multiply(number(mu))
            .divide(ApfloatMath.gamma(number(mu.add(1))));
    Rational b = mu.subtract(Rational.of(dimension - 2L, 2L));
    return gammas
        .multiply(ApfloatMath.pow(number(1).add(square), number(mu)))
        .multiply(ApfloatMath.pow(number(1).subtract(square), number(b.negate())));
  }

  /** rho^k k^s. */
  Apfloat decay(Geometric law, long k) {
    return ApfloatMath.pow(law.rate(), k)
        .multiply(power(k, law.order().subtract(Rational.of(dimension, 2))));
  }

  /** k^E. */
  Apfloat power(long k, Rational exponent) {
    return ApfloatMath.pow(number(k), number(exponent));
  }
}
