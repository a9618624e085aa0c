package dev.zonal.paper.published;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bietti and Bach on the decay of eigenvalues by the singularities of the kernel. */
public final class DeepEqualsShallow {
  private static final long FREQUENCY = 1_000_000;

  private DeepEqualsShallow() {}

  /** The paper. */
  public static Paper paper() {
    return new Paper(
        "deep-shallow",
        "A. Bietti, F. Bach, Deep equals shallow for ReLU networks in kernel regimes, ICLR 2021",
        List.of(
            PaperClaim.of(
                "tangent",
                "The eigenvalues of the tangent kernel of a fully connected network decay like"
                    + " $k^{-d}$ for every depth.",
                "abstract, corollary on deep tangent kernels",
                bench -> exponents(bench, "fcntk", 0)),
            PaperClaim.of(
                "gaussian-process",
                "Those of the Gaussian-process kernel decay like $k^{-d-2}$.",
                "corollary on random features",
                bench -> exponents(bench, "fcnngp", 2)),
            PaperClaim.of(
                "depth",
                "The constant of the tangent kernel, not normalised, grows like the square of the"
                    + " depth: $A_1 = -L (L+1)/(2 \\pi)$.",
                "corollary on deep tangent kernels",
                DeepEqualsShallow::depth),
            PaperClaim.of(
                "shallow-odd",
                "Two layers without biases have no odd eigenvalues from $k = 3$ on.",
                "after Bach 2017, Bietti and Mairal 2019",
                DeepEqualsShallow::odd),
            PaperClaim.of(
                "rational",
                "On the sphere of $R^3$ the eigenvalues of two layers are rational numbers.",
                "closed form after Bach 2017, in fractions",
                DeepEqualsShallow::rational),
            PaperClaim.of(
                "constant",
                "A singularity $(1-u)^\\nu$ gives eigenvalues $C(d,\\nu) k^{-d-2\\nu+1}$, $C ="
                    + " 2^{\\nu+d-2} \\Gamma(d/2) \\Gamma(\\nu+(d-1)/2)/(\\sqrt{\\pi}"
                    + " \\Gamma(-\\nu))$.",
                "the constant as it is derived in the theory, Remark 13.6",
                bench -> constant(bench, Rational.ONE)),
            PaperClaim.knownAsFalse(
                "half-constant",
                "It does so with half of that constant.",
                "as Theorem 1 is reported to be printed; the print was not compared",
                bench -> constant(bench, Rational.of(1, 2)))));
  }

  private static Finding exponents(Bench bench, String family, int more) {
    List<Comparison> all = new ArrayList<>();
    int dimension = 3;
    for (int depth : new int[] {2, 3, 5, 10}) {
      String name = family + ":L=" + depth;
      Asymptotics law = Asymptotics.of(bench.spectrum(name, dimension));
      for (Parity parity : Parity.values()) {
        String quantity =
            "exponent for %s $k$ of `%s`, $d = %d$".formatted(parity, name, dimension);
        String claimed = Integer.toString(dimension + more);
        Optional<UniformExpansion> proved = law.certified(parity);
        all.add(
            proved.isPresent()
                ? Comparison.of(quantity, Bench.number(claimed), proved.get().decayExponent())
                : Comparison.open(quantity, claimed, "no proof"));
      }
    }
    return Finding.of(Evidence.PROOF, all)
        .by("prove decay %s:L=3 --dimension %d".formatted(family, dimension));
  }

  private static Finding depth(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (int depth : new int[] {1, 2, 10, 40}) {
      String name = "fcntk:L=" + depth;
      all.add(
          Slopes.compared(
              "`%s`, not normalised".formatted(name),
              Slopes.unnormalised(bench.kernel(name)),
              Rational.of(-(long) depth * (depth + 1), 2)));
    }
    return Finding.of(Evidence.CERTIFIED, all).by("asymptotics fcntk:L=10 --dimension 3");
  }

  private static Finding odd(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (int dimension : new int[] {2, 3, 10}) {
      for (long k : new long[] {3, 5, 101}) {
        all.add(bench.eigenvalue("fcntk:L=1", dimension, k, "0"));
      }
    }
    return Finding.of(Evidence.PROOF, all).by("spectrum fcntk:L=1 --dimension 3 --k 0..9");
  }

  private static Finding rational(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    // Half of 1/2, 1/3, 5/64, 0, 1/192, 0, 23/16384, 0, 19/32768, as the kernel is 1 at u = 1.
    List<String> published =
        List.of("1/4", "1/6", "5/128", "0", "1/384", "0", "23/32768", "0", "19/65536");
    for (int k = 0; k < published.size(); k++) {
      all.add(bench.eigenvalue("fcntk:L=1", 3, k, published.get(k)));
    }
    return Finding.of(Evidence.CERTIFIED, all).by("spectrum fcntk:L=1 --dimension 3 --k 0..8");
  }

  private static Finding constant(Bench bench, Rational part) {
    List<Comparison> all = new ArrayList<>();
    for (int dimension : new int[] {2, 3, 10}) {
      for (Rational nu : List.of(Rational.of(1, 2), Rational.of(3, 2))) {
        Certification<Ball> quotient =
            bench
                .spectrum("chord:s=" + nu.multiply(2), dimension)
                .enclose(FREQUENCY, Slopes.OVER.bits(), bench.context().silent())
                .map(Enclosure::ball)
                .map(eta -> quotient(eta, dimension, nu, part));
        all.add(
            Comparison.of(
                "$k^{d+2\\nu-1} \\eta_k$ over the constant, $d = %d$, $\\nu = %s$"
                    .formatted(dimension, nu),
                Bench.number("1", "0.0001"),
                quotient));
      }
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .saying("At $k = 10^6$, where the next terms are of the order $10^{-5}$.")
        .by("spectrum chord:s=1 --dimension 2 --k 1000000");
  }

  /** Of the eigenvalue of r^(2 nu), which is 2^nu (1-u)^nu. */
  private static Ball quotient(Ball eta, int dimension, Rational nu, Rational part) {
    Ball k = Ball.exact(FREQUENCY);
    Rational decay = nu.multiply(2).add(dimension - 1L);
    Ball scaled = Slopes.OVER.multiply(eta, Slopes.OVER.power(k, decay));
    Ball two = Slopes.OVER.power(Ball.exact(2), nu);
    Ball constant = Slopes.OVER.scale(constant(dimension, nu), part);
    return Slopes.OVER.divide(scaled, Slopes.OVER.multiply(two, constant));
  }

  private static Ball constant(int dimension, Rational nu) {
    GammaFunction gamma = new GammaFunction(Slopes.OVER);
    Ball power = Slopes.OVER.power(Ball.exact(2), nu.add(dimension - 2L));
    Ball above =
        Slopes.OVER.multiply(
            gamma.gamma(Rational.of(dimension, 2)),
            gamma.gamma(nu.add(Rational.of(dimension - 1L, 2))));
    Ball below = Slopes.OVER.multiply(Slopes.OVER.sqrt(Slopes.OVER.pi()), gamma.gamma(nu.negate()));
    return Slopes.OVER.divide(Slopes.OVER.multiply(power, above), below);
  }
}
