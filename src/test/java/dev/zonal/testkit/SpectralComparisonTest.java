package dev.zonal.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.testkit.candidate.Candidate;
import dev.zonal.testkit.candidate.Comparison;
import dev.zonal.testkit.candidate.MatrixComparison;
import dev.zonal.testkit.candidate.SpectralComparison;
import dev.zonal.testkit.candidate.Tolerance;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Eigenvalues, laws, bands and matrices of candidates. */
class SpectralComparisonTest {
  private static final Comparison RIGHT =
      PublicStyle.right().get("fully connected, of the cosine, in doubles");

  private static final Pattern LIMITS = Pattern.compile("tends to (\\S+) along .* has (\\S+)$");

  private static Comparison wrong(String name) {
    return PublicStyle.wrong().get(name);
  }

  @Test
  void eigenvaluesOfRightKernelsAreTheCertifiedOnes() {
    PublicStyle.right()
        .forEach(
            (name, comparison) -> {
              SpectralComparison spectra = new SpectralComparison(comparison, 3);
              // Integrals in arbitrary precision take long, and show no more.
              if (name.contains("digits")) {
                return;
              }
              assertDoesNotThrow(() -> spectra.eigenvaluesAgree(16), name);
              assertDoesNotThrow(() -> spectra.noEigenvalueIsNegative(16), name);
            });
  }

  @Test
  void theyDoSoOnCirclesAndInHigherDimensions() {
    for (int dimension : new int[] {2, 3, 4, 7}) {
      new SpectralComparison(RIGHT, dimension).eigenvaluesAgree(20);
    }
  }

  @Test
  void wrongEigenvaluesAreFound() {
    for (String name :
        List.of("times 4", "sign of kappa_1", "a layer more", "a layer less", "bias omitted")) {
      SpectralComparison spectra = new SpectralComparison(wrong(name), 3);
      assertThrows(AssertionError.class, () -> spectra.eigenvaluesAgree(8), name);
    }
  }

  @Test
  void anEigenvalueThatShouldVanishIsNamed() {
    Comparison bent =
        Comparison.of(
            Candidate.ofCosine(u -> PublicStyle.fullyConnected(1, 0, u) + 1e-6 * Math.pow(u, 3)),
            "fcntk:L=1");
    AssertionError error =
        assertThrows(
            AssertionError.class, () -> new SpectralComparison(bent, 3).eigenvaluesAgree(3));
    assertTrue(error.getMessage().contains("eta_1 is"), error.getMessage());
    Comparison odd =
        Comparison.of(
            Candidate.ofCosine(
                u -> PublicStyle.fullyConnected(1, 0, u) + 1e-6 * u * (5 * u * u - 3) / 2),
            "fcntk:L=1");
    AssertionError third =
        assertThrows(
            AssertionError.class, () -> new SpectralComparison(odd, 3).eigenvaluesAgree(3));
    assertTrue(third.getMessage().contains("but vanishes by a theorem"), third.getMessage());
  }

