package dev.zonal.theorem.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.dimension.AllDimensions;
import dev.zonal.theorem.law.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyPositivityTest {
  private static final Engine ENGINE = new Engine();

  private static FamilyPositivity prove(String text) {
    return FamilyPositivity.of(ParameterFamily.parse(text));
  }

  /** Corollary 27.3, and what is like it for other activations. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk; PROVEN",
        "resntk:train=all; PROVEN",
        "resntk:L=1..,tau=positive; PROVEN",
        "resntk:L=1..,tau=positive,train=all; PROVEN",
        "resntk:L=1..; REFUTED",
        "resntk:L=1,tau=0; REFUTED",
        "resntk:L=1,tau=0,train=all; REFUTED",
        "resnngp; PROVEN",
        "resnngp:L=1..; REFUTED",
        "fcntk; PROVEN",
        "fcntk:bias=propagated; PROVEN",
        "fcntk:L=1..,beta=positive; PROVEN",
        "fcntk:L=1..,beta=positive,bias=propagated; PROVEN",
        "fcntk:L=1..,beta=0; REFUTED",
        "fcntk:L=1..; REFUTED",
        "fcnngp:beta=0; PROVEN",
        "fcnngp:L=1..,beta=positive,bias=propagated; PROVEN",
        "fcnngp:L=1,beta=0; REFUTED",
        "ntk; PROVEN",
        "nngp; PROVEN",
        "ntk:L=1..,sb2=positive; PROVEN",
        "ntk:train=last; PROVEN",
        "ntk:act=exp,L=1..; PROVEN",
        "ntk:act=gelu; PROVEN",
        "ntk:act=gelu,L=1..; REFUTED",
        "ntk:act=erf; REFUTED",
        "ntk:act=erf,sb2=positive,L=1..; PROVEN",
        "nngp:act=cos; REFUTED",
        "nngp:act=sigmoid; PROVEN",
        "nngp:act=step; PROVEN",
        "nngp:act=abs; REFUTED",
        "nngp:act=linear; REFUTED",
        "ntk:act=leaky,slope=1/10; PROVEN",
        "ntk:act=relu,power=3; PROVEN",
        "resntk:act=swish; PROVEN",
        "resntk:act=sin,tau=0; REFUTED",
        "resntk:act=sin,tau=positive; PROVEN",
        "resntk:L=1000000; PROVEN"
      })
  void whichNetworksArePositiveWhateverTheirWeights(String family, Verdict verdict) {
    assertEquals(verdict, prove(family).verdict(), () -> prove(family).reason());
  }

  @Test
  void aVerdictHasItsReason() {
    FamilyPositivity proven = prove("resntk");
    assertEquals("", proven.reason());
    FamilyPositivity refuted = prove("fcntk:L=1..");
    String member = refuted.counterexample().orElseThrow().kernel().toString();
    assertTrue(refuted.reason().startsWith(member + ": "), refuted.reason());
    FamilyPositivity undecided = new FamilyPositivity(proven.family(), Map.of(), Optional.empty());
    assertEquals(Verdict.UNDECIDED, undecided.verdict());
    assertTrue(undecided.reason().startsWith("the rules show no"), undecided.reason());
  }

  /** A line that assumes something says of which place of the state, from 1. */
  @Test
  void anInductionAssumesSomethingOfEachPlaceOfTheState() {
    for (StructureProof proof : prove("resntk").proofs().values()) {
      StructureProof.Induction induction = proof.induction().orElseThrow();
      for (int place = 1; place <= induction.assumed().size(); place++) {
        Line line = proof.lines().get(induction.assumed().get(place - 1) - 1);
        assertEquals(Line.Operation.STATE, line.operation());
        assertEquals(List.of(place), line.operands());
      }
    }
  }

  @Provide
  Arbitrary<ParameterFamily> families() {
    Arbitrary<String> activations =
        Arbitraries.of(
            "relu,power=1",
            "relu,power=2",
            "leaky,slope=-1/2",
            "abs",
            "linear",
            "erf",
            "gelu",
            "sin",
            "cos",
            "exp",
            "tanh",
            "sigmoid",
            "softplus",
            "swish",
            "sign");
    Arbitrary<String> biases = Arbitraries.of("0", "positive", "any");
    Arbitrary<String> names = Arbitraries.of("ntk", "nngp", "resntk", "resnngp", "fcntk");
    return Combinators.combine(
            names, activations, biases, Arbitraries.of("1..", "2..", "3", "2..4"))
        .as(
            (name, activation, bias, depths) ->
                switch (name) {
                  case "fcntk" -> "fcntk:beta=%s,L=%s".formatted(bias, depths);
                  case "resnngp" -> "resnngp:act=%s,L=%s".formatted(activation, depths);
                  case "resntk" -> "resntk:act=%s,tau=%s,L=%s".formatted(activation, bias, depths);
                  default -> "%s:act=%s,sb2=%s,L=%s".formatted(name, activation, bias, depths);
                })
        .map(FamilyPositivityTest::orNone)
        .filter(Optional::isPresent)
        .map(Optional::get);
  }

  /** A jump has no tangent kernel. */
  private static Optional<ParameterFamily> orNone(String text) {
    try {
      return Optional.of(ParameterFamily.parse(text));
    } catch (KernelSpecificationException none) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<Rational> weights() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9), Arbitraries.integers().between(1, 9))
        .as(Rational::of);
  }

  private static Kernel member(ParameterFamily.Case part, int depth, List<Rational> weights) {
    Map<String, Rational> values = new HashMap<>();
    for (String key : List.of("alpha", "sw2", "tau", "beta", "sb2")) {
      values.put(key, weights.get(values.size() % weights.size()));
    }
    return part.member(depth, values);
  }

  @Property(tries = 150)
  void whatIsProvedOfAFamilyIsTrueOfItsMembers(
      @ForAll("families") ParameterFamily family,
      @ForAll("weights") Rational first,
      @ForAll("weights") Rational second,
      @ForAll @IntRange(max = 3) int more) {
    FamilyPositivity result = FamilyPositivity.of(family);
    int depth = Math.min(family.least() + more, family.greatest().orElse(9));
    boolean areAll = true;
    for (ParameterFamily.Case part : family.cases()) {
      Optional<Kernel> member = tried(part, depth, List.of(first, second));
      if (member.isPresent()) {
        Verdict verdict = AllDimensions.positivity(member.get()).verdict();
        areAll = areAll && verdict == Verdict.PROVEN;
        if (result.verdict() == Verdict.PROVEN) {
          assertEquals(Verdict.PROVEN, verdict, () -> family + " " + member.get());
        }
      }
    }
    if (!areAll) {
      assertEquals(Verdict.REFUTED, result.verdict(), family::toString);
    }
    result
        .counterexample()
        .ifPresent(
            refuted -> {
              assertEquals(Verdict.REFUTED, refuted.verdict());
              assertTrue(family.contains(refuted.kernel()), () -> family + " " + refuted.kernel());
            });
  }

  /** Some have variances that are out of range. */
  private static Optional<Kernel> tried(
      ParameterFamily.Case part, int depth, List<Rational> weights) {
    try {
      return Optional.of(member(part, depth, weights));
    } catch (KernelSpecificationException none) {
      return Optional.empty();
    }
  }

  @Property(tries = 25)
  void theEigenvaluesOfMembersArePositive(
      @ForAll("proved") ParameterFamily family,
      @ForAll("weights") Rational first,
      @ForAll("weights") Rational second,
      @ForAll @IntRange(max = 2) int more,
      @ForAll @IntRange(min = 2, max = 6) int dimension,
      @ForAll @IntRange(max = 7) int k) {
    for (ParameterFamily.Case part : family.cases()) {
      Kernel member = member(part, family.least() + more, List.of(first, second));
      Optional<Ball> eta =
          ENGINE
              .spectrum(member, dimension)
              .enclose(new TreeSet<>(List.of((long) k)), 30, Optional.empty(), Context.NONE)
              .get((long) k)
              .value()
              .map(Enclosure::ball);
      Assume.that(eta.isPresent());
      assertTrue(eta.get().isPositive(), member + ", d = " + dimension + ", k = " + k);
    }
  }

  @Provide
  Arbitrary<ParameterFamily> proved() {
    return Arbitraries.of(
            "resntk:tau=0",
            "resntk:L=1..,tau=positive",
            "resntk:train=all",
            "fcntk",
            "fcntk:L=1..,beta=positive",
            "resnngp",
            "ntk:act=gelu")
        .map(ParameterFamily::parse);
  }

  /** The other way: tails and enclosures of one member on one sphere. */
  @Property(tries = 2)
  void membersHaveProofsOfTheirOwn(
      @ForAll @IntRange(min = 2, max = 4) int depth,
      @ForAll @IntRange(min = 1, max = 2) int denominator,
      @ForAll @IntRange(min = 2, max = 3) int dimension) {
    ParameterFamily.Case part = ParameterFamily.parse("resntk:tau=0").cases().get(0);
    Kernel member =
        part.member(depth, Map.of("alpha", Rational.of(1, denominator), "sw2", Rational.of(2)));
    Outcome<Positivity.Proof> outcome =
        Positivity.prove(ENGINE.spectrum(member, dimension), Context.NONE);
    assertEquals(Verdict.PROVEN, outcome.verdict(), member::toString);
  }
}
