package dev.zonal.testkit;

import dev.zonal.testkit.candidate.Candidate;
import dev.zonal.testkit.candidate.Comparison;
import dev.zonal.testkit.candidate.MatrixComparison;
import dev.zonal.testkit.candidate.SpectralComparison;
import dev.zonal.testkit.candidate.Target;
import dev.zonal.testkit.candidate.Tolerance;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a kernel of somebody else must satisfy, as properties: a test class that implements this
 * interface has them all.
 *
 * <pre>{@code
 * class MyKernelTest implements CandidateContract {
 *   public Candidate candidate() {
 *     return Candidate.ofCosine(MyKernels::ntk3);
 *   }
 *
 *   public String specification() {
 *     return "fcntk:L=3";
 *   }
 * }
 * }</pre>
 */
public interface CandidateContract {
  /** So many eigenvalues are compared. */
  int LAST_FREQUENCY = 24;

  /** The kernel under test. */
  Candidate candidate();

  /** The kernel that it means to be, as {@code resntk:L=3,alpha=1/2}. */
  String specification();

  /** How far its values may be from the certified ones. */
  default Tolerance tolerance() {
    return Tolerance.doubles();
  }

  /** Whether it is normalised as in the literature, and not so that f(1) = 1. */
  default boolean isInPaperScale() {
    return false;
  }

  /** The space that the sphere is in whose eigenvalues are compared, at least 2. */
  default int dimension() {
    return 3;
  }

  /** All of these together. */
  default Comparison comparison() {
    Target target = Target.of(specification());
    return new Comparison(
        candidate(), isInPaperScale() ? target.inPaperScale() : target, tolerance());
  }

  /** At points that are hard on purpose. */
  @Property(tries = 200)
  default void valuesAreTheCertifiedOnes(@ForAll("hardPoints") List<Double> cosines) {
    comparison().agreesAt(cosines);
  }

  /** f(1). */
  @Example
  default void itIsNormalised() {
    comparison().isNormalised();
  }

  /** Between random points, some of which are next to each other. */
  @Property(tries = 25)
  default void gramMatricesAreSemidefinite(@ForAll("points") double[][] points) {
    new MatrixComparison(comparison()).isSemidefinite(points);
  }

  /** Their values, signs and zeros. */
  @Example
  default void eigenvaluesAreTheCertifiedOnes() {
    SpectralComparison spectra = new SpectralComparison(comparison(), dimension());
    spectra.eigenvaluesAgree(LAST_FREQUENCY);
    spectra.noEigenvalueIsNegative(LAST_FREQUENCY);
  }

  /** Depth, biases and the like are told apart. */
  @Example
  default void itIsNoKernelThatIsEasilyTakenForIt() {
    comparison().isToldApartFromItsVariants();
  }

  /** Cosines of {@link #valuesAreTheCertifiedOnes}. */
  @Provide
  default Arbitrary<List<Double>> hardPoints() {
    return HardPoints.cosines();
  }

  /** Vectors of {@link #gramMatricesAreSemidefinite}. */
  @Provide
  default Arbitrary<double[][]> points() {
    Arbitrary<Double> coordinate = Arbitraries.integers().between(-100, 100).map(n -> n / 100.0);
    return coordinate
        .array(double[].class)
        .ofSize(dimension())
        .filter(x -> Arrays.stream(x).anyMatch(c -> c != 0))
        .array(double[][].class)
        .ofMinSize(2)
        .ofMaxSize(24);
  }
}
