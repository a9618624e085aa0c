package dev.zonal.theorem.box;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What came of an attempt to prove a statement of all members of a family, on all spheres of some
 * dimensions.
 *
 * @param families one, or two for a statement about two kernels
 * @param leastDimension of the spaces that the spheres are in
 * @param greatestDimension of them
 * @param leaves the boxes of which it is proved
 * @param open those of which it is not
 * @param counterexample a member that refutes it
 */
public record BoxProof(
    BoxStatement statement,
    List<IntervalFamily> families,
    int leastDimension,
    int greatestDimension,
    List<Leaf> leaves,
    List<Open> open,
    Optional<Counterexample> counterexample) {
  /** A box on a sphere of which the statement is not decided, with the reason. */
  public record Open(Box box, int dimension, String reason) {}

  /** A member on a sphere, in words, and what refutes the statement there. */
  public record Counterexample(
      List<Kernel> kernels, int dimension, String reason, Certificate certificate) {}

  public Verdict verdict() {
    if (counterexample.isPresent()) {
      return Verdict.REFUTED;
    }
    return open.isEmpty() ? Verdict.PROVEN : Verdict.UNDECIDED;
  }

  /** The constants over the whole family, if it is proved. */
  public List<FamilyBound> bounds() {
    return bounds(leaves);
  }

  /** Constants that are lower bounds of something: their infimum is one for all members. */
  private static boolean isLowerBound(String constant) {
    return constant.equals("infimum") || constant.startsWith("c1.");
  }

  private static boolean isUpperBound(String constant) {
    return constant.equals("supremum")
        || constant.startsWith("c2.")
        || constant.startsWith("remainder.");
  }

  /** Over some leaves: of bounds that end which is one for all members, of other constants both. */
  public static List<FamilyBound> bounds(List<Leaf> leaves) {
    TreeSet<String> names = new TreeSet<>();
    leaves.forEach(leaf -> names.addAll(leaf.constants().keySet()));
    List<FamilyBound> bounds = new ArrayList<>();
    for (String name : names) {
      if (!isUpperBound(name)) {
        bounds.add(FamilyBound.of(name, true, leaves));
      }
      if (!isLowerBound(name)) {
        bounds.add(FamilyBound.of(name, false, leaves));
      }
    }
    return bounds;
  }
}