  @Test
  void aNegativeEigenvalueIsFoundWithoutKnowingTheKernel() {
    Comparison negative =
        Comparison.of(
            Candidate.ofCosine(
                u -> PublicStyle.fullyConnected(2, 0, u) - 0.1 * u * (5 * u * u - 3)),
            "fcntk:L=2");
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> new SpectralComparison(negative, 3).noEigenvalueIsNegative(5));
    assertTrue(error.getMessage().contains("eta_3 is -"), error.getMessage());
  }

  @Test
  void theLawOfDecayIsSeenWithItsConstants() {
    new SpectralComparison(RIGHT, 3).decaysAsCertified(48);
    new SpectralComparison(RIGHT, 2).decaysAsCertified(64);
    SpectralComparison deeper = new SpectralComparison(wrong("a layer more"), 3);
    AssertionError constant =
        assertThrows(AssertionError.class, () -> deeper.decaysAsCertified(48));
    assertTrue(constant.getMessage().contains("tends to"), constant.getMessage());
    Comparison process = Comparison.of(Candidate.ofCosine(PublicStyle::kappa1), "fcntk:L=3");
    AssertionError exponent =
        assertThrows(
            AssertionError.class, () -> new SpectralComparison(process, 3).decaysAsCertified(48));
    assertTrue(exponent.getMessage().contains("decay like k^-"), exponent.getMessage());
  }

  @Test
  void aLawBelowTheToleranceIsRefused() {
    Comparison coarse = RIGHT.within(Tolerance.floats().absolute(1000));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SpectralComparison(coarse, 3).decaysAsCertified(48));
  }

  @Test
  void theBandOfEquivalenceHoldsAndBreaks() {
    new SpectralComparison(RIGHT, 3).isEquivalentTo("laplace:c=1", 24);
    SpectralComparison four = new SpectralComparison(wrong("times 4"), 3);
    assertThrows(AssertionError.class, () -> four.isEquivalentTo("laplace:c=1", 24));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SpectralComparison(RIGHT, 3).isEquivalentTo("gaussian:c=1", 24));
  }

  @Test
  void theScaleOfTheLiteratureChangesNoVerdict() {
    SpectralComparison spectra =
        new SpectralComparison(PublicStyle.right().get("fully connected, not normalised"), 3);
    spectra.eigenvaluesAgree(8);
    spectra.decaysAsCertified(48);
    spectra.isEquivalentTo("laplace:c=1", 24);
  }

  @Test
  void kernelsThatAreNotSmoothInTheAngleAreRefusedAndNotMisjudged() {
    Comparison steps = Comparison.of(Candidate.ofCosine(u -> u > 0.3 ? 1 : 0), "fcntk:L=1");
    AssertionError error =
        assertThrows(
            AssertionError.class, () -> new SpectralComparison(steps, 3).eigenvaluesAgree(3));
    assertTrue(error.getMessage().contains("not smooth"), error.getMessage());
  }

  /** Far from its limit the law's second term is what the limit is told from. */
  @Test
  void theLimitThatIsToldIsThatOfTheCandidate() {
    Comparison twice = Comparison.of(Candidate.ofChord(r -> 2 * Math.exp(-4 * r)), "laplace:c=4");
    AssertionError error =
        assertThrows(
            AssertionError.class, () -> new SpectralComparison(twice, 3).decaysAsCertified(48));
    Matcher limits = LIMITS.matcher(error.getMessage());
    assertTrue(limits.find(), error.getMessage());
    double ratio = Double.parseDouble(limits.group(1)) / Double.parseDouble(limits.group(2));
    assertEquals(2, ratio, 0.01, error.getMessage());
  }

  @Test
  void onePointWhereTwoKernelsAgreeIsNotEnoughToTakeOneForTheOther() {
    double common = 0.125;
    Candidate touching =
        Candidate.ofCosine(
            u ->
                u == common
                    ? Math.exp(-Math.sqrt(2 * (1 - u)))
                    : PublicStyle.fullyConnected(2, 0, u));
    Comparison comparison = Comparison.of(touching, "fcntk:L=2");
    comparison.isToldApartFrom(List.of("laplace:c=1"));
    Comparison.of(touching, "laplace:c=1").agreesAt(common);
  }

  @Test
  void matricesOfRightKernelsAreSemidefinite() {
    double[][] points = points(24, 3);
    PublicStyle.right()
        .forEach(
            (name, comparison) -> {
              if (!name.contains("vector")
                  && !name.contains("matrix")
                  && !name.contains("digits")) {
                assertDoesNotThrow(
                    () -> new MatrixComparison(comparison).isSemidefinite(points), name);
              }
            });
    new MatrixComparison(PublicStyle.right().get("fully connected, of a matrix, layer by layer"))
        .isSemidefinite(points(24, 6));
  }

  @Test
  void matricesThatAreNotSemidefiniteOrNotSymmetricAreFound() {
    Comparison negative =
        Comparison.of(Candidate.ofCosine(u -> u * u * u - 0.1 * (u * u - 1)), "fcntk:L=2");
    AssertionError sign =
        assertThrows(
            AssertionError.class,
            () -> new MatrixComparison(negative).isSemidefinite(points(40, 3)));
    assertTrue(sign.getMessage().contains("not positive semidefinite"), sign.getMessage());
    Comparison lopsided =
        Comparison.of(
            Candidate.ofVectors(3, (x, z) -> Math.exp(-Math.abs(x[0] - 2 * z[0]))), "laplace:c=1");
    AssertionError order =
        assertThrows(
            AssertionError.class,
            () -> new MatrixComparison(lopsided).isSemidefinite(points(4, 3)));
    assertTrue(order.getMessage().contains("not symmetric"), order.getMessage());
  }

  @Test
  void depthAndBiasesAreToldApart() {
    RIGHT.isToldApartFromItsVariants();
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> RIGHT.within(Tolerance.doubles().absolute(1e15)).isToldApartFromItsVariants());
    assertTrue(error.getMessage().contains("as well as"), error.getMessage());
  }

  private static double[][] points(int count, int dimension) {
    Random random = new Random(count + dimension);
    double[][] points = new double[count][dimension];
    for (double[] point : points) {
      for (int i = 0; i < dimension; i++) {
        point[i] = random.nextGaussian();
      }
    }
    return points;
  }
}
