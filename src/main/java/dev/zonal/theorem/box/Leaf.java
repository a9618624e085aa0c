package dev.zonal.theorem.box;

import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.Evidence;
import dev.zonal.theorem.certificate.Interval;
import java.util.List;
import java.util.SortedMap;

/**
 * A statement proved of all kernels of a box on one sphere: tails and constants that hold for each
 * of them. The eigenvalues below the tails are left out; who checks it encloses them anew.
 *
 * @param dimension of the space that the sphere is in
 * @param evidence of the kernels, in the order of the box
 * @param constants of the statement, by name: intervals that contain those of every member
 */
public record Leaf(
    Box box, int dimension, List<Evidence> evidence, SortedMap<String, Interval> constants) {
  static Leaf of(Box box, Certificate certificate) {
    return new Leaf(
        box,
        certificate.dimension(),
        certificate.evidence().stream().map(Evidence::withoutEnclosures).toList(),
        certificate.conclusion());
  }
}
