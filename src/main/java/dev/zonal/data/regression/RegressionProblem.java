package dev.zonal.data.regression;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.definite.Singularity;
import dev.zonal.data.file.Place;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.GramMatrix;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked: the function f = sum c_i K(x_i, .) with (K + r I) c = y, for each column y of the
 * targets, and its values at further points (docs/theory.md, Theorem 19.5).
 *
 * @param points the x_i
 * @param targets a vector for each point, with one coordinate for each column
 * @param ridge r, not negative
 * @param at the further points, where there are such
 * @param <X> the points
 */
public record RegressionProblem<X>(
    DataKernel<X> kernel,
    Points<X> points,
    Points<Vector> targets,
    Rational ridge,
    Optional<Points<X>> at) {
  /**
   * @throws DataException if there are more or fewer targets than points, or the further points are
   *     of another dimension
   */
  public RegressionProblem {
    if (ridge.signum() < 0) {
      throw new IllegalArgumentException("a negative ridge");
    }
    if (targets.count() != points.count()) {
      throw targets
          .file()
          .wrong(
              "targets of %s points, where %s has %s"
                  .formatted(targets.count(), points.file(), points.count()));
    }
    at.ifPresent(others -> kernel.inputs().requireAlike(points, others));
  }

  /** Why there is no one solution, if a theorem says so. */
  public Optional<Singularity> singularity() {
    return ridge.isZero() ? kernel.singularity().apply(points.inputs()) : Optional.empty();
  }

  /** How many columns of targets there are. */
  public int columns() {
    return targets.inputs().get(0).dimension();
  }

  /**
   * One column.
   *
   * @param column from 0
   */
  public List<Rational> column(int column) {
    return targets.inputs().stream().map(target -> target.coordinate(column)).toList();
  }

  /** The points, and behind them the further ones, as inputs of the kernel. */
  GramMatrix<X> matrix() {
    List<X> inputs = new ArrayList<>(points.inputs());
    List<Place> places = new ArrayList<>(points.places());
    at.ifPresent(
        others -> {
          inputs.addAll(others.inputs());
          places.addAll(others.places());
        });
    return new GramMatrix<>(new Points<>(points.file(), inputs, places), kernel.kernel());
  }

  /** How many points f is asked for at. */
  int further() {
    return at.map(Points::count).orElse(0);
  }

  /** The target itself at a further point that is one of the points, where f interpolates. */
  Optional<Rational> interpolated(int column, int further) {
    int point = points.inputs().indexOf(at.orElseThrow().inputs().get(further));
    return ridge.isZero() && point >= 0
        ? Optional.of(targets.inputs().get(point).coordinate(column))
        : Optional.empty();
  }
}
