package dev.zonal.theorem.box;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.Bounds;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.Interval;
import dev.zonal.theorem.law.Verdict;
import dev.zonal.verifier.Verifier;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.Finding;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements about all members of a family: docs/theory.md, Theorem 28.7. */
class BoxProofTest {
  private static BoxProof prove(BoxStatement statement, int least, int greatest, String... texts) {
    List<IntervalFamily> families = new ArrayList<>();
    for (String text : texts) {
      families.add(IntervalFamily.parse(text));
    }
    return BoxSearch.run(statement, families, least, greatest);
  }

  private static Verifier.Report check(BoxProof proof) throws Exception {
    StringWriter out = new StringWriter();
    CertificateDocument.write(proof, new Origin("zonal test", List.of("prove")), out);
    return new Verifier(Context.NONE)
        .check(
            CertificateReader.read(
                new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void whatIsProvedWhenTheTimeIsUpIsKeptAndTheBoxesLeftAreNamed() {
    Context context = Context.unlimited();
    Context ended =
        context.heardBy(
            (done, total) -> {
              if (done >= 1) {
                context.cancel("it was enough");
              }
            });
    BoxProof proof = ended.call(() -> prove(BoxStatement.DECAY, 2, 3, "laplace:c=[1,8]"));
    assertFalse(proof.leaves().isEmpty());
    assertFalse(proof.open().isEmpty());
    assertEquals(Verdict.UNDECIDED, proof.verdict());
  }

  @Test
  void aStatementOnSeveralSpheresIsProvedAndVerified() throws Exception {
    BoxProof proof = prove(BoxStatement.EQUIVALENCE, 2, 3, "laplace:c=1", "laplace:c=2");
    assertEquals(Verdict.PROVEN, proof.verdict());
    assertEquals(2, proof.leaves().size());
    assertEquals(Finding.Verdict.VERIFIED, check(proof).verdict());
  }

  @Test
  void twoEqualIntervalsAreNotOneKernel() {
    BoxProof proof =
        prove(BoxStatement.EQUIVALENCE, 2, 2, "laplace:c=[1,33/32]", "laplace:c=[1,33/32]");
    assertEquals(Verdict.PROVEN, proof.verdict());
    FamilyBound supremum =
        proof.bounds().stream().filter(b -> b.constant().equals("supremum")).findFirst().get();
    assertTrue(supremum.lower().doubleValue() > 1.02, supremum::toString);
  }

  @Test
  void aMemberRefutesTheFamily() throws Exception {
    BoxProof proof =
        prove(BoxStatement.EQUIVALENCE, 3, 3, "resntk:L=1,alpha=[9/10,1]", "laplace:c=1");
    assertEquals(Verdict.REFUTED, proof.verdict());
    assertEquals(Finding.Verdict.VERIFIED, check(proof).verdict());
  }

  @Test
  void theCounterexampleIsTheFirstOfTheFamilyWhicheverThreadFindsOne() {
    BoxProof proof = prove(BoxStatement.EQUIVALENCE, 3, 3, "resntk:L=1,alpha=[1,4]", "laplace:c=1");
    Box first = Division.narrow(Division.boxes(proof.families()).get(0)).get(0);
    Kernel member = proof.counterexample().get().kernels().get(0);
    Rational alpha = (Rational) ((ResidualTangentKernel) member).alpha();
    assertTrue(first.families().get(0).interval().get().contains(alpha), member::toString);
  }

  @Test
  void whatIsTooMuchIsRefusedAtOnceWithAnEstimate() {
    List<IntervalFamily> families =
        List.of(IntervalFamily.parse("resntk:L=2..1000000,alpha=[1/1000000,1]"));
    Optional<String> refusal = BoxEstimate.of(families, 2, 100).refusal();
    assertTrue(refusal.orElseThrow().startsWith("too many boxes: about "));
    assertEquals(1, refusal.get().lines().count());
    assertEquals(
        Optional.empty(),
        BoxEstimate.of(
                List.of(
                    IntervalFamily.parse("resntk:L=2..10,alpha=[1/10,1]"),
                    IntervalFamily.parse("laplace:c=1")),
                2,
                10)
            .refusal());
  }

  @Property(tries = 100)
  void halvesAreTheBox(@ForAll long seed) {
    Random random = new Random(seed);
    int low = 1 + random.nextInt(100);
    IntervalFamily family =
        IntervalFamily.parse(
            "laplace:c=[%s/64,%s/64]".formatted(low, low + 1 + random.nextInt(200)));
    List<Box> parts = Division.narrow(new Box(List.of(family)));
    Rational at = family.interval().get().lower();
    for (Box part : parts) {
      Bounds bounds = part.families().get(0).interval().get();
      assertEquals(at, bounds.lower());
      at = bounds.upper();
    }
    assertEquals(family.interval().get().upper(), at);
  }

  @Property(tries = 100)
  void halvesOfAnIntervalUpToInfinityAreTheInterval(@ForAll long seed) {
    Random random = new Random(seed);
    IntervalFamily family =
        IntervalFamily.parse(
            "resntk:L=%s,alpha=[%s/64,infinity]"
                .formatted(1 + random.nextInt(10), 1 + random.nextInt(1000)));
    List<Box> parts = Division.narrow(new Box(List.of(family)));
    Optional<Rational> at = Optional.of(family.interval().get().lower());
    for (Box part : parts) {
      Bounds bounds = part.families().get(0).interval().get();
      assertEquals(at, Optional.of(bounds.lower()));
      at = bounds.end();
    }
    assertEquals(Optional.empty(), at);
  }

  /** A member, proved by itself, has its constants where the leaf says that they are. */
  @ParameterizedTest
  @Tag("long")
  @CsvSource(
      delimiter = '|',
      value = {
        "EQUIVALENCE|resntk:L=2..3,alpha=[3/4,1]|laplace:c=1",
        "EQUIVALENCE|fcntk:L=2,beta=[0,1]|laplace:c=[1,5/4]",
        "EQUIVALENCE|resntk:L=2,alpha=[7/8,1]|sobolev:s=3/2",
        "DECAY|resntk:L=3,alpha=[1/2,5/8]|",
        "DECAY|resntk:L=2,alpha=1,tau=[0,1]|",
        "EQUIVALENCE|resntk:L=2,alpha=[3,infinity]|laplace:c=1",
        "DECAY|resntk:L=3,alpha=[4,infinity],train=all|"
      })
  void membersAgreeWithTheirOwnProof(BoxStatement statement, String first, String second)
      throws Exception {
    BoxProof proof =
        second == null ? prove(statement, 3, 3, first) : prove(statement, 3, 3, first, second);
    assertEquals(Verdict.PROVEN, proof.verdict(), () -> proof.open().toString());
    assertEquals(Finding.Verdict.VERIFIED, check(proof).verdict());
    Random random = new Random(28);
    for (Leaf leaf : proof.leaves()) {
      List<Spectrum> spectra = new ArrayList<>();
      for (IntervalFamily family : leaf.box().families()) {
        spectra.add(Spectrum.of(member(family, random), leaf.dimension()));
      }
      Outcome<?> alone = statement.prove(spectra);
      assertEquals(Verdict.PROVEN, alone.verdict());
      Certificate.of(statement.statement(), alone)
          .conclusion()
          .forEach((name, own) -> assertMeets(leaf.constants().get(name), own, name, spectra));
    }
  }

  private static Kernel member(IntervalFamily family, Random random) {
    return family
        .interval()
        .map(
            b -> {
              Rational part = Rational.of(random.nextInt(1001), 1000);
              Rational upper = b.end().orElse(b.lower().multiply(1_000_000));
              Rational at = b.lower().add(upper.subtract(b.lower()).multiply(part));
              return family.member(family.least(), at);
            })
        .orElseGet(() -> family.kernel(family.least()));
  }

  /** Remainders are bounds of a proof, not constants of a kernel. */
  private static void assertMeets(Interval all, Interval own, String name, List<Spectrum> of) {
    if (!name.startsWith("remainder")) {
      assertTrue(
          all.lower().compareTo(own.upper()) <= 0 && own.lower().compareTo(all.upper()) <= 0,
          () -> name + " of " + of.get(0).kernel() + ": " + own + " beside " + all);
    }
  }

  /**
   * Random families: what is proved of all is not refuted by one, and what is refuted is by one.
   */
  @Property(tries = 6)
  @net.jqwik.api.Tag("long")
  void noMemberRefutesWhatIsProvedOfAll(@ForAll long seed) {
    Random random = new Random(seed);
    int depth = 1 + random.nextInt(3);
    int low = 4 + random.nextInt(12);
    String text =
        switch (random.nextInt(3)) {
          case 0 -> "resntk:L=%s,alpha=[%s/16,%s/16]".formatted(depth, low, low + 1);
          case 1 -> "resntk:L=%s,alpha=[%s/4,infinity]".formatted(depth, low + 8);
          default -> "fcntk:L=%s,beta=[%s/16,%s/16]".formatted(depth, low - 4, low - 3);
        };
    int dimension = 2 + random.nextInt(4);
    BoxProof proof = prove(BoxStatement.EQUIVALENCE, dimension, dimension, text, "laplace:c=1");
    IntervalFamily family = IntervalFamily.parse(text);
    Outcome<?> alone =
        BoxStatement.EQUIVALENCE.prove(
            List.of(
                Spectrum.of(member(family, random), dimension),
                Spectrum.of(IntervalFamily.parse("laplace:c=1").kernel(0), dimension)));
    if (proof.verdict() == Verdict.PROVEN) {
      assertEquals(Verdict.PROVEN, alone.verdict());
    } else if (proof.verdict() == Verdict.REFUTED) {
      assertEquals(Verdict.REFUTED, alone.verdict());
    }
  }
}
