package dev.zonal.symbolic.kernel;

import dev.zonal.kernel.Kernel;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Equation;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A kernel written out as an expression in its cosine u (or its angle) and its parameters.
 *
 * @param definitions names used, each from those before it
 * @param value the kernel, in the names and the variables
 */
public record ClosedForm(List<Equation> definitions, IExpr value) {
  /** The closed form of a kernel of the catalogue, in the cosine {@code u}. */
  public static ClosedForm inCosine(Kernel kernel, IExpr u) {
    Definitions definitions = new Definitions();
    return of(kernel, definitions, SymbolicAngle.ofCosine(definitions, u));
  }

  /** The closed form of a kernel of the catalogue, in the angle {@code theta}. */
  public static ClosedForm inAngle(Kernel kernel, IExpr theta) {
    Definitions definitions = new Definitions();
    return of(kernel, definitions, SymbolicAngle.ofTheta(definitions, theta));
  }

  private static ClosedForm of(Kernel kernel, Definitions definitions, SymbolicAngle at) {
    IExpr value = kernel.evaluate(new SymbolicArithmetic(definitions), at);
    return new ClosedForm(definitions.equations(), value);
  }

  /** The value with every name replaced by what it stands for. */
  public IExpr expanded() {
    return Definitions.expanded(definitions, value);
  }
}
