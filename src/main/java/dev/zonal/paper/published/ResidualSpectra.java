package dev.zonal.paper.published;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.KernelFamily;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.Paper.Derivation;
import dev.zonal.paper.PaperClaim;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.symbolic.console.DerivationRequest.Subject;
import dev.zonal.theorem.dimension.AllDimensions;
import dev.zonal.theorem.family.FamilyPositivity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import dev.zonal.theorem.shape.ResidualDecayConstant;
import dev.zonal.theorem.shape.Shape;
import dev.zonal.theorem.shape.VanishingWeightDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Belfer, Geifman, Galun and Basri on residual networks. */
public final class ResidualSpectra {
  private static final String ABSTRACT = "abstract";
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  private ResidualSpectra() {}

  /** The paper. */
  public static Paper paper() {
    return new Paper(
            "residual",
            "Y. Belfer, A. Geifman, M. Galun, R. Basri, Spectral analysis of the neural tangent kernel"
                + " for deep residual networks, Journal of Machine Learning Research 25 (2024)",
            List.of(
                PaperClaim.of(
                    "one-block",
                    "A residual network with one block has the tangent kernel of two layers,"
                        + " $f = (\\kappa_1 + u \\kappa_0)/2$, for every $\\alpha$.",
                    "the kernel's formula",
                    ResidualSpectra::oneBlock),
                PaperClaim.of(
                    "slope",
                    "At coincidence the kernel falls like $1 + A_1 r$ in the distance $r$ of the points,"
                        + " $A_1 = -(1 + \\alpha^2 L)/(2 \\pi (1 + \\alpha^2))$.",
                    "follows from the kernel's formula; the comparison with the Laplace kernel",
                    ResidualSpectra::slope),
                PaperClaim.of(
                    "decay",
                    "The eigenvalues decay like $k^{-d}$, for even and for odd $k$.",
                    ABSTRACT,
                    ResidualSpectra::decay),
                PaperClaim.of(
                    "constant",
                    "They do so with the constants $-(A_1 \\pm B_1) 2^{d-2} \\Gamma(d/2)^2/\\pi$:"
                        + " $K^d \\eta_k$ over the constant tends to 1.",
                    "the law with its constant, which the paper leaves open",
                    ResidualSpectra::constant),
                PaperClaim.of(
                    "positive",
                    "From two blocks on all eigenvalues are positive, in every dimension.",
                    "the kernel is strictly positive definite",
                    ResidualSpectra::positive),
                PaperClaim.of(
                    "same-space-laplace",
                    "The reproducing kernel Hilbert space is that of the Laplace kernel.",
                    ABSTRACT,
                    bench -> sameSpace(bench, "laplace:c=1")),
                PaperClaim.of(
                    "same-space-connected",
                    "It is that of the fully connected network.",
                    ABSTRACT,
                    bench -> sameSpace(bench, "fcntk:L=3")),
                PaperClaim.of(
                    "spiky",
                    "With a fixed $\\alpha$ the kernel becomes spiky with depth, as that of a fully"
                        + " connected network does.",
                    ABSTRACT,
                    ResidualSpectra::spiky),
                PaperClaim.of(
                    "stable",
                    "With $\\alpha = 1/L$ it keeps its shape: it tends to the kernel of one block.",
                    ABSTRACT,
                    ResidualSpectra::stable),
                PaperClaim.knownAsFalse(
                    "stable-spectrum",
                    "So its spectrum tends to that of one block as well, whose odd eigenvalues vanish:"
                        + " $A_1 - B_1 \\to 0$.",
                    "a conclusion that suggests itself; not in the paper",
                    bench -> stableSpectrum())))
        .deriving(
            new Derivation(Subject.RECURSION, "resntk:L=2,alpha=alpha"),
            new Derivation(Subject.CONSTANT, "resntk:L=L,alpha=alpha"),
            new Derivation(Subject.EIGENVALUE, "resntk:L=1"));
  }

