package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.context.OptionalLibrary;
import dev.zonal.lab.flow.VectorField;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * Solutions in doubles, by the method of Dormand and Prince of order 8 with a step control to 13
 * digits a step: good to about twelve digits, and no promise.
 */
public final class DoubleFlow implements FlowSolver<Double> {
  private static final double TOLERANCE = 1e-13;
  private static final double SHORTEST_STEP = 1e-12;
  private static final String GROWS = "the solution grows beyond bounds";

  public DoubleFlow() {
    OptionalLibrary.HIPPARCHUS_CORE.require();
    OptionalLibrary.HIPPARCHUS_ODE.require();
  }

  @Override
  public List<Double> solve(VectorField field, List<Double> start, Rational time) {
    double end = time.doubleValue();
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(SHORTEST_STEP, end, TOLERANCE, TOLERANCE);
    try {
      ODEState state = new ODEState(0, unboxed(start));
      return boxed(integrator.integrate(new Equation(field), state, end).getPrimaryState());
    } catch (MathRuntimeException e) {
      throw new DomainException(GROWS);
    }
  }

  private static double[] unboxed(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** A vector field as the library knows one. */
  private static final class Equation implements OrdinaryDifferentialEquation {
    private final DoubleArithmetic over = new DoubleArithmetic();
    private final VectorField field;

    Equation(VectorField field) {
      this.field = field;
    }

    @Override
    public int getDimension() {
      return field.dimension();
    }

    @Override
    public double[] computeDerivatives(double time, double[] state) {
      Context.checkpoint();
      double[] slope = unboxed(field.at(over, boxed(state)));
      if (Arrays.stream(slope).anyMatch(x -> !Double.isFinite(x))) {
        throw new DomainException(GROWS);
      }
      return slope;
    }
  }
}
