package dev.zonal.kernel.recurrent;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.Mean;
import dev.zonal.kernel.layer.Dual;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of a recurrent network over numbers: the angle that each sees, and its tangent kernel
 * over the value at u = 1 (docs/theory.md, Section 22.1).
 *
 * @param <T> the numbers
 */
final class UnitAngles<T> {
  private final Arithmetic<T> over;
  private final Angle<T> input;
  private final HomogeneousActivation phi;
  private final Dual<T> dual;

  /**
   * What a unit sees and passes on.
   *
   * @param tangent its tangent kernel; null where it is not asked for
   */
  private record Seen<T>(Angle<T> angle, T tangent) {}

  UnitAngles(Arithmetic<T> over, Angle<T> input, HomogeneousActivation phi) {
    this.over = over;
    this.input = input;
    this.phi = phi;
    this.dual = phi.dual(over);
  }

  /** K(rho) of the last unit. */
  T process(Units units) {
    Seen<T> last = units.last((unit, past, below) -> new Seen<>(angle(unit, past, below), null));
    return dual.value(last.angle);
  }

  /** (v K(rho) + d K'(rho) tangent)/(v + d) of the last unit. */
  T tangent(Units units) {
    Seen<T> last = units.last(this::seen);
    Unit unit = units.last();
    Rational own = unit.variance().divide(unit.variance().add(unit.tangent()));
    T passed = over.scale(passed(last), Rational.ONE.subtract(own));
    return over.add(over.scale(dual.value(last.angle), own), passed);
  }

  private Seen<T> seen(Unit unit, Seen<T> past, Seen<T> below) {
    Angle<T> angle = angle(unit, past, below);
    T tangent = over.scale(angle.cosine(), unit.own());
    if (past != null) {
      tangent = over.add(tangent, over.scale(passed(past), unit.ofPast()));
    }
    if (below != null) {
      tangent = over.add(tangent, over.scale(passed(below), unit.ofBelow()));
    }
    return new Seen<>(angle, tangent);
  }

  private T passed(Seen<T> from) {
    return over.multiply(dual.slope(from.angle), from.tangent);
  }

  private Angle<T> angle(Unit unit, Seen<T> past, Seen<T> below) {
    if (unit.isInput()) {
      return input;
    }
    List<Mean.Branch<T>> branches = new ArrayList<>();
    if (past != null) {
      branches.add(branch(past.angle, unit.past()));
    }
    if (below != null) {
      branches.add(branch(below.angle, unit.below()));
    }
    T ofInput = number(unit.input());
    return input.mean(new Mean<>(over, unit.number(), ofInput, branches, number(unit.constant())));
  }

  private Mean.Branch<T> branch(Angle<T> angle, Rational weight) {
    T arc = over.of(phi.normalised().arc().multiply(weight));
    return new Mean.Branch<>(angle, arc, number(phi.normalised().rest().multiply(weight)));
  }

  /** Null for 0. */
  private T number(Rational weight) {
    return weight.isZero() ? null : over.of(weight);
  }
}