  private static Finding oneBlock(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (String alpha : List.of("1/10", "1", "3")) {
      String name = "resntk:L=1,alpha=" + alpha;
      for (Rational u : List.of(Rational.of(-1, 2), Rational.of(1, 3), Rational.of(9, 10))) {
        Angle<Ball> angle = ChordAngle.ofCosine(OVER, u);
        Ball turned = OVER.multiply(angle.cosine(), angle.kappa0());
        Ball twice = OVER.add(angle.kappa1(), turned);
        Ball difference =
            OVER.subtract(
                bench.kernel(name).evaluate(OVER, angle), OVER.scale(twice, Rational.of(1, 2)));
        all.add(
            Comparison.of(
                "$f(%s) - (\\kappa_1 + u \\kappa_0)/2$ of `%s`".formatted(u, name),
                "0",
                Comparison.range(difference),
                difference.containsZero()));
      }
    }
    all.add(bench.eigenvalue("resntk:L=1,alpha=1/10", 3, 0, "1/4"));
    all.add(bench.eigenvalue("resntk:L=1,alpha=1/10", 3, 1, "1/6"));
    return Finding.of(Evidence.CERTIFIED, all).by("spectrum resntk:L=1 --dimension 3 --k 0..8");
  }

  private static Finding slope(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (int depth : new int[] {1, 2, 3, 10, 40}) {
      for (Rational alpha : List.of(Rational.of(1, 10), Rational.ONE, Rational.of(2))) {
        String name = "resntk:L=%d,alpha=%s".formatted(depth, alpha);
        all.add(slope(bench, name, slope(depth, alpha)));
      }
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .by("prove shape --family resntk:alpha=1/10 --depth 1,2,3,10,40 --dimension 3");
  }

  private static Comparison slope(Bench bench, String name, Rational claimed) {
    return Slopes.compared("`" + name + "`", Slopes.atCoincidence(bench.kernel(name)), claimed);
  }

  /** pi A_1. */
  private static Rational slope(int depth, Rational alpha) {
    Rational square = alpha.multiply(alpha);
    Rational above = square.multiply(depth).add(1);
    return above.divide(square.add(1)).divide(-2);
  }

  private static Finding decay(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (int dimension : new int[] {2, 3, 5, 10}) {
      Asymptotics law = Asymptotics.of(bench.spectrum("resntk:L=3,alpha=1/2", dimension));
      for (Parity parity : Parity.values()) {
        String quantity =
            "exponent for %s $k$ of `resntk:L=3,alpha=1/2`, $d = %d$".formatted(parity, dimension);
        Optional<UniformExpansion> proved = law.certified(parity);
        all.add(
            proved
                .map(
                    it ->
                        Comparison.of(
                            quantity,
                            Bench.number(Integer.toString(dimension)),
                            it.decayExponent()))
                .orElseGet(() -> Comparison.open(quantity, "" + dimension, "no proof")));
      }
    }
    return Finding.of(Evidence.PROOF, all)
        .saying("Each law is proved from some frequency on, with a bound of its remainder.")
        .with(Figures.scaled(bench, "resntk:L=3,alpha=1/2", 3))
        .by("prove decay resntk:L=3,alpha=1/2 --dimension 3");
  }

  private static Finding constant(Bench bench) {
    String name = "resntk:L=3,alpha=1/2";
    List<Comparison> all = new ArrayList<>();
    for (int dimension : new int[] {2, 3, 10}) {
      for (long k : new long[] {1_000_000, 1_000_001}) {
        Certification<Ball> quotient =
            bench
                .spectrum(name, dimension)
                .enclose(k, OVER.bits(), bench.context().silent())
                .map(Enclosure::ball)
                .map(eta -> OVER.multiply(eta, power(k, dimension)))
                .map(scaled -> OVER.divide(scaled, constant(dimension, Parity.of(k))));
        all.add(
            Comparison.of(
                "$K^d \\eta_k$ over the constant, $d = %d$, $k = %d$".formatted(dimension, k),
                Bench.number("1", "1e-9"),
                quotient));
      }
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .by("confirm resntk:L=3,alpha=1/2 --dimension 3 --k 1000000,1000001");
  }

  /** K^d. */
  private static Ball power(long k, int dimension) {
    Rational shifted = Rational.of(k).add(Rational.of(dimension - 2L, 2));
    return OVER.power(OVER.of(shifted), Rational.of(dimension));
  }

  /** Of `resntk:L=3,alpha=1/2`, by the closed form. */
  private static Ball constant(int dimension, Parity parity) {
    ResidualDecayConstant law =
        new ResidualDecayConstant(
            KernelFamily.parse("resntk:alpha=1/2").orElseThrow().kernel(3), dimension);
    return parity == Parity.EVEN ? law.even(OVER) : law.odd(OVER);
  }

  private static Finding positive(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    String every = "resntk:L=2..,alpha=positive";
    FamilyPositivity family = FamilyPositivity.of(ParameterFamily.parse(every));
    all.add(positive("`" + every + "`", family.verdict(), family.reason()));
    for (String name :
        List.of(
            "resntk:L=2,alpha=1/100",
            "resntk:L=3,alpha=1/2",
            "resntk:L=10,alpha=1",
            "resntk:L=50,alpha=1/50")) {
      AllDimensions proof = AllDimensions.positivity(bench.kernel(name));
      all.add(positive("`" + name + "`", proof.verdict(), proof.reason()));
    }
    return Finding.of(Evidence.PROOF, all)
        .saying("The first line is one proof for every depth from 2 on and every $\\alpha > 0$.")
        .by("prove positivity " + every + " --all-parameters --all-dimensions");
  }

  private static Comparison positive(String of, Verdict verdict, String reason) {
    String quantity = "all eigenvalues of " + of + ", $d \\ge 2$";
    return switch (verdict) {
      case PROVEN -> Comparison.of(quantity, "positive", "positive", true);
      case REFUTED -> Comparison.of(quantity, "positive", reason, false);
      case UNDECIDED -> Comparison.open(quantity, "positive", reason);
    };
  }

  private static Finding sameSpace(Bench bench, String other) {
    List<Comparison> all = new ArrayList<>();
    for (int dimension : new int[] {2, 3, 5}) {
      all.add(Spaces.same(bench, "resntk:L=3,alpha=1/2", other, dimension));
    }
    return Finding.of(Evidence.PROOF, all)
        .saying("The bounds are the best ones; norms are equivalent with their roots.")
        .by("prove equivalence resntk:L=3,alpha=1/2 " + other + " --dimension 3");
  }

  private static Finding spiky(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (int depth : new int[] {1, 10, 100}) {
      String connected = "fcntk:L=" + depth;
      all.add(slope(bench, connected, Rational.of(-depth, 2)));
      String residual = "resntk:L=%d,alpha=1/2".formatted(depth);
      all.add(slope(bench, residual, slope(depth, Rational.of(1, 2))));
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .saying("Both slopes grow linearly in $L$; theory, Proposition 13.8.")
        .with(
            Figures.shapes(
                bench, "resntk:L=1,alpha=1", "resntk:L=5,alpha=1", "resntk:L=50,alpha=1"))
        .by("prove shape --family resntk:alpha=1/2 --depth 1,10,100 --dimension 3");
  }

  private static Finding stable(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    Ball before = Ball.exact(1);
    for (int depth : new int[] {4, 100, 1000}) {
      VanishingWeightDistance distance =
          Shape.of(stable(depth), 3, bench.engine(), bench.context().silent()).distance();
      all.add(
          Comparison.of(
              "largest distance to one block, $\\alpha = 1/L$, $L = %d$".formatted(depth),
              "smaller with depth",
              Comparison.range(Ball.hull(distance.least(), distance.most())),
              distance.most().certainlyLess(before)));
      before = distance.least();
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .with(
            Figures.shapes(
                bench, "resntk:L=1,alpha=1", "resntk:L=5,alpha=1/5", "resntk:L=50,alpha=1/50"))
        .saying("That it tends to 0 like $1/\\sqrt{L}$ at the least is Lemma 13.7 of the theory.")
        .by("prove shape --family 'resntk:alpha=L^(-1)' --depth 4,100,1000 --dimension 3");
  }

  /** alpha = 1/L. */
  private static ResidualTangentKernel stable(int depth) {
    return KernelFamily.parse("resntk:alpha=L^(-1)").orElseThrow().kernel(depth);
  }

  private static Finding stableSpectrum() {
    List<Comparison> all = new ArrayList<>();
    for (int depth : new int[] {10, 100, 1000}) {
      all.add(
          Comparison.of(
              "$-2 \\pi (A_1 - B_1)$, $\\alpha = 1/L$, $L = %d$".formatted(depth),
              Bench.number("0", "1/10"),
              odd(stable(depth))));
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .saying(
            "It tends to 1: both constants of the limit are half of the even one of one block"
                + " (theory, Proposition 13.8). The functions converge, their singularities do"
                + " not.")
        .by("prove shape --family 'resntk:alpha=L^(-1)' --depth 10,100,1000 --dimension 3");
  }

  private static Ball odd(ResidualTangentKernel kernel) {
    ResidualDecayConstant law = new ResidualDecayConstant(kernel, 2);
    Ball difference = OVER.subtract(law.atCoincidence(OVER), law.atAntipode(OVER));
    return OVER.scale(OVER.multiply(OVER.pi(), difference), Rational.of(-2));
  }
}
